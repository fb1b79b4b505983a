/** Packets of who only listens, on a clock of the test's own. */
import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

test('many may come at once, and then some each second', () => {
  const pace = new Pace(0)
  expect(pace.allows(10_000, 0)).toBe(true)
  expect(pace.allows(100, 1000)).toBe(true)
  expect(pace.allows(101, 2000)).toBe(false)
})

test('who was quiet gains no more than that', () => {
  const pace = new Pace(0)
  expect(pace.allows(10_001, 1_000_000)).toBe(false)
})
