/** What comes out of a trace is what `wasm-opt` makes, and each step is told. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BinaryenError } from '../binaryen/binaryen.ts'
import { loadBinaryen, runToolHere } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import { commandOf } from './command.ts'
import { WRITER } from './sentences.ts'
import {
  functionText,
  timePasses,
  traceFunction,
  tracePasses,
  type Input,
  type Recipe,
} from './trace.ts'

const binaryen = await loadBinaryen()
const O3: Recipe = { level: '-O3', hasGC: true, converges: false }
const FOLDER = 'src/examplescript/programs'

const SUM: Input = {
  kind: 'text',
  text: `(module
    (func $one (result i32) (i32.const 1))
    (func $sum (export "sum") (result i32)
      (i32.add (call $one) (i32.const 2)))
    (func $unused))`,
}

/** Two calls in this order: only the stack itself can do without a local. */
const SPILT: Input = {
  kind: 'text',
  text: `(module
    (import "a" "a" (func $a (result i32)))
    (import "a" "b" (func $b))
    (func $f (export "f") (result i32) (local $x i32)
      (local.set $x (call $a))
      (call $b)
      (local.get $x)))`,
}

/** Every program, each at another level, and some in another way, too. */
const programs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example'))
  .flatMap((name, index): [string, Recipe, Uint8Array][] => {
    const source = readFileSync(`${FOLDER}/${name}`, 'utf8')
    const level = LEVELS.get('-O0')!
    const compiled = compile(source, binaryen, { level })
    if (!('bytes' in compiled)) return []
    const levels = [...LEVELS.keys()]
    const recipe = {
      level: levels[index % levels.length]!,
      hasGC: true,
      converges: index % 4 === 0,
    }
    return [[`${name} ${JSON.stringify(recipe)}`, recipe, compiled.bytes]]
  })

describe('is byte for byte what wasm-opt gives', () => {
  test.each(programs)('%s', async (_, recipe, bytes) => {
    await expectSame(bytes, recipe)
  })

  test('without GC, and with a list of one’s own', async () => {
    const source = readFileSync(`${FOLDER}/mandelbrot.example`, 'utf8')
    const level = LEVELS.get('-O0')!
    const { bytes } = compile(source, binaryen, { level }) as {
      bytes: Uint8Array
    }
    for (const name of LEVELS.keys()) {
      await expectSame(bytes, { level: name, hasGC: false, converges: true })
    }
    const passes = ['flatten', 'rereloop', 'dce', 'vacuum']
    await expectSame(bytes, { ...O3, passes })
    await expectSame(bytes, { ...O3, level: '-O0', passes })
  })
})

async function expectSame(bytes: Uint8Array, recipe: Recipe) {
  const trace = tracePasses(binaryen, { kind: 'binary', bytes }, recipe)
  const [tool, ...words] = commandOf(recipe, 'in.wasm').split(' ')
  expect(tool).toBe('wasm-opt')
  const { status, files } = await runToolHere({
    tool: 'wasm-opt',
    words,
    files: new Map([['in.wasm', bytes]]),
  })
  expect(status).toBe(0)
  expect(Buffer.compare(files.get('out.wasm')!, trace.bytes)).toBe(0)
  expect(trace.steps.at(-1)?.size ?? trace.size).toBe(trace.bytes.length)
}

