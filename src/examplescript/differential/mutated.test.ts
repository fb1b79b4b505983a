/**
 * Whatever is written, the compiler answers, and in time: broken programs at
 * random (a fresh seed each time; `SEED=…` repeats one), too deep and too long
 * ones, and unfinished ones.
 */
import { describe, expect, test } from 'vitest'
import { loadBinaryen } from '../../binaryen/node.ts'
import { fuzzMutated } from '../../commands/fuzz/mutated.ts'
import { check } from '../check.ts'
import { newSeed } from './chance.ts'
import { shown } from './hunt.ts'
import { faultOf } from './robust.ts'

const seed = Number(process.env['SEED'] ?? newSeed())
const binaryen = await loadBinaryen()
const unoptimised = { optimize: 0, shrink: 0 } as const

test(`100 broken programs of seed ${seed}`, async () => {
  const result = await fuzzMutated({ seed, count: 100 })
  expect(result.failure, shown(result, seed)).toBeUndefined()
})

const MANY = 20_000

/** What stands before, how what is repeated begins and ends, and what is inside. */
const NESTED: [name: string, before: string, open: string, close?: string][] = [
  ['parentheses', 'return ', '(', ')'],
  ['signs', 'return ', '- '],
  ['nots', 'return ', '!'],
  ['complements', 'return ', '~'],
  ['increments', '', '++ '],
  ['assertions', 'return x', '!'],
  ['sums', 'return 1', '+1'],
  ['powers', 'return 1', '**1'],
  ['comparisons', 'return 1', '<1'],
  ['shifts', 'return 1', '>>1'],
  ['joined conditions', 'return 1', '&&1'],
  ['chains', 'return a', '.b'],
  ['elements', 'return ', 'a[', ']'],
  ['elements in a row', 'return a', '[0]'],
  ['calls', 'return ', 'f(', ')'],
  ['calls in a row', 'return f', '()'],
  ['conversions', 'return ', 'i32(', ')'],
  ['objects', 'return ', 'new A(', ')'],
  ['conditionals', 'return ', '1 ? 1 : '],
  ['conditionals inside', 'return ', '1 ? ', ' : 1'],
  ['assignments', '', 'x = '],
  ['compound assignments', '', 'x += '],
  ['sequences', 'return 1', ', 1'],
  ['operands', 'return f(1', ', 1'],
  ['blocks', '', '{', '}'],
  ['branches', '', 'if (1) '],
  ['branches in braces', '', 'if (1) {', '}'],
  ['chains of else', '', 'if (1) {} else '],
  ['while', '', 'while (1) '],
  ['do', '', 'do ', ' while (1)'],
  ['for', '', 'for (;;) '],
  ['switches', '', 'switch (1) { case 1: ', '}'],
  ['cases', 'switch (1) {', 'case 1: '],
  ['statements', '', 'x = 1;'],
  ['empty statements', '', ';'],
  ['variables', 'let a = 1', ', a = 1'],
  ['declarations', '', 'let a = 1;'],
  ['types', 'let a: ', 'StaticArray<', '>'],
  ['open types', 'let a: ', 'StaticArray<'],
  ['types of calls', 'return ', 'a<', '>(1)'],
  ['nulls', 'let a: A', ' | null'],
  ['functions', '', 'function f(): void {', '}'],
  ['classes', '', 'class A {', '}'],
  ['templates', 'return ', '`${', '}`'],
  ['strings', 'return ""', ' + ""'],
]

describe.each(NESTED)('%s, very many', (_, before, open, close = '') => {
  const inner = before + open.repeat(MANY) + '1' + close.repeat(MANY)
  test.each([
    ['in a function', `export function main(): i32 { let x = 1; ${inner} }`],
    [
      'unfinished',
      `export function main(): i32 { ${before}${open.repeat(MANY)}`,
    ],
  ])('%s', (__, source) => {
    expect(faultOf(source, binaryen, unoptimised)).toBeUndefined()
  })
})

test('more statements than a call of JavaScript takes operands', () => {
  const statements = ';x++'.repeat(200_000)
  const { problems } = check(`function f(x: i32): void { ${statements} }`)
  expect(problems).toEqual([])
})

const LETTERS = [
  [
    ...'a1_$ \n\t\r"\'`\\/*+-=<>!?:;,.(){}[]@#|&^%~é“😀\0\u{A0}\u{2028}\u{FEFF}',
  ],
  ['\u{D800}', '\u{DC00}', '\u{7F}', '１', '\r\n', '\\u', '0x', '1e'],
].flat()

test.each(LETTERS.map((letter) => [JSON.stringify(letter), letter]))(
  'a megabyte of %s',
  (_, letter) => {
    const source = letter.repeat(1_000_000 / letter.length)
    expect(faultOf(source, binaryen, unoptimised)).toBeUndefined()
  },
)

/** All that a program may have. */
const WHOLE = `// A comment.
@external("env", "print") declare function print(x: f64): void
/* Another one. */
export const LENGTH: i32 = 0x10, MASK = 0b1111_0000
let total: u64 = 1_000, small: f32 = 1.5e-3
class Node {
  value: f64 = -0.5
  next: Node | null
  parts: StaticArray<StaticArray<u8> | null>
  constructor(value: f64, next: Node | null) {
    this.parts = new StaticArray<StaticArray<u8> | null>(LENGTH)
    this.value = value; this.next = next
  }
  last(): Node {
    let node: Node = this
    while (node.next != null) node = node.next!
    return node
  }
}
function text(word: string, count: i32): string {
  let all = '\\u{1F600}\\n'
  do { all += word + "\\x41"; if (count == 7) continue } while (--count > 0)
  console.log(all)
  return all.charCodeAt(0) == 65 ? all : "none" + word
}
export function main(): void {
  const list = new Node(1, new Node(2.0, null))
  for (let i: i32 = 0, j = 10; i < j && !(i > 5); i++, j -= 2) {
    if (i % 2 === 0) { total <<= 1 } else if (i >= 3) break
    else total = total ** 2 | u64(~i) ^ 3 & total >>> 1
    switch (i) {
      case 0: case 1: print(list.last().value)
      default: print(select<f64>(sqrt(4.0), NaN, i != 2)); break
      case -3: { let i = text("a", 3).length; print(i) }
    }
  }
  store<i32>(8, load<i8>(4, 2) ? +1 : -1, 4)
  memory.fill(0, 1, 2), memory.grow(1)
  v128.store(16, f32x4.splat(small)); list.parts[1] = null
  print((total = 1, f32x4.extract_lane(v128.load(16), 1)))
  return
}
`

test('each beginning of a program', () => {
  expect(faultOf(WHOLE, binaryen, unoptimised)).toBeUndefined()
  for (let to = 0; to <= WHOLE.length; to++) {
    expect(faultOf(WHOLE.slice(0, to), binaryen, unoptimised)).toBeUndefined()
  }
})

test('each end of a program', () => {
  for (let from = 0; from <= WHOLE.length; from++) {
    expect(faultOf(WHOLE.slice(from), binaryen, unoptimised)).toBeUndefined()
  }
})
