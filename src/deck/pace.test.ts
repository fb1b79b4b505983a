/** Pace: a talk against its plan, wherever it goes. */
import { describe, expect, test } from 'vitest'
import {
  clockOf,
  furthestOf,
  inWords,
  isLate,
  minutesBefore,
  paceOf,
  partOf,
  skippableFrom,
  type Part,
  type Plan,
} from './pace.ts'

/** An opening, steps of so many minutes (skippable below 0), a recap. */
function planOf(...minutes: number[]): Plan[] {
  const steps = minutes.map((number) => ({
    minutes: Math.abs(number),
    isSkippable: number < 0,
  }))
  const none = { minutes: 0, isSkippable: false }
  return [none, ...steps, none]
}

const PLAN = planOf(1, 2, -1.5, 1)
const PEEK = 9_000
const STAY = 60_000

function behind(
  elapsed: number,
  step: number,
  from = 0,
  earlier: Part[] = [],
): number {
  const part = partOf(PLAN, from, step)
  return paceOf(elapsed, PLAN, part, step, earlier).behind
}

test('the minutes before a step', () => {
  const sums = PLAN.map((_, step) => minutesBefore(PLAN, step))
  expect(sums).toEqual([0, 0, 1, 3, 4.5, 5.5])
})

describe('is on time in a step’s own window, behind and ahead beside it', () => {
  test.each([
    // elapsed, step, behind
    [0, 0, 0],
    [2, 0, 2],
    [0, 1, 0],
    [1, 1, 0],
    [1.5, 1, 0.5],
    [0.25, 2, -0.75],
    [1, 2, 0],
    [3, 2, 0],
    [5, 2, 2],
    // The skippable step was left out: its minutes are won.
    [5, 4, 0],
    [3.5, 4, -1],
    // At the recap the plan is at its end.
    [5.5, 5, 0],
    [7, 5, 1.5],
    [4, 5, -1.5],
  ])('after %s minutes at step %s: %s', (elapsed, step, expected) => {
    expect(behind(elapsed, step)).toBeCloseTo(expected)
  })
})

test('a talk that starts in the middle is as early as it starts', () => {
  expect(behind(0, 2, 1)).toBe(0)
  expect(behind(2, 2, 1)).toBe(0)
  expect(behind(3, 2, 1)).toBe(1)
  // Back before its own start there is nothing to be ahead of.
  expect(behind(0.5, 1, 1)).toBe(0.5)
})

test('chapters before count with what was told of them', () => {
  const earlier = [
    { from: 0, to: 10 },
    { from: 3, to: 5 },
  ]
  expect(behind(12, 0, 0, earlier)).toBe(0)
  expect(behind(14, 1, 0, earlier)).toBe(1)
  const { total } = paceOf(14, PLAN, partOf(PLAN, 0, 1), 1, earlier)
  expect(total).toBe(17.5)
})

test('the total is that of the page from where the talk came in', () => {
  expect(paceOf(0, PLAN, partOf(PLAN, 0, 0), 0, []).total).toBe(5.5)
  expect(paceOf(0, PLAN, partOf(PLAN, 1, 2), 2, []).total).toBe(4.5)
})

test.each([
  ['on the way', [STAY, STAY, 0], 2, 2],
  ['through fast', [STAY, PEEK, PEEK, 0], 3, 3],
  ['back to an early one', [STAY, STAY, STAY, STAY], 1, 3],
  ['back from a look at the end', [STAY, STAY, 0, 0, PEEK], 1, 1],
  ['while looking at the end', [STAY, STAY, 0, 0, PEEK], 4, 4],
  ['nowhere yet', [], 0, 0],
])('how far it is: %s', (_, spent, current, furthest) => {
  expect(furthestOf(spent, current)).toBe(furthest)
})

test.each([
  [0, 'on time', false],
  [0.49, 'on time', false],
  [-0.49, 'on time', false],
  [0.5, '1 min behind', false],
  [1, '1 min behind', true],
  [-1.4, '1 min ahead', false],
  [2.6, '3 min behind', true],
])('%s minutes behind: %s', (minutes, words, late) => {
  expect(inWords(minutes)).toBe(words)
  expect(isLate(minutes)).toBe(late)
})

test('what can be left out stands at or behind the step, and is not the end', () => {
  const plan = planOf(-1, 1, -1, -1)
  expect(skippableFrom(plan, 0)).toEqual([1, 3, 4])
  expect(skippableFrom(plan, 3)).toEqual([3, 4])
  expect(skippableFrom(plan, 5)).toEqual([])
  expect(skippableFrom([{ minutes: 1, isSkippable: true }], 0)).toEqual([])
})

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [61_000, '1:01'],
  [3_599_000, '59:59'],
  [3_600_000, '1:00:00'],
  [4_205_000, '1:10:05'],
])('%s milliseconds: %s', (milliseconds, words) => {
  expect(clockOf(milliseconds)).toBe(words)
})
