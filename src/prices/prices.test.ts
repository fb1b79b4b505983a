/** Prices of levels: exact sizes, one result for all, and stops that are told. */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadBinaryen } from '../binaryen/node.ts'
import type { Binaryen } from '../binaryen/binaryen.ts'
import {
  compile,
  LEVELS,
  type Instantiate,
} from '../examplescript/examplescript.ts'
import { levelModules, levelSizes, levelText, priceLevels } from './prices.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

const SUM = `function square(x: i32): i32 {
  return x * x
}
export function work(n: i32): i32 {
  let sum = 0
  for (let i = 0; i < n; i++) sum += square(i)
  return sum
}`
const NAMES = [...LEVELS.keys()]

const instantiate: Instantiate = (bytes, bring) => {
  const module = new WebAssembly.Module(bytes as BufferSource)
  const imports = bring(WebAssembly.Module.imports(module))
  return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
    .exports
}

/** A clock on which each look takes a while, so that nothing takes long. */
function instruments(start: Instantiate = instantiate) {
  let time = 0
  const told: string[] = []
  return {
    instantiate: start,
    explain: (thrown: unknown) => ({
      message: (thrown as Error).message,
      calls: [],
    }),
    now: () => (time += 50),
    tell: (words: string) => void told.push(words),
    told,
  }
}

const price = (source: string, tools = instruments(), name = 'work') =>
  priceLevels(source, { name, operand: 10 }, binaryen, tools)

test('sizes are those of what compile gives at each level', () => {
  const modules = levelModules(SUM, binaryen)
  expect(modules.map(({ level }) => level)).toEqual(NAMES)
  for (const { level, bytes } of modules) {
    const compiled = compile(SUM, binaryen, { level: LEVELS.get(level)! })
    expect({ bytes }).toEqual({ bytes: (compiled as { bytes: unknown }).bytes })
  }
})

test('a text is that of the module, with its names', () => {
  expect(levelText('-O0', SUM, binaryen)).toContain('(call $square')
  expect(levelText('-O3', SUM, binaryen)).not.toContain('$square')
})

const module = (level: string, ...bytes: number[]) => ({
  level,
  bytes: new Uint8Array(bytes),
})

test('levels that make the same bytes say which one did so first', () => {
  const modules = [
    module('-O0', 1, 2, 3),
    module('-O1', 1, 2),
    module('-O2', 1, 3),
    module('-O3', 1, 2),
    module('-O4', 1, 2),
  ]
  expect(levelSizes(modules, [9, 8, 7, 8, 8])).toEqual([
    { level: '-O0', size: 3, packed: 9 },
    { level: '-O1', size: 2, packed: 8 },
    { level: '-O2', size: 2, packed: 7 },
    { level: '-O3', size: 2, packed: 8, sameAs: '-O1' },
    { level: '-O4', size: 2, packed: 8, sameAs: '-O1' },
  ])
})

describe('measured', () => {
  test('each level has both times, and the result is the program’s', () => {
    const tools = instruments()
    const priced = price(SUM, tools)
    if ('stop' in priced) throw new Error(priced.stop.message)
    expect(priced.result).toBe('285')
    expect(priced.others).toEqual([])
    expect(priced.times).toHaveLength(NAMES.length)
    expect(priced.times[0]!.run.runs).toBeGreaterThan(0)
    expect(priced.first).toBe(50)
    expect(tools.told).toContain('Running what -Oz made …')
    expect(tools.told).toContain('Compiling in turns: 1 of 15 …')
  })

  test.each([
    ['export function work(n: u32): u32 { return 0 - n }', '4294967286'],
    ['export function work(n: i64): i64 { return 0 - n }', '-10'],
    ['export function work(): f64 { return 0.5 }', '0.5'],
    ['export function work(n: i32): void { }', ''],
  ])('a result as the language means it: %s', (source, result) => {
    expect(price(source)).toMatchObject({ result, others: [] })
  })

  test('a level that gives something else is found', () => {
    let count = 0
    const wrong: Instantiate = () => {
      const mine = count++
      return { work: () => (mine === 3 ? 286 : 285) }
    }
    expect(price(SUM, instruments(wrong))).toMatchObject({
      result: '285',
      others: [{ level: '-O3', result: '286' }],
    })
  })

  test('a run that stops says at which level', () => {
    const source = `export function work(n: i32): i32 { return n / (n - 10) }`
    expect(price(source)).toMatchObject({
      level: '-O0',
      stop: { message: 'divide by zero' },
    })
  })

  test('one that stops only after some runs does so, too', () => {
    const source = `let left = 3
export function work(n: i32): i32 {
  left--
  if (left < 0) unreachable()
  return 1
}`
    expect(price(source)).toMatchObject({ level: '-O0', stop: {} })
  })
})
