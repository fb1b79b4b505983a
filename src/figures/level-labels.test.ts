/** Labels of points: none covers another one, and none is missing. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsOf, overlap, type Named } from './level-labels.ts'

const ROOM = { left: 0, top: 0, right: 350, bottom: 200 }
const point = (name: string, x: number, y: number): Named => ({ name, x, y })
const namesOf = (points: readonly Named[]) =>
  labelsOf(points, ROOM).map(({ names }) => names.join(' '))

test('a name stands above its point, in the middle', () => {
  const [label] = labelsOf([point('-O3', 100, 100)], ROOM)
  expect((label!.left + label!.right) / 2).toBeCloseTo(100)
  expect(label!.bottom).toBeLessThan(100)
})

test('below it, where another point is above', () => {
  const points = [point('-O3', 100, 100), point('-O4', 100, 88)]
  const labels = labelsOf(points, ROOM)
  expect(labels).toHaveLength(2)
  expect(labels.find(({ names }) => names[0] === '-O3')!.top).toBeGreaterThan(
    100,
  )
})

test('points at one place share a label, in their order', () => {
  expect(
    namesOf([
      point('-Oz', 100, 100),
      point('-O2', 101, 100),
      point('-O0', 300, 20),
    ]),
  ).toEqual(['-O2 -Oz', '-O0'])
})

test('a label stays in the room, and covers no line', () => {
  const line = { left: 0, right: 350, top: 20, bottom: 40 }
  const [label] = labelsOf([point('-O3', 349, 44)], ROOM, [line])
  expect(label!.right).toBeLessThanOrEqual(350)
  expect(overlap(label!, line)).toBe(false)
})

test('whatever the points, each name is there once, and none overlaps', () => {
  const places = fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 350, noNaN: true }),
      fc.double({ min: 0, max: 200, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  fc.assert(
    fc.property(places, (all) => {
      const points = all.map(([x, y], index) => point(`-O${index}`, x, y))
      const labels = labelsOf(points, ROOM)
      const names = labels.flatMap((label) => label.names)
      expect(names.toSorted()).toEqual(points.map(({ name }) => name))
      for (const [index, label] of labels.entries()) {
        const later = labels.slice(index + 1)
        expect(later.some((other) => overlap(label, other))).toBe(false)
      }
    }),
  )
})
