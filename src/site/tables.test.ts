/** Tables: no inline style, and reachable with keys where they scroll. */
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
