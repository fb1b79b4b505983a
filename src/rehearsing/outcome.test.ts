/** What came of a demo, and what should have come. */
import { expect, test } from 'vitest'
import { errorOf, faultOf, type Outcome } from './outcome.ts'

const WELL: Outcome = {
  name: 'Sum',
  hasEnded: true,
  trouble: '',
  errors: [],
  expected: 'add(2, 3) = 5',
  came: ' add(2, 3)\n = 5 ',
}

test('a demo that gives what the page says is well', () => {
  expect(faultOf(WELL, 30)).toBeUndefined()
})

test('a demo of which the build has no result is well when it ends', () => {
  const { expected: _expected, came: _came, ...rest } = WELL
  expect(faultOf(rest, 30)).toBeUndefined()
})

test.each<[string, Partial<Outcome>, string, RegExp]>([
  ['does not end', { hasEnded: false }, 'endless', /after 30 seconds/],
  [
    'was stopped by its own card',
    { trouble: 'Stopped after 10 seconds: the program took too long.' },
    'endless',
    /took too long/,
  ],
  [
    'has trouble',
    { trouble: 'The compiler crashed.' },
    'errs',
    /“Sum” says: The compiler crashed\./,
  ],
  [
    'misses a file',
    {
      trouble:
        'The script of wasm-opt could not be loaded. Check the connection.',
    },
    'missing',
    /wasm-opt/,
  ],
  [
    'misses its island',
    {
      trouble:
        'You are offline, and the part that runs this program is not here yet.',
    },
    'missing',
    /offline/,
  ],
  ['throws in the page', { errors: ['x is null'] }, 'errs', /x is null/],
  [
    'gives something else',
    { came: '6' },
    'differs',
    /gives “6”, and the page says “add\(2, 3\) = 5”/,
  ],
  [
    'ends with an error',
    { came: 'unreachable', isError: true },
    'errs',
    /ends with an error, “unreachable”/,
  ],
  [
    'ends with another error than the page says',
    { came: 'unreachable', wasError: true, isError: true },
    'differs',
    /gives “unreachable”/,
  ],
  ['gives nothing', { came: '' }, 'differs', /gives nothing/],
])('a demo that %s', (_name, change, kind, what) => {
  const fault = faultOf({ ...WELL, ...change }, 30)
  expect(fault).toMatchObject({ kind, what: expect.stringMatching(what) })
  expect(fault!.todo).toMatch(/\.$/)
})

test('a demo that shows an error, as the page says, is well', () => {
  const trap = { expected: 'trap', came: 'trap', wasError: true, isError: true }
  expect(faultOf({ ...WELL, ...trap }, 30)).toBeUndefined()
})

test('an error of the page is about a file, or not', () => {
  expect(errorOf('The page has an error', 'a is not b').kind).toBe('errs')
  expect(
    errorOf('The page has an error', '/assets/deck.js could not be loaded')
      .kind,
  ).toBe('missing')
})

test('long texts are quoted from where they part', () => {
  const same = 'the same words '.repeat(20)
  const outcome = { ...WELL, expected: `${same}and A`, came: `${same}and B` }
  const { what } = faultOf(outcome, 30)!
  expect(what).toBe(
    '“Sum” gives “… the same words and B”, and the page says “… the same words and A”.',
  )
})
