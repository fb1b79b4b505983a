/** Ink: what is a stroke and what is none, how it is drawn, and where it lies. */
import { expect, test } from 'vitest'
import {
  drawnTo,
  isNear,
  MOST_POINTS,
  nameOfStroke,
  parseName,
  pathOf,
  strokeFrom,
  type Stroke,
} from './ink.ts'

const STROKE: Stroke = {
  hue: 'coral',
  tip: 'pen',
  points: [10, 10, 20, 10, 20, 30],
}

test('a stroke’s name says its slide and its own', () => {
  const name = nameOfStroke('/a/b/#step/2', 'k3x-1f')
  expect(name).toBe('ink /a/b/#step/2 k3x-1f')
  expect(parseName(name)).toEqual({ slide: '/a/b/#step/2', id: 'k3x-1f' })
})

test.each([
  'ink ',
  'ink a',
  'ink  a',
  'ink a b c',
  'ink a "b"',
  `ink a ${'b'.repeat(41)}`,
  'pink a b',
])('%j names none', (name) => {
  expect(parseName(name)).toBeUndefined()
})

test('a stroke that another window drew is one, and keeps nothing else', () => {
  expect(strokeFrom({ ...STROKE, onload: 'alert()' })).toEqual(STROKE)
})

test.each([
  null,
  'stroke',
  [],
  {},
  { ...STROKE, hue: 'url(#x)' },
  { ...STROKE, hue: undefined },
  { ...STROKE, tip: 'eraser' },
  { ...STROKE, points: [] },
  { ...STROKE, points: [1] },
  { ...STROKE, points: [1, 2, 3] },
  { ...STROKE, points: '1234' },
  { ...STROKE, points: { length: 2, 0: 1, 1: 2 } },
  { ...STROKE, points: [1, Number.NaN] },
  { ...STROKE, points: [1, '2'] },
  { ...STROKE, points: [1, null] },
  { ...STROKE, points: [1, 1e6] },
  { ...STROKE, points: Array.from({ length: 2 * MOST_POINTS + 2 }, () => 1) },
])('%j is no stroke', (value) => {
  expect(strokeFrom(value)).toBeUndefined()
})

test('a stroke goes on, but not to where it is', () => {
  const further = drawnTo(STROKE, { x: 21.234567, y: 30 })
  expect(further.points).toEqual([...STROKE.points, 21.23, 30])
  expect(drawnTo(further, { x: 21.24, y: 30.01 })).toBe(further)
})

test('it is smooth between its points, and begins and ends at them', () => {
  expect(pathOf(STROKE)).toBe('M10 10Q20 10 20 20L20 30')
  expect(pathOf({ ...STROKE, points: [1, 2, 3, 4] })).toBe('M1 2L3 4')
  expect(pathOf({ ...STROKE, points: [1, 2] })).toBe('M1 2h.01')
})

test.each([
  [{ x: 15, y: 10.9 }, true],
  [{ x: 20.9, y: 29 }, true],
  [{ x: 9.2, y: 10 }, true],
  [{ x: 15, y: 11.1 }, false],
  [{ x: 20, y: 31.1 }, false],
  // The line between the first point and the last is none of its own.
  [{ x: 15, y: 20 }, false],
])('from %j it is within reach: %s', (point, near) => {
  expect(isNear(STROKE, point, 1)).toBe(near)
})

test('a dot is near where it is', () => {
  const dot = { ...STROKE, points: [5, 5] }
  expect(isNear(dot, { x: 5.5, y: 5 }, 1)).toBe(true)
  expect(isNear(dot, { x: 7, y: 5 }, 1)).toBe(false)
})
