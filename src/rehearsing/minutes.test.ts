/** Minutes of steps, in a slot. */
import { expect, test } from 'vitest'
import { minutesIn, type Planned } from './minutes.ts'

function step(
  title: string,
  minutes: number | undefined,
  isSkippable = false,
): Planned {
  return { title, minutes, isSkippable }
}

test('what fits to the minute is well, and nothing is said', () => {
  const steps = [step('A', 2.1), step('B', 7.9)]
  expect(minutesIn(steps, 10)).toEqual({ planned: 10, notes: [] })
})

test('52 minutes in a slot of 40: which steps to leave out', () => {
  const steps = [
    step('A', 20),
    step('B', 3, true),
    step('C', 8, true),
    step('D', 1, true),
    step('E', 5, true),
    step('F', 15),
  ]
  const { planned, fault } = minutesIn(steps, 40)
  expect(planned).toBe(52)
  expect(fault).toEqual({
    kind: 'minutes',
    what: 'The steps take 52 minutes, and the slot has 40: 12 minutes too many.',
    todo: 'Leave out “C” (8), “E” (5), which saves 13 minutes.',
  })
})

test('says when leaving out is not enough', () => {
  const steps = [step('A', 50), step('B', 2, true)]
  expect(minutesIn(steps, 40).fault!.todo).toBe(
    'Leave out “B” (2), which saves 2 minutes. That is not enough: 10 minutes more have to go, or present a shorter path.',
  )
})

test('says when nothing can be left out', () => {
  const { fault } = minutesIn([step('A', 41)], 40)
  expect(fault!.what).toContain('1 minute too many')
  expect(fault!.todo).toContain('No step is marked as skippable.')
})

test('what is left is for questions, and what nobody planned is named', () => {
  const steps = [step('A', 30), step('B', undefined), step('C', undefined)]
  expect(minutesIn(steps, 40)).toEqual({
    planned: 30,
    notes: [
      '2 steps have no minutes: “B”, “C”.',
      'The steps take 30 minutes of 40: 10 minutes are left for questions.',
    ],
  })
})
