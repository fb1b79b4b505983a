/** A difference: one element a line, which says whether it stays. */
import { diffLines } from 'diff'
import { describe, expect, test } from 'vitest'
import { differenceMarkup } from './difference.ts'

test.each([
  ['nothing', [], ''],
  ['what stays', [{ value: 'a\nb\n' }], '<span>a\n</span><span>b\n</span>'],
  ['what goes', [{ value: 'a\n', removed: true }], '<del>a\n</del>'],
  ['what comes', [{ value: 'a\n', added: true }], '<ins>a\n</ins>'],
  [
    'signs that are false',
    [{ value: 'a\n', added: false, removed: false }],
    '<span>a\n</span>',
  ],
  [
    'all, in their order',
    [
      { value: 'a\n' },
      { value: 'b\nc\n', removed: true },
      { value: 'd\n', added: true },
    ],
    '<span>a\n</span><del>b\n</del><del>c\n</del><ins>d\n</ins>',
  ],
  ['an empty line', [{ value: '\n' }], '<span>\n</span>'],
  [
    'empty lines around',
    [{ value: '\na\n\n', added: true }],
    '<ins>\n</ins><ins>a\n</ins><ins>\n</ins>',
  ],
  ['a line without its end', [{ value: 'a' }], '<span>a\n</span>'],
  [
    'markup',
    [{ value: '</ins>&"\n', added: true }],
    '<ins>&lt;/ins&gt;&amp;&quot;\n</ins>',
  ],
])('%s', (_, parts, markup) => {
  expect(differenceMarkup(parts)).toBe(markup)
})

describe('both texts can be read again', () => {
  test.each([
    ['\n', '\n'],
    ['\n', 'a\nb\n'],
    ['a\nb\n', '\n'],
    ['a\nb\nc\n', 'a\nc\nd\n'],
    ['a\n\n\nb\n', 'a\n\nb\n\n'],
  ])('%j → %j', (before, after) => {
    const markup = differenceMarkup(diffLines(before, after))
    const without = (tag: string) =>
      markup
        .replaceAll(new RegExp(`<${tag}>[^<]*</${tag}>`, 'g'), '')
        .replaceAll(/<.*?>/g, '')
    expect(without('ins')).toBe(before)
    expect(without('del')).toBe(after)
  })
})
