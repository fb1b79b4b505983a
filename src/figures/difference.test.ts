/** A difference: one element a line, which says whether it stays. */
import { describe, expect, test } from 'vitest'
import { textDifference } from '../passes/passes.ts'
import { differenceMarkup, type ShownLine } from './difference.ts'

/** A line without marks. */
function line(kind: ShownLine['kind'], text: string): ShownLine {
  return { kind, pieces: text ? [{ text, isMarked: false }] : [] }
}

test.each<[string, ShownLine[], string]>([
  ['nothing', [], ''],
  ['what stays', [line('stays', 'a')], '<span>a\n</span>'],
  ['what goes', [line('goes', 'a')], '<del>a\n</del>'],
  ['what comes', [line('comes', 'a')], '<ins>a\n</ins>'],
  [
    'all, in their order',
    [line('stays', 'a'), line('goes', 'b'), line('comes', 'c')],
    '<span>a\n</span><del>b\n</del><ins>c\n</ins>',
  ],
  ['an empty line', [line('stays', '')], '<span>\n</span>'],
  [
    'markup',
    [line('comes', '</ins>&"')],
    '<ins>&lt;/ins&gt;&amp;&quot;\n</ins>',
  ],
  [
    'a word that is marked',
    [
      {
        kind: 'goes',
        pieces: [
          { text: 'a ', isMarked: false },
          { text: '<b>', isMarked: true },
        ],
      },
    ],
    '<del>a <b>&lt;b&gt;</b>\n</del>',
  ],
])('%s', (_, lines, markup) => {
  expect(differenceMarkup(lines)).toBe(markup)
})

describe('both texts can be read again', () => {
  test.each([
    ['\n', '\n'],
    ['\n', 'a\nb\n'],
    ['a\nb\n', '\n'],
    ['a\nb\nc\n', 'a\nc\nd\n'],
    ['a\n\n\nb\n', 'a\n\nb\n\n'],
    ['let a = 1\n', 'let a = 2\n'],
  ])('%j → %j', (before, after) => {
    const markup = differenceMarkup(textDifference(before, after))
    const without = (tag: string) =>
      markup
        .replaceAll(new RegExp(`<${tag}>.*?\n</${tag}>`, 'g'), '')
        .replaceAll(/<.*?>/g, '')
    expect(without('ins')).toBe(before)
    expect(without('del')).toBe(after)
  })
})
