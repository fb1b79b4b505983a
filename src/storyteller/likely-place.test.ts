/** Places: what is kept of candidates, and what of a damaged place. */
import { expect, test } from 'vitest'
import { candidatesAt, placeOf } from './likely-place.ts'

const PLACE = [300, -0.5, 400, -1, 2, -3]

test('a place keeps numbers and logarithms, and gives them back with texts', () => {
  const candidates = candidatesAt(PLACE)
  expect(candidates.map(({ id }) => id)).toEqual([300, 400, 2])
  expect(candidates[2]!.text).toBe('</s>')
  expect(placeOf(candidates)).toEqual(PLACE)
})

test('a place keeps forty at most, and nothing that is never drawn', () => {
  const many = Array.from({ length: 50 }, (_, id) => ({
    id,
    text: '',
    logprob: -id / 2,
  }))
  expect(placeOf(many)).toHaveLength(2 * 32)
  const alike = many.map((one) => ({ ...one, logprob: -4 }))
  expect(placeOf(alike)).toHaveLength(2 * 40)
})

test.each([
  ['what is no list', 'x', []],
  ['a number that is no token', [300, -1, 5000, -2], [300]],
  ['a logarithm that is none', [300, -1, 301, null], [300]],
  ['half a pair', [300, -1, 301], [300]],
])('of a place takes what is sound: %s', (_, place, ids) => {
  expect(candidatesAt(place).map(({ id }) => id)).toEqual(ids)
})
