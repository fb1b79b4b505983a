/** Headings and their addresses. */
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { anchors } from './anchors.ts'

const md = new MarkdownIt({ html: true }).use(anchors)

test.each([
  ['## A title', '<h2 id="a-title">'],
  ['### Übung & Co.', '<h3 id="ubung-co">'],
  ['# The page', '<h1>'],
  ['## ???', '<h2>'],
])('%j', (source, opening) => {
  expect(md.render(source)).toContain(opening)
})

test('two headings of one title, and one of a step’s address, differ', () => {
  const source = '<section class="step" id="a">\n\n### A\n\n### A'
  const ids = [...md.render(source).matchAll(/<h3 id="(.+?)"/g)].map(
    ([, id]) => id,
  )
  expect(ids).toEqual(['a-2', 'a-3'])
})
