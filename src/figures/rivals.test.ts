/** Two compilers, drawn: numbers and text side by side. */
import { expect, test } from 'vitest'
import {
  rivalsDrawnMarkup,
  rivalsMarkup,
  type RivalsDrawing,
} from './rivals.ts'
import { sideBySideMarkup } from './side-by-side.ts'
import type { ShownLine } from './difference.ts'

function line(kind: ShownLine['kind'], text: string): ShownLine {
  return { kind, pieces: [{ text, isMarked: false }] }
}

const made = { bytes: { length: 78 }, packed: 90, result: '7' }
const drawing: RivalsDrawing = {
  ours: made,
  theirs: { ...made, bytes: { length: 1094 } },
  work: 'work(7)',
  functions: ['work'],
  of: 'work',
  lines: [line('stays', '(func'), line('comes', '(local $1 <i32>)')],
}

/** The cells of each row, without markup. */
function cells(markup: string): string[] {
  return markup
    .split('<tr>')
    .slice(2)
    .map((row) => row.replaceAll(/<\/t[hd]>/g, '|').replaceAll(/<[^>]*>/g, ''))
}

test('sizes and results stand side by side, and times wait', () => {
  const markup = rivalsDrawnMarkup(drawing)
  expect(cells(markup)[0]).toBe('Bytes|78|1,094|')
  expect(cells(markup)[2]).toBe('work(7)|7|7|')
  expect(cells(markup)[3]).toBe('Compile|–|–|')
  expect(markup).toContain('ExampleScript makes 1,016 bytes less')
  expect(markup).toContain('work(7) gives the same.')
  expect(markup).toContain('<b>Compare</b>')
})

test('times have their spread', () => {
  const compile = { least: 1, median: 2, most: 3 }
  const ours = { ...made, compile, run: compile }
  const theirs = { ...made, compile, stopped: 'unreachable' }
  const markup = rivalsDrawnMarkup({ ...drawing, ours, theirs })
  expect(markup).toContain('<b>2.00 ms</b> <small>(1.00–3.00)</small>')
  expect(markup).toContain('stopped: unreachable')
  expect(markup).toContain('Both make 78 bytes')
  expect(markup).not.toContain('<b>Compare</b>')
})

test('another result is said', () => {
  const theirs = { ...made, result: '8' }
  expect(rivalsDrawnMarkup({ ...drawing, theirs })).toContain(
    'work(7) gives something else.',
  )
})

test('a refusal has its own words, and the other side stands', () => {
  const ours = { refusal: 'Line 1: <T>' }
  const markup = rivalsDrawnMarkup({ ...drawing, ours })
  expect(markup).toContain('Only AssemblyScript takes this program.')
  expect(markup).toContain('Line 1: &lt;T&gt;')
  expect(cells(markup)[0]).toBe('Bytes|–|1,094|')
  const none = rivalsDrawnMarkup({ ...drawing, ours, theirs: ours })
  expect(none).toContain('Neither takes this program.')
})

test('what is chosen is chosen in the page', () => {
  const settings = { level: '-Os', runtime: 'stub' }
  const markup = rivalsMarkup(drawing, settings, ['-O3', '-Os'], ['stub'])
  expect(markup).toContain('<option selected>-Os</option>')
  expect(markup).toContain('<option value="work" selected>')
})

test('lines stand at one height, and gaps where one side has none', () => {
  const markup = sideBySideMarkup(
    [
      line('stays', 'a'),
      line('goes', 'b'),
      line('goes', 'c'),
      line('comes', 'd'),
      line('stays', 'e'),
      line('comes', 'f'),
    ],
    ['Left', 'Right'],
  )
  const sides = markup
    .split('<pre')
    .slice(1)
    .map((side) =>
      [...side.matchAll(/<span(?: class="(own|gap)")?>(.*)\n/g)].map(
        ([, what = '', text]) => `${what}${text}`,
      ),
    )
  expect(sides).toEqual([
    ['a', 'ownb', 'ownc', 'e', 'gap'],
    ['a', 'ownd', 'gap', 'e', 'ownf'],
  ])
})

test('a side without text is left out', () => {
  const markup = sideBySideMarkup([line('comes', 'a')], ['Left', 'Right'])
  expect(markup).not.toContain('Left')
})
