/** Levels, drawn: what a reader and a screen reader find. */
import { describe, expect, test } from 'vitest'
import { levelPlotMarkup } from './level-plot.ts'
import { levelTableMarkup, quickest, type LevelRow } from './level-table.ts'
import { levelsDrawnMarkup, levelsMarkup, programsMarkup } from './levels.ts'

const SIZES: LevelRow[] = [
  { level: '-O0', size: 1200, packed: 700 },
  { level: '-O3', size: 900, packed: 500 },
  { level: '-Os', size: 800, packed: 520 },
  { level: '-Oz', size: 800, packed: 520, sameAs: '-Os' },
]
const spread = (median: number, by = 0.1) => ({
  least: median - by,
  median,
  most: median + by,
})
const TIMES = [
  [1, 4],
  [20, 2],
  [9, 2.05],
  [10, 3],
] as const
const TIMED: LevelRow[] = SIZES.map((row, index) => ({
  ...row,
  compile: spread(TIMES[index]![0]),
  run: spread(TIMES[index]![1]),
}))
const DRAWING = { rows: SIZES, looked: '-O3', work: 'work(3)' }
const MEASURED = { result: '42', others: [], first: 93 }

/** The text of markup, with a bar between elements. */
function read(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|')
}

describe('the table', () => {
  test('has sizes, and no times that nobody measured', () => {
    const table = read(levelTableMarkup(SIZES, '-O3'))
    expect(table).toContain('|Level|Size|gzip|-O0|1,200|700|')
    expect(table).toContain('|-O3|900|500|smallest|')
    expect(table).toContain('|-Oz|same as |-Os|800|smallest|520|')
    expect(table).not.toContain('ms')
  })

  test('has times with their spread, once somebody measured', () => {
    const table = read(levelTableMarkup(TIMED, '-O3'))
    expect(table).toContain('|Compile|Run|')
    expect(table).toContain(
      '|-O0|1,200|700|1.00 ms| |(0.90–1.10)|quickest|4.00 ms| |(3.90–4.10)|',
    )
    expect(table).toContain('|2.00 ms| |(1.90–2.10)|quickest|')
    expect(table).toContain('|2.05 ms| |(1.95–2.15)|as quick|')
    expect(table).toContain('|3.00 ms| |(2.90–3.10)|')
  })

  test('has a bar for each cell, and a line for each spread', () => {
    const table = levelTableMarkup(TIMED, '-O3')
    expect(table).toContain('<rect width="66.7" height="8"/></svg>')
    expect(table).toContain(
      '<rect width="76.9" height="8"/><path d="M75 4H78.8"/>',
    )
    expect(table.match(/<rect/g)).toHaveLength(16)
    expect(table.match(/<path/g)).toHaveLength(8)
  })
})

function runsOf(
  ...runs: [least: number, median: number, most: number][]
): LevelRow[] {
  return runs.map(([least, median, most], index) => ({
    ...SIZES[index]!,
    run: { least, median, most },
  }))
}

describe('the quickest', () => {
  test.each([
    ['alone', runsOf([2, 3, 9], [1, 1.5, 4]), '-O3', []],
    [
      'with one that came as near',
      runsOf([1.5, 3, 9], [1, 1.5, 4]),
      '-O3',
      ['-O0'],
    ],
    ['of one', runsOf([1, 2, 3]), '-O0', []],
    ['of none', [], undefined, []],
  ])('%s', (_, timed, best, alike) => {
    expect(quickest(timed, 'run')).toEqual({ ...(best && { best }), alike })
  })
})

function placesIn(plot: string, of: 'cx' | 'cy'): number[] {
  const found = plot.matchAll(new RegExp(`${of}="([^"]+)"`, 'g'))
  return [...found].map(([, value]) => Number(value))
}

