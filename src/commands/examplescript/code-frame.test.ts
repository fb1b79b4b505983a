/** Code frames: what is between ⟦ and ⟧ in a source is marked in its frame. */
import { array, assert, constantFrom, double, property } from 'fast-check'
import { expect, test } from 'vitest'
import { lineStarts } from '../../examplescript/position.ts'
import { cellsOf } from './cells.ts'
import { frameLines } from './code-frame.ts'

function frame(marked: string): string[] {
  const text = marked.replaceAll(/[⟦⟧]/g, '')
  const from = marked.indexOf('⟦')
  const to = marked.indexOf('⟧') - 1
  const starts = lineStarts(text)
  return frameLines({ text, starts }, { from, to }).flatMap((line) => [
    `${line.number}|${line.text}`,
    ...(line.marker ? [` |${line.marker}`] : []),
  ])
}

test.each<[string, string, string[]]>([
  ['a word', 'let a = ⟦b⟧ + 1', ['1|let a = b + 1', ' |        ^']],
  ['a whole line', 'a\n⟦bcd⟧\ne', ['2|bcd', ' |^^^']],
  ['nothing, before a word', 'a ⟦⟧bc', ['1|a bc', ' |  ^']],
  ['nothing, at the end', 'ab⟦⟧', ['1|ab', ' |  ^']],
  ['nothing, in a line after the last', 'ab\n⟦⟧', ['2|', ' |^']],
  ['nothing in nothing', '⟦⟧', ['1|', ' |^']],
  ['the end of a line', 'ab⟦\n⟧cd', ['1|ab', ' |  ^']],
  ['a line with its end', 'a⟦b\n⟧cd', ['1|ab', ' | ^']],
  ['ends of lines as on Windows', 'ab\r\nc⟦d⟧\r\n', ['2|cd', ' | ^']],
  ['behind tabs', '\ta\t⟦b⟧', ['1|    a   b', ' |        ^']],
  ['a tab', 'ab⟦\t⟧c', ['1|ab  c', ' |  ^^']],
  ['wide characters', '"漢字" ⟦かな⟧', ['1|"漢字" かな', ' |       ^^^^']],
  ['half-width ones', 'ｱｲ⟦ｳ⟧', ['1|ｱｲｳ', ' |  ^']],
  ['full-width ones', 'Ａ⟦＋⟧', ['1|Ａ＋', ' |  ^^']],
  ['emoji', '"😀👩‍👩‍👧☀️" ⟦+⟧', ['1|"😀👩‍👩‍👧☀️" +', ' |         ^']],
  ['half of an emoji', '⟦\u{D83D}⟧\u{DE00}a', ['1|😀a', ' |^^']],
  ['accents of their own', 'e\u{301}⟦x⟧', ['1|e\u{301}x', ' | ^']],
  ['an accent alone', '\u{301}⟦x⟧', ['1|\u{301}x', ' |^']],
  [
    'control characters',
    '\x1B[2J⟦\x07⟧',
    ['1|<U+001B>[2J<U+0007>', ' |           ^^^^^^^^'],
  ],
  ['a change of direction', '\u{202E}⟦a⟧', ['1|<U+202E>a', ' |        ^']],
  ['a line separator', 'a\u{2028}⟦b⟧', ['1|a<U+2028>b', ' |         ^']],
  ['half of a pair', '\u{D83D}⟦a⟧', ['1|<U+D83D>a', ' |        ^']],
  ['a return in a line', 'a\r⟦b⟧', ['1|a<U+000D>b', ' |         ^']],
  ['two lines', 'a(⟦b,\n  c⟧)', ['1|a(b,', ' |  ^^', '2|  c)', ' |  ^']],
  ['empty lines', '⟦a\n\n  \nb⟧', ['1|a', ' |^', '2|', '3|  ', '4|b', ' |^']],
  [
    'many lines',
    '⟦a\nb\nc\nd\ne\nf⟧',
    ['1|a', ' |^', '2|b', ' |^', '3|c', ' |^', '6|f', ' |^'],
  ],
])('%s', (_, marked, expected) => {
  expect(frame(marked)).toEqual(expected)
})

