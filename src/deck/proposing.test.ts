/** Timing: what it proposes, and how that is pasted. */
import { expect, test } from 'vitest'
import { linesFor, proposedFor, sum, tookOf, type Timed } from './proposing.ts'

function timed(seconds: number[], more: Partial<Timed> = {}): Timed {
  return {
    id: 'a-step',
    title: 'A step',
    minutes: 2,
    isSkippable: false,
    isPlannable: true,
    chapter: undefined,
    slides: seconds.map((number) => number * 1000),
    ...more,
  }
}

const OPENING = timed([40], { minutes: undefined, isPlannable: false })

test.each([
  ['halves, down', timed([30, 44]), 1],
  ['halves, up', timed([30, 46]), 1.5],
  ['one half at least', timed([3]), 0.5],
  ['not shown: as planned', timed([0, 0]), 2],
  ['not shown, not planned', timed([0], { minutes: undefined }), undefined],
  ['shown, not planned', timed([90], { minutes: undefined }), 1.5],
  ['an opening', OPENING, undefined],
])('%s', (_, step, minutes) => {
  expect(proposedFor(step)).toBe(minutes)
})

test('sums leave out what has no minutes', () => {
  expect(sum([1, undefined, 0.5])).toBe(1.5)
  expect(sum([])).toBe(0)
  expect(tookOf(timed([1, 2, 3]))).toBe(6000)
})

test('marks to paste into a chapter, each under its heading', () => {
  const steps = [
    OPENING,
    timed([61]),
    timed([95], { title: 'Another', isSkippable: true }),
  ]
  expect(linesFor(steps)).toBe(
    `## A step

<!-- minutes: 1 -->

## Another

<!-- minutes: 1.5, skippable -->
`,
  )
})

test('steps to paste into the front matter of a path', () => {
  const steps = [OPENING, timed([61], { chapter: 'types' })]
  expect(linesFor(steps)).toBe(
    'steps:\n  - { chapter: types, step: a-step, minutes: 1 }',
  )
})
