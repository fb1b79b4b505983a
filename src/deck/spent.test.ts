/** Time spent: moves and their times become milliseconds for each place. */
import { expect, test } from 'vitest'
import {
  moved,
  placeName,
  spentBy,
  sumOf,
  tallyFrom,
  UNSPENT,
  type Tally,
} from './spent.ts'

function after(...moves: [place: string | undefined, at: number][]): Tally {
  return moves.reduce<Tally>(
    (tally, [place, at]) => moved(tally, place, at),
    UNSPENT,
  )
}

test.each([
  ['nothing yet', after(), {}],
  ['one place, until now', after(['a', 10]), { a: 90 }],
  ['one after the other', after(['a', 10], ['b', 40]), { a: 30, b: 60 }],
  [
    'forth and back adds up',
    after(['a', 0], ['b', 10], ['a', 30], ['b', 35], ['a', 75]),
    { a: 40, b: 60 },
  ],
  ['the same place again', after(['a', 0], ['a', 60]), { a: 100 }],
  [
    'while nothing is counted, nothing is added',
    after(['a', 0], [undefined, 20], ['a', 90]),
    { a: 30 },
  ],
  ['it stopped', after(['a', 0], [undefined, 20]), { a: 20 }],
  ['a clock that was set back', after(['a', 150]), { a: 0 }],
])('%s', (_, tally, spent) => {
  expect(spentBy(tally, 100)).toEqual(spent)
  expect(tallyFrom(JSON.parse(JSON.stringify(tally)))).toEqual(
    JSON.parse(JSON.stringify(tally)),
  )
})

test('sums are of a page, of a step, of all', () => {
  const spent = {
    [placeName('/a/', 'x', 0)]: 1,
    [placeName('/a/', 'x', 12)]: 2,
    [placeName('/a/', 'x-2', 0)]: 4,
    [placeName('/a/b/', 'x', 0)]: 8,
  }
  expect(sumOf(spent)).toBe(15)
  expect(sumOf(spent, placeName('/a/'))).toBe(7)
  expect(sumOf(spent, placeName('/a/', 'x'))).toBe(3)
  expect(sumOf(spent, placeName('/a/', 'x', 12))).toBe(2)
})

test.each([
  undefined,
  null,
  'spent',
  {},
  { spent: [] },
  { spent: { a: '1' } },
  { spent: { a: -1 } },
  { spent: {}, here: 'a' },
  { spent: {}, here: { place: 'a' } },
  { spent: {}, here: { place: 1, since: 1 } },
])('%j is no tally', (value) => {
  expect(tallyFrom(value)).toBeUndefined()
})
