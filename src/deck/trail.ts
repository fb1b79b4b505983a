/** The trail of a pointer: where it was, a little later at each spark. */
import type { Point } from './units.ts'

/** Where the pointer was, and when, in milliseconds. */
export interface Seen extends Point {
  at: number
}

/** Milliseconds between two sparks of the trail. */
const APART = 14

/** How many sparks follow. */
export const SPARKS = 12

/** Milliseconds after which the trail has caught up with the pointer. */
export const TRAIL = APART * (SPARKS + 1)

/**
 * Where the pointer was before, the latest first. Between two moments that it
 * was seen at it went straight.
 * @param seen in the order of time, at least once
 */
export function trailOf(seen: readonly Seen[], now: number): Point[] {
  return Array.from({ length: SPARKS }, (_, index) =>
    whereAt(seen, now - APART * (index + 1)),
  )
}

/** All that the trail still needs. */
export function recent(seen: readonly Seen[], now: number): Seen[] {
  const first = seen.findIndex(({ at }) => at >= now - TRAIL)
  return first < 0 ? seen.slice(-1) : seen.slice(Math.max(first - 1, 0))
}

function whereAt(seen: readonly Seen[], time: number): Point {
  const index = seen.findIndex(({ at }) => at >= time)
  if (index < 0) return seen.at(-1)!
  const after = seen[index]!
  const before = seen[index - 1]
  if (!before) return after
  const part = (time - before.at) / (after.at - before.at)
  return {
    x: before.x + part * (after.x - before.x),
    y: before.y + part * (after.y - before.y),
  }
}
