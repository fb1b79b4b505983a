/** Measurements that came with a link, or from an older visit. */
import { expect, test } from 'vitest'
import { soundMeasured } from './measured.ts'

const SPREAD = { least: 1, median: 2, most: 3, runs: 5 }
const TIMES = {
  cache: { write: SPREAD, read: SPREAD },
  opfs: { refusal: 'None here.' },
}

test('a measurement stays as it is', () => {
  const came = { megabytes: 8, times: TIMES }
  expect(soundMeasured(came)).toEqual(came)
})

test('what is no store or no time is left out', () => {
  const times = {
    ...TIMES,
    indexeddb: { write: SPREAD, read: { ...SPREAD, most: '3' } },
    tape: { write: SPREAD, read: SPREAD },
  }
  expect(soundMeasured({ megabytes: 8, times })!.times).toEqual(TIMES)
})

test.each([
  null,
  'text',
  {},
  { megabytes: 8 },
  { megabytes: 9, times: TIMES },
  { megabytes: 8, times: { cache: { write: SPREAD } } },
])('%j is none', (came) => {
  expect(soundMeasured(came)).toBeNull()
})
