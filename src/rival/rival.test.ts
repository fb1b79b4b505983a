/** Two compilers over one program: what each makes of it, and what is said. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import type { Instantiate } from '../examplescript/examplescript.ts'
import { compare, RIVAL_LEVELS, type Compared, type Made } from './compare.ts'
import { measureBoth } from './measure-both.ts'
import { comparedView, functionsIn } from './view.ts'

let binaryen: Binaryen
beforeAll(async () => {
  // Where a build runs, AssemblyScript would colour what it says.
  vi.stubEnv('CI', 'true')
  binaryen = await loadBinaryen()
})

const instantiate: Instantiate = (bytes, bring) => {
  const module = new WebAssembly.Module(bytes as BufferSource)
  const imports = bring(WebAssembly.Module.imports(module))
  return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
    .exports
}

function compared(
  source: string,
  { level = '-O3', runtime = 'stub', operand = 7 } = {},
): Promise<Compared> {
  const work = { name: 'work', operand }
  return compare(source, work, { level, runtime }, binaryen, instantiate)
}

const SUM = `function square(x: i32): i32 { return x * x }
export function work(n: i32): i32 {
  let sum = 0
  for (let i = 0; i < n; i++) sum += square(i)
  return sum
}`

const POINT = `class P { x: i32 = 0 }
export function work(n: i32): i32 {
  let last = new P()
  for (let i = 0; i < n; i++) {
    const next = new P()
    next.x = last.x + i
    last = next
  }
  return last.x
}`

test.each(RIVAL_LEVELS)('both do the same at %s', async (level) => {
  const { ours, theirs } = await compared(SUM, { level })
  expect(ours).toMatchObject({ result: '91' })
  expect(theirs).toMatchObject({ result: '91' })
})

test('a larger level makes less', async () => {
  const sizes = await Promise.all(
    ['-O0', '-O3'].map(async (level) => {
      const { ours, theirs } = await compared(SUM, { level })
      return [ours, theirs].map((side) => (side as Made).bytes.length)
    }),
  )
  expect(sizes[1]![0]).toBeLessThan(sizes[0]![0]!)
  expect(sizes[1]![1]).toBeLessThan(sizes[0]![1]!)
})

test('a runtime is as large as what it does', async () => {
  const sizes = ['stub', 'minimal', 'incremental'].map(async (runtime) => {
    const { theirs } = await compared(POINT, { runtime })
    return (theirs as Made).bytes.length
  })
  const [stub, minimal, incremental] = await Promise.all(sizes)
  expect(stub).toBeLessThan(minimal!)
  expect(minimal).toBeLessThan(incremental!)
})

test('what the work prints is a part of its result', async () => {
  const { ours, theirs } =
    await compared(`@external("env", "print") declare function print(x: f64): void
export function work(n: i32): i32 { print(n); print(0.5); return n }`)
  expect(ours).toMatchObject({ result: '7, 0.5, 7' })
  expect(theirs).toMatchObject({ result: '7, 0.5, 7' })
})

test('what stops the work is its result', async () => {
  const { ours, theirs } = await compared(
    'export function work(n: i32): i32 { return n / 0 }',
  )
  expect(ours).toMatchObject({ result: 'stops: divide by zero' })
  expect(theirs).toMatchObject({ result: 'stops: divide by zero' })
})

describe('refused', () => {
  test('by ours alone, with its hint', async () => {
    const { ours, theirs } = await compared(
      'function same<T>(x: T): T { return x }\nexport function work(n: i32): i32 { return same<i32>(n) }',
    )
    expect(ours).toMatchObject({
      refusal: expect.stringMatching(/^Line 1: .*generic.*Write one/),
    })
    expect(theirs).toHaveProperty('bytes')
  })

  test('by both, each in its own words', async () => {
    const { ours, theirs } = await compared('let x: string = 1')
    expect(ours).toHaveProperty('refusal')
    expect(theirs).toMatchObject({
      refusal: expect.stringContaining('ERROR TS'),
    })
  })
})

describe('the text', () => {
  test('of a function is under the name that it is called by', async () => {
    const pair = await compared(SUM)
    expect(functionsIn(pair)).toEqual(['work'])
    const { of, lines } = comparedView(pair, 'work')
    expect(of).toBe('work')
    expect(lines[0]!.pieces[0]!.text).toContain('(func $work (param $0 i32)')
    expect(lines.every(({ kind }) => kind === 'stays')).toBe(true)
  })

  test('of all shows what one module has alone', async () => {
    const { lines } = comparedView(await compared(SUM), '')
    const alone = lines.filter(({ kind }) => kind === 'comes')
    expect(alone.map(({ pieces }) => pieces[0]!.text.trim())).toEqual([
      '(memory $0 1 4096)',
      '(export "memory" (memory $0))',
    ])
  })

  test('of what is not there is that of all', async () => {
    expect(comparedView(await compared(SUM), 'other').of).toBe('')
  })
})

/** A clock that goes on with each look at it, by milliseconds. */
function ticking(step: number) {
  let time = 0
  return () => (time += step)
}

describe('measured', () => {
  test('both have their times, and it is told how far it is', async () => {
    const pair = await compared(SUM)
    const told: string[] = []
    const choice = { level: '-O3', runtime: 'stub' }
    await measureBoth(SUM, { name: 'work', operand: 7 }, choice, pair, {
      binaryen,
      instantiate,
      now: ticking(300),
      tell: (words) => told.push(words),
    })
    const spread = { least: expect.any(Number), median: expect.any(Number) }
    const times = { compile: spread, run: spread }
    expect(pair.ours).toMatchObject(times)
    expect(pair.theirs).toMatchObject(times)
    expect(told).toContain('Compiling with both, turn 1 …')
    expect(told).toContain('Running with both, turn 1 …')
  })

  test('a refused side has none, and the other one compiles', async () => {
    const source =
      'function same<T>(x: T): T { return x }\nexport function work(n: i32): i32 { return same<i32>(n) }'
    const pair = await compared(source)
    const choice = { level: '-O3', runtime: 'stub' }
    await measureBoth(source, { name: 'work', operand: 7 }, choice, pair, {
      binaryen,
      instantiate,
      now: ticking(300),
      tell: () => {},
    })
    expect(pair.theirs).toHaveProperty('compile')
    expect(pair.theirs).not.toHaveProperty('run')
  })
})
