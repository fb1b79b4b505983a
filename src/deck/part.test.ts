/** Enlarging: the part that is meant fills the window, and the slide its edges. */
import { expect, test } from 'vitest'
import {
  between,
  enlarged,
  filling,
  middleOf,
  partFrom,
  scaleOf,
  stylesOf,
  wholeOf,
  type Part,
} from './part.ts'

const WIDE = { width: 100, height: 56.25 }
const HIGH = { width: 100, height: 75 }

function expectInside(part: Part, size = WIDE): void {
  expect(part.x).toBeGreaterThanOrEqual(0)
  expect(part.y).toBeGreaterThanOrEqual(0)
  expect(part.x + part.width).toBeLessThanOrEqual(size.width + 1e-9)
  expect(part.y + part.height).toBeLessThanOrEqual(size.height + 1e-9)
}

test.each<[string, Part]>([
  ['in the middle', { x: 40, y: 20, width: 20, height: 11.25 }],
  ['that is wide', { x: 10, y: 50, width: 60, height: 2 }],
  ['that is high', { x: 95, y: 0, width: 2, height: 50 }],
  ['that is beyond all edges', { x: -20, y: -20, width: 500, height: 500 }],
  ['that is beyond one', { x: 90, y: 50, width: 40, height: 20 }],
])(
  'a part %s is shown in the shape of the window, within the slide',
  (_, part) => {
    for (const size of [WIDE, HIGH]) {
      const shown = filling(part, size)
      expect(shown.width / shown.height).toBeCloseTo(size.width / size.height)
      expectInside(shown, size)
    }
  },
)

test('all of a part shows, in windows of other shapes, too', () => {
  const part = { x: 40, y: 20, width: 20, height: 11.25 }
  const shown = filling(part, HIGH)
  expect(shown.x).toBeLessThanOrEqual(40)
  expect(shown.y).toBeLessThanOrEqual(20)
  expect(shown.x + shown.width).toBeGreaterThanOrEqual(60)
  expect(shown.y + shown.height).toBeGreaterThanOrEqual(31.25)
})

test('nothing is enlarged without end', () => {
  const dot = { x: 50, y: 20, width: 0.001, height: 0.001 }
  expect(scaleOf(filling(dot, WIDE), WIDE)).toBe(8)
})

test('what is pointed at stays where it is', () => {
  const at = { x: 30, y: 20 }
  const larger = enlarged(wholeOf(WIDE), 2, at, WIDE)
  expect(scaleOf(larger, WIDE)).toBeCloseTo(2)
  expect((at.x - larger.x) / larger.width).toBeCloseTo(0.3)
  expect((at.y - larger.y) / larger.height).toBeCloseTo(20 / 56.25)
  expectInside(enlarged(wholeOf(WIDE), 3, { x: 100, y: 56.25 }, WIDE))
})

test('as often larger as smaller is the whole', () => {
  const whole = wholeOf(WIDE)
  const larger = enlarged(whole, 1.5, middleOf(whole), WIDE)
  const again = enlarged(larger, 1 / 1.5, middleOf(larger), WIDE)
  expect(scaleOf(again, WIDE)).toBeCloseTo(1)
  expect(again.x).toBeCloseTo(0)
  expect(scaleOf(enlarged(whole, 0.1, middleOf(whole), WIDE), WIDE)).toBe(1)
})

test('between two parts is the way from one to the other', () => {
  const part = filling({ x: 60, y: 30, width: 25, height: 10 }, WIDE)
  const whole = wholeOf(WIDE)
  expect(between(whole, part, 0)).toEqual(whole)
  expect(between(whole, part, 1)).toEqual(part)
  const middle = between(whole, part, 0.5)
  expect(middle.width / middle.height).toBeCloseTo(16 / 9)
  expectInside(middle)
})

test('a slide is moved to its part, and cut around it', () => {
  const part = { x: 25, y: 14, width: 50, height: 28.125 }
  expect(stylesOf(part, WIDE, 10)).toEqual({
    transform: 'translate(-500.00px, -280.00px) scale(2.0000)',
    clipPath: 'inset(140.00px 250.00px 141.25px 250.00px)',
  })
})

test.each([
  null,
  'part',
  [0, 0, 10, 10],
  {},
  { x: 0, y: 0, width: 10 },
  { x: 0, y: 0, width: 0, height: 10 },
  { x: 0, y: 0, width: 10, height: -1 },
  { x: 0, y: Number.NaN, width: 10, height: 10 },
  { x: '0', y: 0, width: 10, height: 10 },
  { x: 0, y: 0, width: Number.POSITIVE_INFINITY, height: 10 },
])('%j is no part', (value) => {
  expect(partFrom(value)).toBeUndefined()
})
