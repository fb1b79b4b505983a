/** Drawing: the pixels of a frame, what was printed, and why there is no image. */
import { beforeAll, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { RUNNERS } from '../examplescript/examplescript.ts'
import { openDrawing, type Drawing } from './drawing.ts'
import { instantiate } from '../site/instantiate.fixture.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

function drawingOf(source: string): Drawing {
  const { bytes } = RUNNERS.examplescript.stages(source, binaryen).optimised
  return openDrawing(bytes, { width: 2, height: 1 }, instantiate)
}

const PRINT = '@external("env", "print") declare function print(x: f64): void'

test('a frame is a copy of the pixels at the address that draw gives', () => {
  const drawing = drawingOf(`export function draw(t: f64): i32 {
  store<i32>(16, i32(t))
  store<i32>(20, -1)
  return 16
}`)
  const first = drawing.frame(258)
  expect([...first]).toEqual([2, 1, 0, 0, 255, 255, 255, 255])
  expect([...drawing.frame(3)].slice(0, 4)).toEqual([3, 0, 0, 0])
  expect(first[0]).toBe(2)
})

test('what was printed last is said', () => {
  const drawing = drawingOf(
    `${PRINT}\nexport function draw(t: f64): i32 { print(1); print(t); return i32(load<i32>(0)) }`,
  )
  expect(drawing.said).toBeUndefined()
  drawing.frame(0.5)
  expect(drawing.said).toBe('0.5')
  drawing.frame(2)
  expect(drawing.said).toBe('2')
})

test.each([
  ['no draw', 'export function main(): i32 { return load<i32>(0) }'],
  ['a draw that is no function', 'export let draw = load<i32>(0)'],
])(
  'with %s there is nothing to draw, and the words say what to write',
  (_, source) => {
    expect(() => drawingOf(source)).toThrow(
      'There is nothing to draw: write export function draw(t: f64): i32, which gives the address of the pixels in memory.',
    )
  },
)

test('a draw without memory has no pixels, and is told how to write some', () => {
  const source = 'export function draw(t: f64): i32 { return 0 }'
  expect(() => drawingOf(source)).toThrow('There are no pixels: write them')
})

test.each([
  [65_528, undefined],
  [65_529, 65_529],
  [-1, 4_294_967_295],
])('at the address %i', (given, told) => {
  const drawing = drawingOf(
    `export function draw(t: f64): i32 { store<u8>(0, 1); return ${given} }`,
  )
  if (told === undefined) return expect(drawing.frame(0)).toHaveLength(8)
  expect(() => drawing.frame(0)).toThrow(
    `draw gives the address ${told}, and 2 × 1 pixels from there end behind the memory of 65536 bytes. Give another address, or let memory.grow bring more.`,
  )
})

test('memory that has grown is read as it is', () => {
  const drawing = drawingOf(
    'export function draw(t: f64): i32 { memory.grow(1); store<u8>(70000, 7); return 70000 }',
  )
  expect(drawing.frame(0)[0]).toBe(7)
})

test('what stops the program comes out as it is', () => {
  const drawing = drawingOf(
    'export function draw(t: f64): i32 { store<u8>(0, 1); unreachable(); return 0 }',
  )
  expect(() => drawing.frame(0)).toThrow(WebAssembly.RuntimeError)
})