describe('a trace', () => {
  test('tells of each pass whether the module changed, and its size', () => {
    const heard: string[] = []
    const { size, steps, functions } = tracePasses(
      binaryen,
      SUM,
      O3,
      ({ pass }) => heard.push(pass),
    )
    expect(functions).toEqual(['one', 'sum', 'unused'])
    expect(heard).toEqual(steps.map(({ pass }) => pass))
    const changed = steps.filter(({ isChanged }) => isChanged)
    expect(changed.map(({ pass }) => pass)).toEqual([
      'remove-unused-module-elements',
      'inlining-optimizing',
    ])
    expect(changed[0]!.size).toBeLessThan(size)
    expect(steps.every(({ round }) => round === 1)).toBe(true)
  })

  test('shows one function, before and after each pass that changes it', () => {
    const texts = traceFunction(binaryen, SUM, O3, 'sum')
    expect(texts).toHaveLength(2)
    const [[first, before], [last, after]] = texts as [
      [number, string],
      [number, string],
    ]
    expect(first).toBe(0)
    expect(before).toMatch(/^\(func \$sum [^]*\(call \$one\)[^]*\n\)$/)
    const { steps } = tracePasses(binaryen, SUM, O3)
    expect(steps[last - 1]!.pass).toBe('inlining-optimizing')
    expect(after).toContain('(i32.const 3)')
  })

  test('shows that a function is gone', () => {
    const texts = traceFunction(binaryen, SUM, O3, 'unused')
    expect(texts.at(-1)![1]).toBe('')
  })

  test('goes round until nothing gets smaller', () => {
    const { steps } = tracePasses(binaryen, SUM, { ...O3, converges: true })
    const passes = steps.slice(0, -1)
    expect(passes.at(-1)!.round).toBe(2)
    expect(passes.filter(({ round }) => round === 2)).toHaveLength(
      passes.length / 2,
    )
  })

  test('ends with what the writer tidies, at the levels that do', () => {
    const { steps, bytes } = tracePasses(binaryen, SPILT, O3)
    const [before, writer] = steps.slice(-2)
    expect(writer).toMatchObject({ pass: WRITER, isChanged: true })
    expect(writer!.size).toBeLessThan(before!.size)
    expect(writer!.size).toBe(bytes.length)
    const [step, after, was] = traceFunction(binaryen, SPILT, O3, 'f').at(-1)!
    expect(step).toBe(steps.length)
    expect(was).toMatch(/local\.set \$\d+\n[^]*local\.get/)
    expect(after).not.toMatch(/local\.set/)
  })

  test('has no step for the writer where it tidies nothing, or passes are named', () => {
    const passes = ['vacuum', 'dce']
    for (const recipe of [
      { ...O3, level: '-O2' },
      { ...O3, passes },
    ]) {
      const { steps } = tracePasses(binaryen, SPILT, recipe)
      expect(steps.map(({ pass }) => pass)).not.toContain(WRITER)
    }
    const { steps, bytes } = tracePasses(binaryen, SPILT, { ...O3, passes })
    expect(steps.at(-1)!.size).toBe(bytes.length)
  })

  test('times each step', () => {
    let clock = 0
    const tick = () => clock++
    const times = timePasses(binaryen, SUM, O3, 1000, tick)
    expect(times).toHaveLength(tracePasses(binaryen, SUM, O3).steps.length)
    expect(new Set(times.slice(0, -1))).toEqual(new Set([1]))
    // What the writer does takes as long as writing, less writing.
    expect(times.at(-1)).toBe(0)
  })

  test('ends at a pass that refuses, and keeps what was before it', () => {
    const passes = ['vacuum', 'extract-function', 'dce']
    const { steps, stopped } = tracePasses(binaryen, SUM, { ...O3, passes })
    expect(steps).toHaveLength(1)
    expect(stopped!.pass).toBe('extract-function')
    expect(stopped!.message).toContain('--extract-function=FUNCTION_NAME')
  })

  test('refuses a pass that does not exist', () => {
    const passes = ['no-such-pass']
    const { stopped } = tracePasses(binaryen, SUM, { ...O3, passes })
    expect(stopped!.message).toBe('Could not find pass: no-such-pass')
  })

  test.each([
    ['garbage', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), /not a WebAssembly/],
    ['half a module', Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1), /byte/],
  ])('refuses %s', (_, bytes, message) => {
    const act = () => tracePasses(binaryen, { kind: 'binary', bytes }, O3)
    expect(act).toThrow(BinaryenError)
    expect(act).toThrow(message)
  })

  test('refuses what needs a feature that is off', () => {
    const text = `(module (type $t (struct))
      (func (result anyref) (struct.new $t)))`
    const act = () =>
      tracePasses(binaryen, { kind: 'text', text }, { ...O3, hasGC: false })
    expect(act).toThrow(/requires gc|--enable-gc/)
  })
})

describe('functionText', () => {
  const text =
    '(module\n (func $ab (result i32)\n  (i32.const 1)\n )\n (func $a\n )\n)\n'

  test.each([
    ['ab', '(func $ab (result i32)\n (i32.const 1)\n)'],
    ['a', '(func $a\n)'],
    ['b', ''],
  ])('finds $%s alone', (name, found) => {
    expect(functionText(text, name)).toBe(found)
  })
})
