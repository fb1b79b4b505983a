/** How a trace is told. */
import { expect, test } from 'vitest'
import {
  firstFunction,
  removingStep,
  stepDetail,
  traceRows,
  type FunctionTexts,
} from './story.ts'
import type { Trace } from './trace.ts'

const TRACE: Trace = {
  size: 10,
  steps: [
    { pass: 'vacuum', round: 1, isChanged: false, size: 10 },
    { pass: 'dce', round: 1, isChanged: true, size: 7 },
    { pass: 'vacuum', round: 1, isChanged: true, size: 5 },
  ],
  bytes: new Uint8Array(5),
  functions: ['f'],
}
const TEXTS: FunctionTexts = [
  [0, 'a\nb\nc\nd'],
  [2, 'b\nc\nd'],
  [3, 'b\nnew\nd'],
]

const kinds = (step: number) =>
  stepDetail(TRACE, 'f', TEXTS, step).lines.map(({ kind, pieces }) =>
    [kind, ...pieces.map(({ text }) => text)].join(' '),
  )

test('a row has the size before it', () => {
  expect(traceRows(TRACE).map(({ before, after }) => [before, after])).toEqual([
    [10, 10],
    [10, 7],
    [7, 5],
  ])
  expect(traceRows(TRACE, [1, 2, 3])[2]!.milliseconds).toBe(3)
})

test('all steps together are the first text and the last one', () => {
  expect(kinds(0)).toEqual([
    'goes a',
    'stays b',
    'goes c',
    'comes new',
    'stays d',
  ])
})

test('a step is what it did itself', () => {
  expect(kinds(1)).toEqual(['stays a', 'stays b', 'stays c', 'stays d'])
  expect(kinds(2)).toEqual(['goes a', 'stays b', 'stays c', 'stays d'])
  expect(kinds(3)).toEqual(['stays b', 'goes c', 'comes new', 'stays d'])
  expect(stepDetail(TRACE, 'f', TEXTS, 2).pass).toBe('dce')
})

test.each([
  ['a', 0, 0, 2],
  ['c', 0, 2, 3],
  ['c, from where it has moved to', 2, 1, 3],
  ['b, which stays', 0, 1, undefined],
  ['new, which stays', 3, 1, undefined],
])('the step that removes %s', (_, step, line, removing) => {
  expect(removingStep(TEXTS, step, line)).toBe(removing)
})

test('the first function is main, where there is one', () => {
  expect(firstFunction(['f', 'main'])).toBe('main')
  expect(firstFunction(['f', 'g'])).toBe('f')
  expect(firstFunction([])).toBe('')
})

test('a step with a form of its own is held against its own text before', () => {
  const texts: FunctionTexts = [...TEXTS.slice(0, 2), [3, 'get', 'set\nget']]
  const lines = (step: number) => stepDetail(TRACE, 'f', texts, step).lines
  expect(lines(3).map(({ kind }) => kind)).toEqual(['goes', 'stays'])
  expect(lines(0).map(({ kind }) => kind)).toEqual([
    'goes',
    'stays',
    'stays',
    'stays',
  ])
  expect(removingStep(texts, 2, 0)).toBe(undefined)
})

test('a large module has no text', () => {
  const trace = { ...TRACE, size: 2_000_000 }
  expect(stepDetail(trace, 'f', [], 1).isTooLarge).toBe(true)
  expect(stepDetail(TRACE, 'f', TEXTS, 1).isTooLarge).toBe(false)
})
