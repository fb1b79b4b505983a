/** Every fix that is offered is one: the problem is gone, and reads well. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { CODES } from './codes.ts'
import { edited, type Fix } from './edit.ts'
import type { Problem } from './problem.ts'

const FOLDER = 'src/examplescript/programs'
const programs = readdirSync(FOLDER)
  .filter((name) => name.startsWith('error-'))
  .map((name): [string, string] => [
    name,
    readFileSync(`${FOLDER}/${name}`, 'utf8'),
  ])
const examples = Object.entries(CODES).map(
  ([code, { example }]): [string, string] => [code, example],
)

/** Where something is in the text that the edits make. */
function moved(at: number, { edits }: Fix): number {
  const before = edits.filter(({ to }) => to <= at)
  const grown = before.map(({ from, to, insert }) => insert.length - to + from)
  return at + grown.reduce((sum, size) => sum + size, 0)
}

function unexpected(problems: Problem[]): number {
  return problems.filter(({ code }) => code === 'unexpected').length
}

function expectFixed(source: string, problem: Problem, fix: Fix): void {
  expect(fix.label).toMatch(/^[A-Z]\S* ?.*[^.]$/s)
  expect(fix.edits.length).toBeGreaterThan(0)
  let last = 0
  for (const { from, to } of fix.edits) {
    expect(from).toBeGreaterThanOrEqual(last)
    expect(to).toBeGreaterThanOrEqual(from)
    last = to
  }
  const after = edited(source, fix.edits)
  expect(after).not.toBe(source)
  const { problems } = check(after)
  const [first] = fix.edits
  const places = new Set([problem.from, moved(problem.from, fix), first!.from])
  const left = problems.filter(
    ({ code, from }) => code === problem.code && places.has(from),
  )
  expect(left).toEqual([])
  const before = unexpected(check(source).problems)
  expect(unexpected(problems)).toBeLessThanOrEqual(before)
}

test.each([...programs, ...examples])('the fixes of %s', (_, source) => {
  for (const problem of check(source).problems) {
    for (const fix of problem.fixes ?? []) expectFixed(source, problem, fix)
  }
})

function inMain(lines: string): string {
  return `export function main(): void {\n${lines}\n}`
}

const HEAD = `class Box { value: i32 = 1; next: Box | null = null; size(): i32 { return 1 } }
function ask(): i32 { return 1 }
function find(): Box | null { return null }
let i: i32 = 1, u: u32 = 2, l: i64 = 3, d: f64 = 4, b: bool = true
let box: Box | null = null, s: string = "", bytes = new StaticArray<u8>(2)
`

/** Lines of a function, and what becomes of them by the first fix. */
const FIXED: [lines: string, after: string][] = [
  ['i = d', 'i = i32(d)'],
  ['i = 2.5 + d', 'i = i32(2.5 + d)'],
  ['i = (l, d)', 'i = (i32((l, d)))'],
  ['bytes[0] = 256', 'bytes[0] = u8(256)'],
  ['i = load<i32>(l)', 'i = load<i32>(u32(l))'],
  ['i = boxx', 'i = box'],
  ['i = askk()', 'i = ask()'],
  ['i = box!.valeu', 'i = box!.value'],
  ['f32x4.ad(1)', 'f32x4.add(1)'],
  ['let n: i23 = 1', 'let n: i32 = 1'],
  ['let n: number = 1', 'let n: f64 = 1'],
  ['let n: int = 1', 'let n: i32 = 1'],
  ['let n: double = 1', 'let n: f64 = 1'],
  ['let n: float = 1', 'let n: f64 = 1'],
  ['let n: boolean = true', 'let n: bool = true'],
  ['let n: Array<i32> | null = null', 'let n: StaticArray<i32> | null = null'],
  ['let n: i32[] | null = null', 'let n: StaticArray<i32> | null = null'],
  ['let n: u8 = 1', 'let n: u32 = 1'],
  ['let n: i32 | null = 1', 'let n: i32 = 1'],
  ['let n: i32<f64> = 1', 'let n: i32 = 1'],
  ['let n = load<u8>(0)', 'let n: i32 = load<u8>(0)'],
  ['i = bytes[0] + bytes[1]', 'i = i32(bytes[0]) + i32(bytes[1])'],
  ['i = -bytes[0]', 'i = -i32(bytes[0])'],
  ['i = box.value', 'i = box!.value'],
  ['i = find().value', 'i = find()!.value'],
  ['i = (b ? box : null).value', 'i = ((b ? box : null)!).value'],
  ['let c: Box = find()', 'let c: Box = find()!'],
  ['i = i32(u + i)', 'i = i32(u + u32(i))'],
  ['b = l < u64(1)', 'b = l < i64(u64(1))'],
  ['i = 2.5 & i', 'i = i32(2.5) & i'],
  ['i = b + b', 'i = i32(b) + i32(b)'],
  ['i = b ? u : i', 'i = b ? u : u32(i)'],
  ['i = ask', 'i = ask()'],
  ['i = box!.size', 'i = box!.size()'],
  ['i = s.length()', 'i = s.length'],
  ['let c = Box()', 'let c = new Box()'],
  ['let c: Box = Box', 'let c: Box = new Box()'],
  ['i = s[1]', 'i = s.charCodeAt(1)'],
  ['i = ask()!', 'i = ask()'],
  ['i = ask<i32>()', 'i = ask()'],
  ['i = load(4)', 'i = load<i32>(4)'],
  ['d = floor(i)', 'd = floor(f64(i))'],
  ['d = Math.floor(d)', 'd = floor(d)'],
  ['d = Math.PI', 'd = 3.141592653589793'],
  ['i = i32.MIN_VALUE', 'i = (-2147483648)'],
  ['b = isNaN(d)', 'b = (d != d)'],
  ['d = 18446744073709551615', 'd = 18446744073709551615.0'],
  ['const c = 1; c = 2', 'let c = 1; c = 2'],
  ['let c = 1; let c = 2', 'let c = 1; c = 2'],
  ['var c = 1', 'let c = 1'],
  ['d = i as f64', 'd = f64(i)'],
  ['i = 1 × 2', 'i = 1 * 2'],
  ['i = 1 − ２', 'i = 1 - ２'],
  ['s = “a ‘b’”', 's = "a ‘b’"'],
  ['# A comment', '// A comment'],
  ['s = `a`', 's = "a"'],
  ['s = `"a"`', `s = '"a"'`],
  [String.raw`s = "100\%"`, 's = "100%"'],
  ['s = "a', 's = "a"'],
  ['i = 1__0_', 'i = 1_0'],
  ['d = .5', 'd = 0.5'],
  ['d = 5.', 'd = 5.0'],
  ['i = (1 + 2', 'i = (1 + 2)'],
  ['d = sqrt(d', 'd = sqrt(d)'],
  ['i = bytes[1', 'i = bytes[1]'],
  ['let a = (((1 + 2', 'let a = (((1 + 2)))'],
  ['let a = ((1 + 2)', 'let a = ((1 + 2))'],
  ['i = ask(bytes[(1', 'i = ask(bytes[(1)])'],
  ['i = ask(((1); u = 2', 'i = ask(((1))); u = 2'],
  ['if ((b && (b { i = 1 }', 'if ((b && (b))) { i = 1 }'],
  ['for (i = (0; i < 3; i++) { }', 'for (i = (0); i < 3; i++) { }'],
  ['for (i = 0; i < ((3; i++) { }', 'for (i = 0; i < ((3)); i++) { }'],
  ['if (b { i = 1 }', 'if (b) { i = 1 }'],
  ['i = 1 u = 2', 'i = 1; u = 2'],
  ['i = -2 ** 2', 'i = -(2 ** 2)'],
  ['i = b ? 2 : 3, i++', 'i = (b ? 2 : 3), i++'],
  ['i\n++u', 'i;\n++u'],
  ['/* Never', '/* Never */'],
]