const LONG = 'abcdefghi '.repeat(30)

test.each<[string, string, string[]]>([
  ['at its beginning', `⟦x⟧${LONG}`, [`1|x${LONG.slice(0, 69)}…`, ' |^']],
  [
    'in its middle',
    `${LONG}⟦xyz⟧${LONG}`,
    [`1|…${LONG.slice(-25)}xyz${LONG.slice(0, 42)}…`, ` |${' '.repeat(26)}^^^`],
  ],
  [
    'at its end',
    `${LONG}⟦xyz⟧`,
    [`1|…${LONG.slice(-67)}xyz`, ` |${' '.repeat(68)}^^^`],
  ],
  [
    'behind its end',
    `${LONG}⟦⟧\nb`,
    [`1|…${LONG.slice(-70)}`, ` |${' '.repeat(71)}^`],
  ],
  [
    'longer than what is shown',
    `${LONG}⟦${LONG}⟧${LONG}`,
    [
      `1|…${LONG.slice(-25)}${LONG.slice(0, 45)}…`,
      ` |${' '.repeat(26)}${'^'.repeat(45)}`,
    ],
  ],
  [
    'among wide characters',
    `${'漢'.repeat(100)}⟦x⟧${'字'.repeat(100)}`,
    [`1|…${'漢'.repeat(12)}x${'字'.repeat(22)}…`, ` |${' '.repeat(25)}^`],
  ],
  [
    'between halves of emoji',
    `${'😀'.repeat(100)}⟦x⟧${'😀'.repeat(99)}`,
    [`1|…${'😀'.repeat(12)}x${'😀'.repeat(22)}…`, ` |${' '.repeat(25)}^`],
  ],
])('a long line, marked %s', (_, marked, expected) => {
  expect(frame(marked)).toEqual(expected)
})

test('a line of 16 MB is cut, wherever the mark is', () => {
  const text = 'a + '.repeat(4_000_000)
  const lines = { text, starts: [0] }
  for (let from = 0; from < text.length; from += 160_000) {
    const framed = frameLines(lines, { from, to: text.length })
    expect(framed.join('').length).toBeLessThan(1000)
  }
})

const PIECES =
  'a|   |\t|\n|\r\n|\r|漢|😀|👩‍👩‍👧|\u{200D}|\u{301}|\u{FE0F}|\x1B|\0|\u{202E}|\u{D83D}|\u{2028}'
    .split('|')
    .concat('b'.repeat(60))

const texts = array(constantFrom(...PIECES), { maxLength: 30 })
const share = double({ min: 0, max: 1, noNaN: true })

test('any range of any text has a marker, and nothing that a terminal obeys', () => {
  const ranges = property(texts, share, share, (pieces, one, other) => {
    const text = pieces.join('')
    const [from, to] = [one, other]
      .map((part) => Math.floor(part * text.length))
      .sort((a, b) => a - b) as [number, number]
    const lines = { text, starts: lineStarts(text) }
    const [first, ...rest] = frameLines(lines, { from, to })
    expect(first!.marker).toMatch(/^ *\^+$/)
    for (const shown of [first!, ...rest]) {
      expect(shown.text).not.toMatch(/[\p{Cc}\p{Cs}\u{202E}\u{2028}]/u)
      const last = cellsOf(shown.text, 0).at(-1)
      const width = last ? last.column + last.width : 0
      expect(width).toBeLessThanOrEqual(72)
      expect(shown.marker.length).toBeLessThanOrEqual(width + 1)
    }
  })
  const joinedToTab = ['\t', '\u{301}', '\u{200D}', '\r\n']
  assert(ranges, { numRuns: 2000, examples: [[joinedToTab, 0.6, 0.6]] })
})
