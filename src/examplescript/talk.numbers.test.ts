/** Numbers at the edges: how they are shown, and what is said about them. */
import { expect, test } from 'vitest'
import { parseTalk, runTalk } from './talk.ts'

/** What the compiled functions compute, by JavaScript's own arithmetic. */
const EXPORTS = {
  add: (a: number, b: number) => (a + b) | 0,
  subtract: (a: number, b: number) => (a - b) | 0,
  multiply: Math.imul,
  divide: (a: number, b: number) => a / b,
}

function run(source: string) {
  return runTalk(parseTalk(source).calls, EXPORTS)
}

test('the exact result is exact where a JavaScript number is not', () => {
  expect(run('2147483647 * 2147483647')).toEqual([
    {
      text: 'multiply(2147483647, 2147483647) = 1',
      note: 'The exact result, 4611686014132420609, does not fit in 32 bits; i32 keeps the lowest 32 and goes on.',
    },
  ])
})

test('minus zero is shown where it makes a difference', () => {
  const lines = run('1 / -0\n0 / -5\n-0 + 0').map(({ text }) => text)
  expect(lines).toEqual([
    'divide(1, -0) = -Infinity',
    'divide(0, -5) = -0',
    'add(-0, 0) = 0',
  ])
})

test('zero by zero has a note of its own, after another division', () => {
  const notes = run('8 / 0\n0 / 0\n1 / 0').map(({ note }) => note)
  expect(notes).toEqual([
    expect.stringContaining('the answer is Infinity'),
    expect.stringContaining('NaN'),
    undefined,
  ])
})

test('an integer that is too large is named as it was written', () => {
  const digits = '9'.repeat(400)
  const source = `9999999999999999999 + 99999999999\n${digits} - 1`
  const shown = parseTalk(source).problems.map(({ message }) => message)
  const start = 'has a number that does not fit in 32 bits:'
  expect(shown).toEqual([
    `Line 1 ${start} 9999999999999999999.`,
    `Line 1 ${start} 99999999999.`,
    `Line 2 ${start} ${'9'.repeat(20)}….`,
  ])
})

test('the smallest and the largest integer fit', () => {
  expect(parseTalk('-2147483648 - 2147483647').problems).toEqual([])
})