test.each(FIXED)('%s', (lines, after) => {
  const source = HEAD + inMain(lines)
  const { problems } = check(source)
  const problem = problems.find(({ fixes }) => fixes)
  expect(problem, JSON.stringify(problems)).toBeDefined()
  const [fix] = problem!.fixes!
  expect(edited(source, fix!.edits)).toBe(HEAD + inMain(after))
  for (const one of problem!.fixes!) expectFixed(source, problem!, one)
})

/** Whole programs, and what becomes of them. */
const PROGRAMS: [source: string, after: string][] = [
  ['function f() { }', 'function f(): void { }'],
  ['function f(): void {', 'function f(): void {\n}'],
  ['function f(): void { if (1) {', 'function f(): void { if (1) {\n}\n}'],
  ['function f(): void { return 2 }', 'function f(): i32 { return 2 }'],
  [
    'declare function f(): void',
    '@external("env", "f") declare function f(): void',
  ],
  ['class A { private x: i32 = 1 }', 'class A { x: i32 = 1 }'],
  ['class A { a: A }', 'class A { a: A | null }'],
  [
    'let a = Math.pow(1, 2)',
    '@external("Math", "pow") declare function pow(x: f64, y: f64): f64\nlet a = pow(1, 2)',
  ],
  [
    'export const a = 1\nfunction f(): void { a = 2 }',
    'export let a = 1\nfunction f(): void { a = 2 }',
  ],
]

test.each(PROGRAMS)('%s', (source, after) => {
  const problem = check(source).problems.find(({ fixes }) => fixes)!
  expect(edited(source, problem.fixes![0]!.edits)).toBe(after)
  for (const fix of problem.fixes!) expectFixed(source, problem, fix)
})

describe('where it is not clear, nothing is offered', () => {
  test.each([
    'let a: i32 = "one"',
    'i = 0755',
    's = `a ${i}`',
    's = "a\\',
    's = “a',
    'function g() { return 1 }',
    'Math.nothing(1)',
    'let c = i as Box',
    'u = u ** u',
  ])('%s', (lines) => {
    const { problems } = check(HEAD + inMain(lines))
    const labels = problems.flatMap(({ fixes }) => fixes ?? [])
    expect(problems).not.toEqual([])
    expect(labels.filter(({ label }) => !label.startsWith('Write }'))).toEqual(
      [],
    )
  })
})

test('brackets that were told before are not counted again', () => {
  const { problems } = check(inMain('let a = (1\nlet b = ((2'))
  const inserts = problems.flatMap(({ fixes = [] }) =>
    fixes.flatMap(({ edits }) => edits.map(({ insert }) => insert)),
  )
  expect(inserts).toEqual([')', '))'])
})

test('labels are short, whatever is in them', () => {
  const sum = Array.from({ length: 50 }, () => '1.5').join(' + ')
  const [problem] = check(inMain(`let a: i32 = ${sum}`)).problems
  expect(problem!.fixes![0]!.label).toBe(
    'Add a conversion: i32(1.5 + 1.5 + 1.5 …1.5 + 1.5 + 1.5)',
  )
})
