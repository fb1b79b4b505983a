/** Tables: no inline style, reachable with keys where they scroll, cells with lines. */
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { tables } from './tables.ts'

const md = new MarkdownIt().use(tables)

test.each([
  ['---', ''],
  [':--', ' class="align-left"'],
  ['--:', ' class="align-right"'],
  [':-:', ' class="align-center"'],
])('a column of %s', (line, attribute) => {
  const html = md.render(`| a | b |\n| --- | ${line} |\n| 1 | 2 |\n`)
  expect(html).toContain('<th>a</th>')
  expect(html).toContain(`<th${attribute}>b</th>`)
  expect(html).toContain('<td>1</td>')
  expect(html).toContain(`<td${attribute}>2</td>`)
  expect(html).not.toContain('style')
})

test('a table scrolls in a box that takes the focus and has a name', () => {
  expect(md.render('| a |\n| - |\n| 1 |\n')).toMatch(
    /^<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n.*<\/table><\/div>\n$/s,
  )
})

test('each cell knows its line', () => {
  const cells = md
    .parse('Words.\n\n| a | b |\n| - | - |\n| c | d |\n| e | f |\n', {})
    .filter(({ type }) => type === 'inline')
    .map(({ content, map }) => `${content} ${map?.[0]}`)
  expect(cells).toEqual(['Words. 0', 'a 2', 'b 2', 'c 4', 'd 4', 'e 5', 'f 5'])
})
