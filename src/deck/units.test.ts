/** Places on slides: the same spot in every window, and nothing that is none. */
import { expect, test } from 'vitest'
import { spotFrom, toSlide, toWindow, unitOf, type View } from './units.ts'

const VIEW: View = { left: 0, top: 0, scale: 1, unit: 12.8, scrolled: 0 }

test.each([
  [1280, 720, 12.8],
  [1920, 1080, 19.2],
  [1024, 768, 10.24],
  [1600, 450, 8],
])('in a slide of %i × %i pixels a unit is %f', (width, height, unit) => {
  expect(unitOf(width, height)).toBeCloseTo(unit)
})

test.each<[string, Partial<View>]>([
  ['as it is', {}],
  ['beside other things', { left: 40, top: 30 }],
  ['enlarged', { left: -300, top: -120, scale: 2.5 }],
  ['scrolled', { scrolled: 210 }],
  ['enlarged and scrolled', { left: -80, scale: 1.5, scrolled: 99 }],
])('a place on a slide %s is found again', (_, more) => {
  const view = { ...VIEW, ...more }
  const spot = { x: 31.5, y: 20.25 }
  const back = toSlide(toWindow(spot, view), view)
  expect(back.x).toBeCloseTo(spot.x)
  expect(back.y).toBeCloseTo(spot.y)
})

test('the middle of a window is the middle of its slide', () => {
  expect(toSlide({ x: 640, y: 360 }, VIEW)).toEqual({ x: 50, y: 28.125 })
  const enlarged = { ...VIEW, left: -640, top: -360, scale: 2 }
  expect(toSlide({ x: 640, y: 360 }, enlarged)).toEqual({ x: 50, y: 28.125 })
})

test('a spot is a slide and two numbers, and keeps nothing else', () => {
  const spot = { slide: '/a/#b/0', x: 1, y: -2 }
  expect(spotFrom({ ...spot, html: '<script>' })).toEqual(spot)
})

test.each([
  null,
  undefined,
  'spot',
  [1, 2],
  {},
  { slide: '/a/#b/0', x: 1 },
  { slide: 7, x: 1, y: 2 },
  { slide: '/a/#b/0', x: '1', y: 2 },
  { slide: '/a/#b/0', x: Number.NaN, y: 2 },
  { slide: '/a/#b/0', x: 1, y: Number.POSITIVE_INFINITY },
  { slide: '/a/#b/0', x: 1e9, y: 2 },
])('%j is no spot', (value) => {
  expect(spotFrom(value)).toBeUndefined()
})
