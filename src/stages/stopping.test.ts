/** Why programs stop, as a page tells it, of modules that are optimised. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { compile } from '../examplescript/compile.ts'
import { HostError } from '../examplescript/host.ts'
import { TooMuchOutput } from '../examplescript/output.ts'
import { RUNNERS } from '../examplescript/run.ts'
import type { Stop } from '../examplescript/stop.ts'
import { explainer } from './stopping.ts'
import { tracing } from './trap.ts'
import { instantiate } from '../site/instantiate.fixture.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

function stopOf(source: string): Stop | undefined {
  const { stages, run } = RUNNERS.examplescript
  const { bytes } = stages(source, binaryen).optimised
  const explain = explainer(source, binaryen)
  return tracing(() => run(source, bytes, { instantiate, explain })).stop
}

const PRINT = '@external("env", "print") declare function print(x: f64): void'

describe('a program that stops', () => {
  test('says where, and how it came there', () => {
    const source = `${PRINT}

function share(cake: i32, guests: i32): i32 {
  // Too long to be moved into its caller.
  for (let i = 0; i < guests; i++) { print(i); print(cake); print(guests) }
  print(1); print(2); print(3); print(4); print(5)
  return cake / guests
}

export function main(): void {
  print(share(6, 3))
  print(share(6, 0))
}`
    expect(stopOf(source)).toEqual({
      message: 'An integer is divided by zero.',
      line: 7,
      from: source.indexOf('cake / guests'),
      to: source.indexOf('cake / guests') + 'cake / guests'.length,
      quote: { before: 'return ', marked: 'cake / guests', after: '' },
      calls: [
        { name: 'share', line: 7 },
        { name: 'main', line: 12 },
      ],
    })
  })

  test('says it, too, where the optimizer moved a function', () => {
    const source = `${PRINT}
function share(cake: i32, guests: i32): i32 {
  return cake / guests
}
let none = 0
export function main(): void {
  print(share(6, none))
}`
    expect(stopOf(source)).toMatchObject({
      line: 3,
      calls: [{ name: 'share', line: 3 }, { name: 'main' }],
    })
  })

  test.each([
    ['unreachable()', 'A call of unreachable() is reached.', undefined],
    [
      'store<i32>(65536, 1)',
      'There is no memory at this address.',
      'A page has 65536 bytes; memory.grow brings more.',
    ],
    [
      'let a = -2147483648; print(a / minusOne)',
      'The quotient is one more than the largest integer.',
      undefined,
    ],
    [
      'main(); print(1)',
      'The stack is full: too many functions wait for one another.',
      'Look for a function that calls itself without end, or too often.',
    ],
    [
      'for (;;) console.log("again and again")',
      'It printed more than 64 MB of text.',
      'Look for a loop that prints without end.',
    ],
    [
      'for (;;) print(1.0 / 3)',
      'It printed more than 64 MB of text.',
      'Look for a loop that prints without end.',
    ],
  ])('%s', (statement, message, hint) => {
    const source = `${PRINT}
let minusOne = -1
export function main(): void {
  ${statement}
}`
    const stop = stopOf(source)
    expect(stop).toMatchObject({ message, line: 4 })
    expect(stop?.hint).toBe(hint)
    expect(stop?.calls[0]).toEqual({ name: 'main', line: 4 })
    expect(stop!.calls.length).toBeLessThanOrEqual(10)
  })

  test('before it begins, for want of an import, names the declaration', () => {
    const source = `
@external("env", "fetch") declare function fetch(x: f64): void
export function main(): void { fetch(1) }`
    expect(stopOf(source)).toMatchObject({
      message: expect.stringMatching(
        /^Nothing brings “fetch” of “env” along\./,
      ),
      line: 2,
      calls: [],
    })
  })

  test('in a global, names it', () => {
    const source = `let none = 0\nlet all = 1 / none\nexport function main(): void {}`
    expect(stopOf(source)).toMatchObject({
      line: 2,
      calls: [{ name: 'all', line: 2 }],
    })
  })
})

describe('a long line', () => {
  test('is cut around what is marked', () => {
    const sum = Array(40).fill('none').join(' + ')
    const source = `let none = 0
export function main(): i32 { return ${sum} + (${sum}) / none + ${sum} }`
    const { quote } = stopOf(source)!
    expect(quote!.before).toMatch(/^….{40}$/u)
    expect(quote!.marked).toHaveLength(61)
    expect(quote!.after).toMatch(/^.{20}…$/u)
  })
})

describe('another engine', () => {
  const source = `let none = 0
export function main(): i32 { return share(1) }
function share(cake: i32): i32 { return ${Array(40).fill('cake / none').join(' + ')} }`

  function explained(name: string, message: string, frames: string): Stop {
    const error = new Error(message)
    error.name = name
    error.stack = frames
    return explainer(source, binaryen)(error)
  }

  test('may say the functions, and no bytes', () => {
    const frames = [
      '<?>.wasm-function[0]@[wasm code]',
      '<?>.wasm-function[7]@[wasm code]',
      'run@http://localhost/worker.js:1:1',
    ].join('\n')
    const stop = explained('RuntimeError', 'Division by zero', frames)
    expect(stop).toEqual({
      message: 'An integer is divided by zero.',
      calls: [{ name: 'main' }],
    })
  })

  test.each([
    ['InternalError', 'too much recursion', 'The stack is full'],
    ['RuntimeError', 'index out of bounds', 'There is nothing at this'],
    ['RuntimeError', 'dereferencing null pointer', 'This is null'],
    ['RuntimeError', 'access to a null reference', 'This is null'],
    ['RuntimeError', 'Out of bounds array.get', 'The array has no'],
    ['RuntimeError', 'invalid conversion to integer', 'This float is no'],
    ['RuntimeError', 'something new', 'something new.'],
    ['TypeError', 'null', 'The host failed: null.'],
  ])('says %s: %s', (name, words, message) => {
    const frames = 'main@http://x/a.js:wasm-function[0]:0x40'
    expect(explained(name, words, frames).message).toContain(message)
  })

  test.each([
    [new Error('x.'), 'The host failed: x.'],
    ['x', 'The host failed: x.'],
    [
      new WebAssembly.CompileError('no structs'),
      'This engine cannot run the module: no structs. A newer one may.',
    ],
    [new HostError('Nothing.', { module: 'a', name: 'b' }), 'Nothing.'],
    [new TooMuchOutput(), 'It printed more than 64 MB of text.'],
  ])('throws %s', (thrown, message) => {
    const stop = explainer(source, binaryen)(thrown)
    expect(stop).toMatchObject({ message, calls: [] })
  })
})

describe('a module with a source map is the same', () => {
  const folder = 'src/examplescript/programs'
  const level = { optimize: 3, shrink: 0 } as const
  const sourceMap = { name: 'program', url: 'map' }
  test.each(readdirSync(folder).filter((name) => name.endsWith('.example')))(
    '%s',
    (name) => {
      const source = readFileSync(`${folder}/${name}`, 'utf8')
      const plain = compile(source, binaryen, { level })
      const mapped = compile(source, binaryen, { level, sourceMap })
      if (!('program' in plain) || !('program' in mapped)) return
      const { bytes } = plain
      expect(mapped.bytes.slice(0, bytes.length)).toEqual(bytes)
      // What follows is one custom section.
      expect(mapped.bytes[bytes.length]).toBe(0)
    },
  )
})
