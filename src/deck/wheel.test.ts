/** The mouse wheel: notches and gestures, and how many presses they are. */
import { expect, test } from 'vitest'
import { wheelGate } from './wheel.ts'

/** Turns as pixels, some milliseconds apart, and the presses that they are. */
function presses(deltas: readonly number[], apart: number): string[] {
  const gate = wheelGate()
  return deltas
    .map((delta, index) => gate({ delta, at: 1000 + index * apart }))
    .filter((press) => press !== undefined)
}

/** A gesture on a trackpad: fingers push, and then the motion ebbs away. */
const GESTURE = [
  2,
  9,
  24,
  51,
  90,
  140,
  ...Array.from({ length: 70 }, (_, index) => Math.ceil(140 * 0.95 ** index)),
]

test.each([
  ['a notch', [100], 0, ['next']],
  ['a notch back', [-120], 0, ['back']],
  ['three notches', [120, 120, 120], 300, ['next', 'next', 'next']],
  ['there and back at once', [100, -100], 40, ['next', 'back']],
  ['a finger that hardly moves', [3, 5, 4, -6], 16, []],
  ['small turns that add up', [20, 20, 20], 16, ['next']],
  ['small turns with pauses between', [40, 40, 40], 400, []],
  ['a trackpad’s gesture', GESTURE, 16, ['next']],
  ['a gesture back', GESTURE.map((delta) => -delta), 16, ['back']],
  ['a slow gesture', Array(60).fill(8), 16, ['next']],
])('%s', (_, deltas, apart, expected) => {
  expect(presses(deltas, apart)).toEqual(expected)
})

test('a wheel that is turned fast goes on, four presses a second at most', () => {
  expect(presses(Array(21).fill(120), 50)).toHaveLength(5)
})

test('two gestures are two presses', () => {
  const gate = wheelGate()
  const made = [0, 2000].flatMap((start) =>
    GESTURE.map((delta, index) => gate({ delta, at: start + index * 16 })),
  )
  expect(made.filter(Boolean)).toEqual(['next', 'next'])
})
