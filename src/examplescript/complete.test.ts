/** What may be written at a place: the caret is where the § stands. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { understand } from './check.ts'
import { completionsAt, type CompletionOption } from './complete.ts'
import { describeAt } from './describe.ts'
import { Chance } from './differential/chance.ts'
import { mutate } from './differential/mutate.ts'

function optionsIn(marked: string): CompletionOption[] {
  const offset = marked.indexOf('§')
  const source = marked.replace('§', '')
  return completionsAt(source, offset)?.options ?? []
}

function labels(marked: string): string[] {
  return optionsIn(marked).map(({ label }) => label)
}

const HEAD = `@external("env", "print") declare function print(x: f64): void
class Point { x: f64 = 1; next: Point | null = null; size(by: f64): f64 { return this.x * by } }
const LENGTH = 16
function square(side: i32): i32 { return side * side }
`

function inMain(lines: string): string {
  return `${HEAD}export function main(): void {\n${lines}\n}`
}

/** What there is, and what there is not. */
const THERE: [lines: string, are: string, areNot?: string][] = [
  ['let bar = 1; let a = ba§', 'bar square print LENGTH sqrt f64 new', 'a let'],
  ['let bar = 1\nba§', 'bar let if return', 'main2 StaticArray'],
  ['let bar = 1\n§', 'bar square while'],
  ['let bar = 1\nif (bar) §', 'bar return'],
  ['let bar = 1\nprint(§)', 'bar square', 'let if'],
  ['let bar = 1\nprint(§', 'bar square', 'let if'],
  ['let bar = 1\nbar + §', 'bar square', 'let'],
  ['let bar = 1\nbar +\n§', 'bar square', 'let'],
  ['§\nlet later = 1', 'square', 'later'],
  ['{ let inner = 1 }\n§', 'square', 'inner'],
  ['for (let i = 0; §', 'i square', 'let'],
  ['for (let i = 0; i < 2; i++) { pr§ }', 'i print let'],
  ['switch (1) { case 1: let c = 1; § }', 'c case break'],
  ['let a: §', 'i32 f64 u8 string StaticArray Point', 'let square'],
  ['let a: StaticArray<§', 'u8 Point', 'square'],
  ['let a: StaticArray<§>', 'u8 Point', 'square'],
  ['let a = load<§', 'u8 f64', 'square'],
  ['let a = load<u§>(0)', 'u8 f64', 'square'],
  ['let a = new §', 'Point StaticArray', 'i32 square'],
  ['let p = new Point()\np.§', 'x next size', 'length square let'],
  ['let p = new Point()\np.§\nlet y = 1', 'x next size'],
  ['let p = new Point()\np.si§', 'x next size'],
  ['let p = new Point()\nprint(p.§', 'x next size'],
  ['let p = new Point()\nlet q = p.next.§', 'x next size'],
  ['let p = new Point()\nif (p.§) { }', 'x next size'],
  ['let s = "a"\ns.§', 'length charCodeAt'],
  ['let s = new StaticArray<u8>(1)\ns.§', 'length', 'charCodeAt'],
  ['f32x4.§', 'add splat extract_lane', 'f32x4.add and x'],
  ['let a = f32x4.ad§', 'add splat'],
  ['memory.§\nlet a = 1', 'size grow copy fill'],
  ['console.§', 'log'],
  ['let a = ) p§', 'print'],
  ['l§', 'let'],
  ['do§', 'do'],
]

describe('there is', () => {
  test.each(THERE)('%s', (lines, are, areNot = '') => {
    const found = labels(inMain(lines))
    expect(found).toEqual(expect.arrayContaining(are.split(' ')))
    const wrong = areNot.split(' ').filter((label) => found.includes(label))
    expect(wrong).toEqual([])
    expect(new Set(found).size).toBe(found.length)
  })
})

test.each([
  'let §',
  'let b§',
  'const §',
  'let a §',
  'let a = 1§',
  'let a = 1.§',
  'let a = 0x§',
  'print("a§")',
  'print("a§',
  'print("§")',
  '// f§',
  '/* f§ */',
  '/* f§',
  'unknown.§',
  'LENGTH.§',
])('there is nothing: %s', (lines) => {
  expect(labels(inMain(lines))).toEqual([])
})

test.each([
  ['§', 'function class export'],
  ['fun§', 'function class export'],
  ['let a = 1\n§', 'function let'],
  ['function f(a: §', 'i32'],
  ['function f(): §', 'void i32'],
  ['class A { § }', 'constructor'],
  ['class A { x: § }', 'i32 A'],
  ['class A { x: i32 = 1; f(): i32 { return this.§ } }', 'x f'],
  ['function f(size: i32): i32 { return §', 'size f'],
  ['const a = 1, b = §', 'a sqrt'],
])('outside: %s', (marked, are) => {
  expect(labels(marked)).toEqual(expect.arrayContaining(are.split(' ')))
})

test.each([
  'function f(§',
  'function §',
  'class §',
  'function f(a§: i32): i32 {}',
])('names are made up: %s', (marked) => {
  expect(labels(marked)).toEqual([])
})

test.each([
  ['sqr§', 'square', { kind: 'function', detail: '(side: i32): i32' }],
  [
    'sqr§',
    'sqrt',
    {
      kind: 'builtin',
      detail: '(x: T): T',
      says: 'The square root. T is f32 or f64.',
    },
  ],
  [
    'f32x4.§',
    'add',
    { kind: 'builtin', detail: '(a: v128, b: v128): v128', says: 'Four sums.' },
  ],
  [
    'let p = new Point(); p.§',
    'size',
    { kind: 'method', detail: '(by: f64): f64' },
  ],
  [
    'let p = new Point(); p.§',
    'next',
    { kind: 'field', detail: 'Point | null' },
  ],
  ['let count: u64 = 1; §', 'count', { kind: 'variable', detail: 'u64' }],
  [
    'let a: §',
    'u8',
    { kind: 'type', says: expect.stringContaining('0 to 255') },
  ],
  ['§', 'Point', { kind: 'class' }],
  ['§', 'return', { kind: 'keyword' }],
])('%s has %s', (lines, label, expected) => {
  const option = optionsIn(inMain(lines)).find((one) => one.label === label)
  expect(option).toMatchObject(expected)
})

const FOLDER = 'src/examplescript/programs'
const programs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example'))
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  .filter(({ length }) => length < 1000)

describe('whatever is written, at each place there is an answer', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed))('%i', (seed) => {
    const chance = new Chance(seed)
    const source = mutate(chance.pick(programs), chance, programs).slice(0, 600)
    const known = understand(source)
    expect(known.typed.functions).toBeInstanceOf(Array)
    for (let offset = 0; offset <= source.length; offset++) {
      const said = describeAt(known, offset)
      if (said) {
        expect(said.from).toBeLessThanOrEqual(offset)
        expect(said.to).toBeGreaterThanOrEqual(offset)
        expect(said.code).not.toBe('')
      }
      const { from = 0, options = [] } = completionsAt(source, offset) ?? {}
      expect(from).toBeLessThanOrEqual(offset)
      for (const { label } of options) expect(label).toMatch(/^[\w$]+$/)
    }
  })
})
