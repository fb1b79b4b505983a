import { assert, float, property } from 'fast-check'
import { expect, test } from 'vitest'
import { fromHalf, toHalf } from './half.ts'

/** All halves that are numbers, 0 and above, by size. */
const halves = Array.from({ length: 0x7c00 }, (_, bits) => fromHalf(bits))

test('each of the 65,536 halves comes back as it was', () => {
  for (let bits = 0; bits < 65_536; bits++) {
    const value = fromHalf(bits)
    if (Number.isNaN(value)) expect(fromHalf(toHalf(value))).toBeNaN()
    else if (toHalf(value) !== bits) expect.fail(`${bits} became ${value}`)
  }
})

test('halves are what IEEE 754 says', () => {
  expect(fromHalf(0x3c00)).toBe(1)
  expect(fromHalf(0xc000)).toBe(-2)
  expect(fromHalf(0x7bff)).toBe(65_504)
  expect(fromHalf(0x0001)).toBe(2 ** -24)
  expect(fromHalf(0x8000)).toBe(-0)
  expect(fromHalf(0xfc00)).toBe(-Infinity)
})

test('between two halves the nearer one is taken, in the middle the even one', () => {
  for (let bits = 0; bits + 1 < halves.length; bits++) {
    const [low, high] = [halves[bits]!, halves[bits + 1]!]
    const middle = (low + high) / 2
    const below = middle - (high - low) / 1024
    const above = middle + (high - low) / 1024
    const even = bits % 2 ? bits + 1 : bits
    const found = [below, middle, above].map(toHalf)
    if (found.join() !== [bits, even, bits + 1].join()) {
      expect.fail(`${below}, ${middle}, ${above} became ${found.join()}`)
    }
  }
})

test('what is too large is infinite, what is too small is zero', () => {
  expect(toHalf(65_519.99)).toBe(0x7bff)
  expect(toHalf(65_520)).toBe(0x7c00)
  expect(toHalf(-1e38)).toBe(0xfc00)
  expect(toHalf(2 ** -25)).toBe(0)
  expect(toHalf(2 ** -25 * 1.001)).toBe(1)
  expect(toHalf(-1e-30)).toBe(0x8000)
})

test('no half is nearer than the one that is taken', () => {
  assert(
    property(float({ min: -65_519, max: 65_519, noNaN: true }), (value) => {
      const bits = toHalf(value)
      const size = bits & 0x7fff
      const near = [size - 1, size, size + 1].map((each) =>
        Math.abs(Math.abs(value) - (halves[each] ?? Infinity)),
      )
      expect(near[1]).toBe(Math.min(...near))
      expect(Math.sign(fromHalf(bits)) * Math.sign(value)).not.toBe(-1)
    }),
  )
})
