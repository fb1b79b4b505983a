/** Passes, drawn: what a reader, a screen reader and a pointer find. */
import { describe, expect, test } from 'vitest'
import { passDetailMarkup } from './pass-detail.ts'
import {
  passListMarkup,
  passSummary,
  timeWords,
  type PassRow,
} from './pass-list.ts'
import { passPlotMarkup } from './pass-plot.ts'
import { drawnMarkup, passesMarkup, type PassesDrawing } from './passes.ts'

const row = (pass: string, before: number, after: number): PassRow => ({
  pass,
  round: 1,
  isChanged: before !== after,
  before,
  after,
})
const ROWS = [row('dce', 1200, 1200), row('vacuum', 1200, 900)]
const SETTINGS = {
  level: '-O3',
  hasGC: true,
  converges: false,
  list: 'dce,"vacuum"',
  onlyChanged: true,
}
const DETAIL = {
  of: 'f<T>',
  isSameBytes: false,
  isTooLarge: false,
  lines: [
    { kind: 'stays', pieces: [{ text: '(func', isMarked: false }] },
    {
      kind: 'goes',
      pieces: [
        { text: 'i32.const ', isMarked: false },
        { text: '1 < 2', isMarked: true },
      ],
    },
    { kind: 'comes', pieces: [] },
  ],
} as const
const DRAWING: PassesDrawing = {
  rows: ROWS,
  chosen: 2,
  detail: DETAIL,
  functions: ['main', 'f<T>'],
}

/** The text of markup, with a bar between elements. */
function read(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|')
}

test('a row for all, and one for each pass', () => {
  const list = read(passListMarkup(ROWS, 0))
  expect(list).toContain('|All passes|changed|1,200|900|')
  expect(list).toContain('|dce|unchanged|1,200|1,200|')
  expect(list).toContain('|vacuum|changed|1,200|900|')
})

test('one row is chosen, and it alone is among what Tab reaches', () => {
  const list = passListMarkup(ROWS, 1)
  expect(list.match(/tabindex="0"/g)).toHaveLength(1)
  expect(list).toContain('data-step="1" tabindex="0" aria-pressed="true"')
})

test('another round is set apart', () => {
  const list = passListMarkup([...ROWS, { ...ROWS[0]!, round: 2 }], 0)
  expect(list.match(/class="unchanged again"/g)).toHaveLength(1)
})

test('times are added up, and told as exactly as they are known', () => {
  const timed = ROWS.map((one) => ({ ...one, milliseconds: 1.25 }))
  expect(read(passListMarkup(timed, 0))).toContain('|900|2.5 ms|')
  expect(timeWords(0.04)).toBe('< 0.1 ms')
  expect(timeWords(12.34)).toBe('12.3 ms')
})

test.each([
  [ROWS, '2 passes, 1 changed something: 1,200 → 900 bytes'],
  [
    [...ROWS, { ...ROWS[1]!, before: 900, after: 800, isWriter: true }],
    '2 passes, 1 changed something: 1,200 → 800 bytes',
  ],
  [[ROWS[1]!], '1 pass: 1,200 → 900 bytes'],
  [[], 'No pass'],
])('what came of all passes', (rows, words) => {
  expect(passSummary(rows)).toBe(words)
})

/** The plot of one pass that took so long. */
function plotOf(milliseconds: number): string {
  return passPlotMarkup([{ ...ROWS[0]!, milliseconds }], 0)
}

describe('the plot', () => {
  test('falls where the size does, and has a column for each pass', () => {
    const plot = passPlotMarkup(ROWS, 2)
    expect(plot).toContain('from 1200 to 900 bytes')
    expect(plot).toContain('class="sizes" d="M0 4H10V4H20V18H30"')
    expect(plot).toContain('class="column changed chosen" data-step="2"')
    expect(plot).not.toContain('class="time"')
  })

  test('has a bar for each time, and one where all were too short', () => {
    expect(plotOf(3)).toContain(
      'class="time" x="12" y="66" width="6" height="22"',
    )
    expect(plotOf(0)).toContain(
      'class="time" x="12" y="87" width="6" height="1"',
    )
  })
})

describe('one pass', () => {
  test('is named, explained, and shown line by line', () => {
    const detail = passDetailMarkup({
      ...DETAIL,
      pass: 'dce',
      says: 'It <is>.',
    })
    expect(detail).toContain('<code>dce</code> It &lt;is&gt;.')
    expect(detail).toContain('aria-label="What changed in f&lt;T&gt;"')
    expect(detail).toContain('<span>(func\n</span>')
    expect(detail).toContain('<del>i32.const <b>1 &lt; 2</b>\n</del>')
    expect(detail).toContain('<ins>\n</ins>')
  })

  test.each([
    [
      'nothing',
      DETAIL.lines.slice(0, 1),
      true,
      'It left f&lt;T&gt; as it was.',
    ],
    ['only the text', DETAIL.lines, true, 'the bytes are the same'],
    ['that the function is gone', [], false, 'There is no function f&lt;T&gt;'],
  ])('may change %s', (_, lines, isSameBytes, words) => {
    expect(passDetailMarkup({ ...DETAIL, lines, isSameBytes })).toContain(words)
  })
})

test('what is too large to be printed has no function to choose', () => {
  const detail = { ...DETAIL, lines: [], isTooLarge: true }
  const drawn = drawnMarkup({ ...DRAWING, detail })
  expect(drawn).toContain('too large to be printed')
  expect(drawn).not.toContain('<select')
})

test('few passes have no plot, and one alone has no list', () => {
  expect(drawnMarkup(DRAWING)).not.toContain('<svg')
  expect(drawnMarkup({ ...DRAWING, rows: ROWS.slice(1) })).toContain(
    'data-alone',
  )
  const many = Array.from({ length: 9 }, () => ROWS[0]!)
  expect(drawnMarkup({ ...DRAWING, rows: many })).toContain('<svg')
})

test('a pass that refused says why', () => {
  const stopped = { pass: 'asyncify', message: 'No <memory>.' }
  expect(drawnMarkup({ ...DRAWING, stopped })).toContain(
    'asyncify refused: No &lt;memory&gt;.',
  )
})

test('the settings stand above, and wait for the script', () => {
  const markup = passesMarkup(DRAWING, SETTINGS, ['-O0', '-O3'])
  expect(markup).toContain('aria-label="Passes" data-only-changed>')
  expect(markup).toContain('<option>-O0</option><option selected>-O3</option>')
  expect(markup).toContain('value="dce,&quot;vacuum&quot;"')
  expect(markup).toContain('data-name="gc" checked disabled')
  expect(markup).toContain('data-name="converges" disabled')
  expect(markup).toContain('<option selected>f&lt;T&gt;</option>')
})
