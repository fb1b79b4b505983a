/** A rate, and the time that is left, by a clock of the test’s own. */
import { expect, test } from 'vitest'
import { Transfer } from './transfer.ts'

const MB = 1e6

function transfer(...marks: [seconds: number, megabytes: number][]): Transfer {
  const one = new Transfer()
  for (const [at, loaded] of marks) one.note(loaded * MB, at * 1000)
  return one
}

test.each<[[number, number][], string]>([
  [[], ''],
  [[[0, 0]], ''],
  [
    [
      [0, 0],
      [0.5, 32],
    ],
    '',
  ],
  [
    [
      [0, 0],
      [10, 50],
    ],
    '5.0 MB/s, about 30 s left',
  ],
  [
    [
      [0, 0],
      [10, 5],
    ],
    '0.5 MB/s, about 7 minutes left',
  ],
  [
    [
      [0, 0],
      [10, 0.1],
    ],
    '0.0 MB/s, about 5.6 hours left',
  ],
  [
    [
      [0, 0],
      [10, 200],
    ],
    '20 MB/s',
  ],
])('%j of 200 MB: %s', (marks, words) => {
  expect(transfer(...marks).words(200 * MB)).toBe(words)
})

test('what came long ago does not count', () => {
  const one = transfer([0, 0], [10, 100], [20, 100], [30, 110])
  expect(one.rate).toBe(MB)
})

test('another file starts anew', () => {
  const one = transfer([0, 0], [10, 100], [11, 0])
  expect(one.words(200 * MB)).toBe('')
  one.note(20 * MB, 13_000)
  expect(one.rate).toBe(10 * MB)
})
