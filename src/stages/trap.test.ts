/** Traps of engines that this Node may not be: their words, and their frames. */
import { beforeAll, expect, test } from 'vitest'
import { loadBinaryen } from '../binaryen/node.ts'
import { compile } from '../examplescript/compile.ts'
import { parse } from '../examplescript/parse.ts'
import { lineStarts } from '../examplescript/position.ts'
import { trapOf, type Running } from './trap.ts'

const SOURCE = `class Bird {
  wings: i32 = 2
  mate: Bird | null = null
  flap(): i32 { return this.mate!.wings }
}
export function main(): i32 { return new Bird().flap() }
`

let running: Running
/** Bytes of the module, and the text of the program that they come from. */
let places: { at: number; byte: number }[]

beforeAll(async () => {
  const compiled = compile(SOURCE, await loadBinaryen(), {
    level: { optimize: 0, shrink: 0 },
    sourceMap: { name: 'program', url: 'map' },
  })
  if (!('program' in compiled)) throw new Error(compiled.problems[0].message)
  const { program, sourceMap = '', bytes } = compiled
  const source = { text: SOURCE, starts: lineStarts(SOURCE) }
  running = { source, tree: parse(SOURCE).tree, program, sourceMap }
  places = Array.from(bytes, (_, byte) => ({ byte, at: placeOf(byte) ?? -1 }))
})

function placeOf(byte: number): number | undefined {
  return trapOf(thrown('', byte), running)?.calls?.[0]?.at
}

function thrown(message: string, ...bytes: number[]): Error {
  const error = new WebAssembly.RuntimeError(message)
  const frames = bytes.map(
    (byte) => `    at wasm://wasm/0ab1:wasm-function[1]:0x${byte.toString(16)}`,
  )
  error.stack = [
    `RuntimeError: ${message}`,
    ...frames,
    '    at f (a.js:1:1)',
  ].join('\n')
  return error
}

function byteOf(text: string): number {
  const at = SOURCE.indexOf(text)
  return places.find((place) => place.at === at)!.byte
}

test('frames are functions of the program', () => {
  const error = thrown('', byteOf('this.mate!'), 0, byteOf('new Bird'))
  const report = trapOf(error, running)!
  expect(report.calls?.map(({ name }) => name)).toEqual(['Bird.flap', 'main'])
  expect(SOURCE.slice(report.place!.from, report.place!.to)).toBe(
    'this.mate!.wings',
  )
})

test.each([
  ['dereferencing a null pointer', 'This is null, and no object.'],
  [
    'array element access out of bounds',
    'The array has no element of this index.',
  ],
  ['requested new array is too large', 'No array has this length.'],
  ['memory access out of bounds', 'There is no memory at this address.'],
  ['table index is out of bounds', 'table index is out of bounds.'],
])('%s', (words, message) => {
  const report = trapOf(thrown(words, byteOf('this.mate!')), running)
  expect(report).toMatchObject({ message })
})

test('what has no frame of the program is not the program’s', () => {
  expect(trapOf(thrown('unreachable'), running)).toBeUndefined()
  expect(trapOf(new TypeError('x'), running)).toBeUndefined()
  expect(trapOf('x', running)).toBeUndefined()
})
