/** Progress: presses that are done, of all that there are. */
import { expect, test } from 'vitest'
import { shareOf } from './progress.ts'

const STEPS = [{ presses: 0 }, { presses: 3 }, { presses: 0 }]

test.each([
  [0, 0, 0],
  [1, 0, 0.2],
  [1, 1, 0.4],
  [1, 3, 0.8],
  [2, 0, 1],
])('at step %d, after %d presses: %d', (step, presses, share) => {
  expect(shareOf(STEPS, { step, presses })).toBeCloseTo(share)
})

test('a single slide is the end', () => {
  expect(shareOf([{ presses: 0 }], { step: 0, presses: 0 })).toBe(1)
})