describe('the plot', () => {
  test('is not there before there are times', () => {
    expect(levelPlotMarkup(SIZES)).toBe('')
  })

  test('has a point for each level, with what it is in words', () => {
    const plot = levelPlotMarkup(TIMED)
    expect(plot.match(/<circle/g)).toHaveLength(4)
    expect(plot).toContain('<title>-O3: 900 bytes, 2.00 ms (1.90–2.10)</title>')
    const names = [...plot.matchAll(/class="name"[^>]*>([^<]*)/g)]
    expect(names.flatMap(([, words]) => words!.split(' ')).sort()).toEqual([
      '-O0',
      '-O3',
      '-Os',
      '-Oz',
    ])
  })

  test('has lower what is smaller, and more to the left what is quicker', () => {
    const [o0, o3, os, oz] = placesIn(levelPlotMarkup(TIMED), 'cy')
    expect(o0).toBeLessThan(o3!)
    expect(o3).toBeLessThan(os!)
    expect(os).toBe(oz)
    const [slow, quick, , middle] = placesIn(levelPlotMarkup(TIMED), 'cx')
    expect(quick).toBeLessThan(middle!)
    expect(middle).toBeLessThan(slow!)
  })

  test('levels that are the same in all share one label', () => {
    const same = TIMED.map((row) => ({ ...row, size: 9, run: spread(1) }))
    expect(levelPlotMarkup(same)).toContain('>-O0 -O3 -Os -Oz</text>')
  })
})

describe('in words', () => {
  test('before anybody measures, sizes and where times come from', () => {
    const drawn = read(levelsDrawnMarkup(DRAWING, ''))
    expect(drawn).toContain('Smallest: -Os and -Oz; packed: -O3.')
    expect(drawn).toContain('|Measure| takes them here.')
    expect(drawn).not.toContain('All levels give the same')
  })

  test('afterwards, what is quickest, and that all give the same', () => {
    const drawn = read(
      levelsDrawnMarkup({ ...DRAWING, rows: TIMED, measured: MEASURED }, ''),
    )
    expect(drawn).toContain('Quickest: -O3; as quick, within the spread: -Os.')
    expect(drawn).toContain('All levels give the same: |work(3)| is |42|.')
    expect(drawn).toContain('at -O0, took 93.0 ms; warm, it takes 1.00 ms.')
    expect(drawn).not.toContain('takes them here')
  })

  test('none is quicker, if no spread tells them apart', () => {
    const rows = TIMED.map((row) => ({ ...row, run: spread(2) }))
    const drawn = levelsDrawnMarkup(
      { ...DRAWING, rows, measured: MEASURED },
      '',
    )
    expect(drawn).toContain('None is quicker than the spread can tell.')
  })

  test('another result is a fault, and told', () => {
    const measured = {
      ...MEASURED,
      others: [{ level: '-O3', result: '<43>' }],
    }
    const drawn = levelsDrawnMarkup({ ...DRAWING, rows: TIMED, measured }, '')
    expect(drawn).toContain(
      'Not the same: for work(3), -O0 gives 42, and -O3 gives &lt;43&gt;.',
    )
    expect(drawn).not.toContain('All levels give the same')
  })

  test('work without a result has nothing to compare', () => {
    const measured = { ...MEASURED, result: '' }
    const drawn = levelsDrawnMarkup({ ...DRAWING, rows: TIMED, measured }, '')
    expect(read(drawn)).toContain(
      '|work(3)| gives nothing that could be compared.',
    )
  })
})

test('one chooses among programs, if there are several', () => {
  expect(programsMarkup(['sieve'])).toBe('')
  expect(programsMarkup(['sieve', 'a<b'])).toContain(
    '<option>sieve</option><option>a&lt;b</option>',
  )
})

test('one level is pressed, and its text stands under the levels', () => {
  const look = {
    look: '-O3',
    against: '-O0',
    of: '',
    levels: ['-O0', '-O3'],
    functions: [],
    lines: [],
  }
  const markup = levelsMarkup(DRAWING, look)
  expect(markup).toMatch(/aria-label="Levels".*aria-label="Text"/)
  expect(markup).toContain('data-act="look -O3" aria-pressed="true"')
  expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1)
})
