/** The trail of a pointer: it follows, and it catches up. */
import { expect, test } from 'vitest'
import { recent, SPARKS, TRAIL, trailOf, type Seen } from './trail.ts'

/** Seen each 16 ms on the way to the right, a unit each time. */
const WAY: Seen[] = Array.from({ length: 40 }, (_, index) => ({
  x: index,
  y: 5,
  at: 1000 + 16 * index,
}))
const LAST = WAY.at(-1)!

test('each spark is where the pointer was, the nearer the later', () => {
  const trail = trailOf(WAY, LAST.at)
  expect(trail).toHaveLength(SPARKS)
  for (const [index, { x, y }] of trail.entries()) {
    expect(y).toBe(5)
    expect(x).toBeCloseTo(39 - (14 / 16) * (index + 1))
  }
})

test('once it rests, all sparks come to it', () => {
  const { x, y } = LAST
  for (const spark of trailOf(WAY, LAST.at + TRAIL)) {
    expect(spark).toMatchObject({ x, y })
  }
})

test('at its first place there is no way yet', () => {
  for (const spark of trailOf([LAST], LAST.at)) {
    expect(spark).toMatchObject({ x: LAST.x, y: LAST.y })
  }
})

test('what is remembered is enough for the same trail, and no more', () => {
  const some = recent(WAY, LAST.at)
  expect(some.length).toBeLessThan(16)
  expect(trailOf(some, LAST.at)).toEqual(trailOf(WAY, LAST.at))
  expect(recent(WAY, LAST.at + 10_000)).toEqual([LAST])
})
