import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, plain, tolerance } from './spelling.ts'

test.each([
  ['Skye', 'Skye', 0],
  ['Skye', 'Sky', 1],
  ['Zuma', 'Zumma', 1],
  ['Rocky', 'Ricky', 1],
  ['Marshall', 'Marhsall', 1],
  ['Marshall', 'Martial', 3],
  ['', 'Rex', 3],
])('from %s to %s: %i', (from, to, letters) => {
  expect(distance(from, to)).toBe(letters)
})

test('a distance is the same both ways, and 0 only for the same', () => {
  const words = fc.string({ maxLength: 9, unit: fc.constantFrom(...'abcé🐾') })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const off = distance(a, b)
      expect(distance(b, a)).toBe(off)
      expect(off === 0).toBe(a === b)
      expect(off).toBeLessThanOrEqual(Math.max([...a].length, [...b].length))
    }),
  )
})

test('short names have to be right, long ones may be off by two letters', () => {
  expect([3, 4, 6, 7, 12].map(tolerance)).toEqual([0, 1, 1, 2, 2])
})

test('case, accents and a possessive count for nothing', () => {
  expect(['CHASE', 'Chase’s', "Chase'", 'Chasé'].map(plain)).toEqual(
    Array(4).fill('chase'),
  )
})
