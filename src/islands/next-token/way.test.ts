/** Ways: what is kept of a damaged one, and another choice. */
import { expect, test } from 'vitest'
import { isOver, LONGEST_WAY, shortened, soundWay, turned } from './way.ts'

const PLACE = [300, -0.5, 400, -1, 2, -3]

test('a way goes on until something does not fit', () => {
  const places = [PLACE, PLACE, PLACE]
  expect(soundWay({ taken: [300, 400], places })).toEqual({
    taken: [300, 400],
    places,
  })
  expect(soundWay({ taken: [300, 7], places })).toEqual({
    taken: [300],
    places: [PLACE, PLACE],
  })
  expect(soundWay({ taken: [2, 300], places })).toEqual({
    taken: [2],
    places: [PLACE],
  })
  const long = Array.from({ length: 99 }, () => PLACE)
  expect(
    soundWay({ taken: long.map(() => 300), places: long }).taken,
  ).toHaveLength(LONGEST_WAY)
})

test('a way without its last token has the odds of that place', () => {
  const over = { taken: [300, 2], places: [PLACE, PLACE] }
  expect(shortened(over)).toEqual({ taken: [300], places: [PLACE, PLACE] })
  const open = { taken: [300], places: [PLACE, PLACE] }
  expect(shortened(open)).toEqual({ taken: [], places: [PLACE] })
})

test('another choice ends the way there, and the end ends it for good', () => {
  const way = { taken: [300, 400], places: [PLACE, PLACE, PLACE] }
  const other = turned(way, 1, 2)
  expect(other).toEqual({ taken: [300, 2], places: [PLACE, PLACE] })
  expect(isOver(other)).toBe(true)
  expect(isOver(way)).toBe(false)
})
