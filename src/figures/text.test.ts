/** A module’s text as markup: its lines, their nodes, both forms. */
import { expect, test } from 'vitest'
import { textMarkup, waitingMarkup } from './text.ts'

const FOLDED = { text: '(module\n  (i32.const 1)\n)', nodes: [-1, 7] }
const FLAT = { text: 'i32.const 1', nodes: [3] }
const markup = textMarkup(FOLDED, FLAT)

function textOf(part: string): string {
  return part.replaceAll(/<[^>]*>/g, '').trimEnd()
}

test('both forms are there, and each says its text', () => {
  const [, folded, flat] = markup.split('<pre ')
  expect(folded).toContain('data-form="folded"')
  expect(flat).toContain('data-form="flat"')
  expect(textOf(`<pre ${folded}`)).toBe(FOLDED.text)
  expect(textOf(`<pre ${flat}`)).toBe(FLAT.text)
})

test('each line has its node, if it has one', () => {
  const lines = [...markup.matchAll(/<span class="line"([^>]*)>/g)]
  expect(lines.map(([, own]) => own!.trim())).toEqual([
    '',
    'data-node="7" tabindex="-1"',
    '',
    'data-node="3" tabindex="-1"',
  ])
})

test('words are coloured behind their indent', () => {
  expect(markup).toMatch(/data-node="7" tabindex="-1"> {2}\(<span class="tok-/)
})

test.each([
  textMarkup({ text: '"<b>"', nodes: [] }, FLAT),
  waitingMarkup('<b>'),
])('what programs say is escaped', (one) => {
  expect(one).toContain('&lt;b&gt;')
  expect(one).not.toContain('<b>')
})

test('what waits is a paragraph', () => {
  expect(waitingMarkup('Soon.')).toBe('<p class="waiting">Soon.</p>')
})
