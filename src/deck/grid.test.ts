/** Keys in a grid of eleven, four in a row. */
import { expect, test } from 'vitest'
import { gridKey, inSight } from './grid.ts'

const GRID = { count: 11, columns: 4, rows: 2 }

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 3, 4],
  ['ArrowRight', 10, 10],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 6, 10],
  ['ArrowDown', 7, 10],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 9, 5],
  ['ArrowUp', 2, 2],
  ['PageDown', 1, 5],
  ['PageUp', 5, 1],
  ['Home', 7, 0],
  ['End', 2, 10],
  ['x', 2, undefined],
  ['constructor', 2, undefined],
])('%s leads from %d to %d', (key, from, to) => {
  expect(gridKey(key, from, GRID)).toBe(to)
})

test('a page is as many rows as are in view, less one', () => {
  const grid = { count: 100, columns: 4, rows: 5 }
  expect(gridKey('PageDown', 1, grid)).toBe(17)
  expect(gridKey('PageDown', 98, grid)).toBe(98)
  expect(gridKey('PageUp', 98, grid)).toBe(82)
})

test.each([
  ['from the top, and a quarter ahead', 0, [0, 20]],
  ['in the middle, both ways', -1000, [36, 60]],
  ['a grid that begins below', 300, [0, 8]],
  ['one that ends above', -9000, [356, 380]],
])('%s', (_name, top, expected) => {
  const view = { columns: 4, pitch: 100, height: 400, top }
  expect(inSight(view)).toEqual(expected)
})
