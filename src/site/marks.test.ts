/** Marks: what is one, what is nearly one, and what is the author's own. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAPTER, envOf, openFolder } from './chapter.fixture.ts'
import { markOf, parseMinutes, type Mark } from './marks.ts'
import { tables } from './tables.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt({ html: true }).use(tables)

/** The marks of a body, in their order. */
function marks(body: string): Mark[] {
  const env = envOf(body)
  return md
    .parse(body, env)
    .map((token) => markOf(token, env))
    .filter((mark) => mark !== undefined)
}

describe('a mark', () => {
  test.each<[string, string, string]>([
    ['<!-- stage: tokens -->', 'stage', 'tokens'],
    ['<!-- note: Ask the room. -->', 'note', 'Ask the room.'],
    ['<!-- note: What: this? -->', 'note', 'What: this?'],
    ['<!-- note: one\n\n  two -->', 'note', 'one\n\n  two'],
    ['<!-- note:\none\n-->', 'note', 'one'],
    ['<!-- pause -->', 'pause', ''],
    ['<!--pause-->', 'pause', ''],
    ['  <!--  pause  -->  ', 'pause', ''],
    ['<!-- one by one -->', 'one by one', ''],
    ['<!-- do: text="a, b", run -->', 'do', 'text="a, b", run'],
    ['<!-- transition -->', 'transition', ''],
    ['<!-- minutes: 2, skippable -->', 'minutes', '2, skippable'],
    ['Text right above.\n<!-- pause -->', 'pause', ''],
    ['- item\n<!-- pause -->', 'pause', ''],
  ])('%j', (body, name, value) => {
    expect(marks(body)).toEqual([{ name, value }])
  })

  test('may stand right under another', () => {
    const names = marks('<!-- minutes: 1 -->\n<!-- note: x -->\n<!-- pause -->')
    expect(names.map(({ name }) => name)).toEqual(['minutes', 'note', 'pause'])
  })
})

test.each([
  '<!-- TODO: more of this -->',
  '<!-- todo -->',
  '<!-- Somebody should look this up -->',
  '<!-- prettier-ignore -->',
  '<!-- prettier-ignore-start -->',
  '<!-- do not translate this -->',
  '<!-- stage directions are in the notes -->',
  '<!-- minutes are planned below -->',
  '<!-- see: https://example.org/ -->',
  '<!-- 2 -->',
  '<!---->',
  '<div>\n<!-- pause -->\n</div>',
  '`<!-- pause -->` in code',
  'Words <!-- of my own --> here.',
  '- item <!-- TODO -->',
  '```html\n<!-- pause -->\n```',
])('%j is the author’s own', (body) => {
  expect(marks(body)).toEqual([])
})

const WRITE = (mark: string) =>
  `Write ${mark}, alone on its line and at its start.`

describe('stops the build', () => {
  test.each([
    ['<!-- puase -->', 'puase', '<!-- pause -->'],
    ['<!-- Pause -->', 'Pause', '<!-- pause -->'],
    [
      '<!-- notes: words -->',
      'notes',
      '<!-- note: what only the presenter sees -->',
    ],
    [
      '<!-- NOTE: words -->',
      'NOTE',
      '<!-- note: what only the presenter sees -->',
    ],
    ['<!-- minute: 2 -->', 'minute', '<!-- minutes: 2 -->'],
    ['<!-- one-by-one -->', 'one-by-one', '<!-- one by one -->'],
    ['<!-- one by on -->', 'one by on', '<!-- one by one -->'],
    ['<!-- transitions -->', 'transitions', '<!-- transition -->'],
    ['<!-- stages: tokens -->', 'stages', '<!-- stage: tokens -->'],
  ])('at %j, which is misspelt', (body, name, meant) => {
    expect(() => marks(`Words.\n\n${body}\n`)).toThrow(
      `${CHAPTER}:7: there is no mark “${name}”. Did you mean ${meant}?`,
    )
  })

  test.each([
    ['<!-- pause: 2 -->', 'pause', '<!-- pause -->'],
    ['<!-- pause --> and more', 'pause', '<!-- pause -->'],
    ['<!-- pause --><!-- note: x -->', 'pause', '<!-- pause -->'],
    ['<!-- note -->', 'note', '<!-- note: what only the presenter sees -->'],
    ['<!-- do: -->', 'do', '<!-- do: run -->'],
    ['<!-- do run -->', 'do', '<!-- do: run -->'],
    ['<!-- do text="2 + 3", run -->', 'do', '<!-- do: run -->'],
    ['<!-- do run, reset -->', 'do', '<!-- do: run -->'],
    ['<!-- minutes 2, skippable -->', 'minutes', '<!-- minutes: 2 -->'],
    ['<!-- stage tokens -->', 'stage', '<!-- stage: tokens -->'],
  ])('at %j, which is not whole', (body, name, example) => {
    expect(() => marks(`Words.\n\n${body}\n`)).toThrow(
      `${CHAPTER}:7: the mark “${name}” is not whole. ${WRITE(example)}`,
    )
  })

  test.each([
    ['in a list', '- item\n\n  <!-- pause -->\n', 7],
    ['in a quotation', '> <!-- pause -->\n', 5],
    ['in a paragraph', 'One\ntwo <!-- pause --> three.\n', 6],
    ['at the end of a line', '- item <!-- pause -->\n', 5],
    ['in a table', '| a |\n| - |\n| <!-- pause --> |\n', 7],
    ['in a heading', '### Words <!-- pause -->\n', 5],
  ])('at a mark %s', (_, body, line) => {
    expect(() => marks(body)).toThrow(
      `${CHAPTER}:${line}: the mark “pause” stands inside of something else. ${WRITE('<!-- pause -->')}`,
    )
  })
})

test.each([
  ['2', { minutes: 2, skippable: false }],
  ['0.5', { minutes: 0.5, skippable: false }],
  ['1.25, skippable', { minutes: 1.25, skippable: true }],
  ['', undefined],
  ['0', undefined],
  ['0.0', undefined],
  ['-1', undefined],
  ['.5', undefined],
  ['1.', undefined],
  ['1,5', undefined],
  ['two', undefined],
  ['2 minutes', undefined],
  ['2,skippable', undefined],
  ['2 skippable', undefined],
  ['2, skipable', undefined],
  ['skippable', undefined],
  ['1e3', undefined],
])('%j minutes', (value, expected) => {
  expect(parseMinutes(value)).toEqual(expected)
})
