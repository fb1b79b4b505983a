/** The bounds: each of them is kept at its edge, and missed beyond it. */
import { expect, test } from 'vitest'
import {
  allKept,
  rowsOf,
  tableOf,
  type Figures,
  type LongDeck,
  type Row,
} from './bounds.ts'

/** As bad as ours may be, beside the two others. */
const OURS: Figures = {
  script: 10_000,
  frame: { median: 60, p95: 120 },
  rest: 60,
  work: { median: 8, mean: 12 },
  late: 30,
  findsBack: { reload: true, back: true, link: true, bare: true },
  titles: 20,
  phone: { code: 13, body: 16 },
  scores: [100, 100, 100, 100],
  presented: [90, 100, 100, 100],
}
const OTHER: Figures = {
  script: 300_000,
  frame: { median: 100, p95: 100 },
  rest: 900,
  work: { median: 60, mean: 60 },
  late: 300,
  findsBack: { reload: true, back: false, link: true, bare: false },
  titles: 0,
  phone: { code: 9, body: 9 },
  scores: [66, 90, 100, 100],
  presented: [66, 90, 100, 100],
}
const LONG: LongDeck = {
  frame: { median: 72, p95: 500 },
  overview: { usual: 50, long: 60 },
}

function rows(ours: Partial<Figures> = {}, long: Partial<LongDeck> = {}) {
  const decks = [{ ...OURS, ...ours }, OTHER, OTHER] as const
  return rowsOf(decks, { ...LONG, ...long }, 20)
}

function missed(all: readonly Row[]): string[] {
  return all
    .filter(({ kept }) => kept === false)
    .map(({ measure }) => measure.replace(/[:,*].*/, ''))
}

test('all are kept at their edge, whatever the others do', () => {
  expect(missed(rows())).toEqual([])
  expect(allKept(rows())).toBe(true)
})

test.each<[string, Partial<Figures>]>([
  ['script on first load', { script: 10_001 }],
  ['key to next paint', { frame: { median: 60.1, p95: 120 } }],
  ['key to next paint', { frame: { median: 60, p95: 120.1 } }],
  ['main thread for one change', { work: { median: 8.1, mean: 8.1 } }],
  ['ten keys 60 ms apart', { late: 30.1 }],
  [
    'reload keeps / Back = previous / link / bare address resumes',
    { findsBack: { ...OURS.findsBack, back: false } },
  ],
  ['titles without script', { titles: 19 }],
  ['phone', { phone: { code: 12.9, body: 16 } }],
  ['phone', { phone: { code: 13, body: 15.9 } }],
  ['Lighthouse mobile', { scores: [100, 100, 99, 100] }],
])('“%s” is missed: %j', (measure, ours) => {
  const all = rows(ours)
  expect(missed(all)).toEqual([measure])
  expect(allKept(all)).toBe(false)
})

test('many slides cost what few do', () => {
  const frame = { median: 72.1, p95: 1 }
  expect(missed(rows({}, { frame }))).toEqual(['400 slides'])
  const overview = { usual: 50, long: 60.1 }
  expect(missed(rows({}, { overview }))).toEqual(['400 slides'])
})

test('what is not there yet is told, and misses nothing', () => {
  const all = rows({}, { overview: undefined })
  expect(allKept(all)).toBe(true)
  expect(tableOf(all)).toMatch(/overview\*.*\| no overview yet \|.*\| – \|/)
})

test('is a table, each line as long as its head', () => {
  const lines = tableOf(rows({ titles: 19 }))
    .trim()
    .split('\n')
  const widths = lines.map((line) => line.split(' | ').length)
  expect(new Set(widths)).toEqual(new Set([6]))
  expect(lines.join('\n')).toContain(
    '| titles without script | 20 | 19 | 0 | 0 | **no** |',
  )
})
