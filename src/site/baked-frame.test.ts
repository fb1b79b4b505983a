/** A frame as a picture: its pixels, its address, and programs without one. */
import { existsSync, readFileSync } from 'node:fs'
import { decode } from 'fast-png'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { bakeFrame } from './baked-frame.ts'
import { openFolder } from './chapter.fixture.ts'
import { instantiate } from './instantiate.fixture.ts'

let binaryen: Binaryen
let leave: () => void
beforeAll(async () => {
  binaryen = await loadBinaryen()
  leave = openFolder()
})
afterAll(() => leave())

function drawing(pixel: string): string {
  return `export function draw(t: f64): i32 { store<i32>(8, ${pixel}); store<i32>(12, i32(t)); return 8 }`
}

function bake(source: string, width = 2): string {
  const size = { width, height: 1 }
  return bakeFrame(source, size, 'here.md:5', binaryen, instantiate)
}

test('the first frame is written, pixel by pixel', () => {
  const address = bake(drawing('-16776961'))
  expect(address).toMatch(/^\/assets\/frame-[\da-f]{8}\.png$/)
  const { width, height, data } = decode(readFileSync(`_site${address}`))
  expect([width, height]).toEqual([2, 1])
  expect([...data]).toEqual([255, 0, 0, 255, 0, 0, 0, 0])
})

test('a picture has the address of what it shows', () => {
  const one = bake(drawing('-1'))
  expect(bake(drawing('2 - 3'))).toBe(one)
  const other = bake(drawing('1'))
  expect(other).not.toBe(one)
  for (const address of [one, other]) {
    expect(existsSync(`_site${address}`)).toBe(true)
  }
})

test.each([
  [
    'has no draw',
    'export function main(): void { }',
    2,
    'There is nothing to draw',
  ],
  [
    'gives an address behind memory',
    drawing('1'),
    20_000,
    'draw gives the address 8',
  ],
  [
    'stops',
    'export function draw(t: f64): i32 { store<u8>(0, 1); unreachable(); return 0 }',
    2,
    'unreachable',
  ],
])('one that %s stops the build', (_, source, width, words) => {
  const start = `here.md:5: this program draws nothing: ${words}`
  expect(() => bake(source, width)).toThrow(start)
  expect(() => bake(source, width)).toThrow(
    'Mend the program, or leave canvas out.',
  )
})
