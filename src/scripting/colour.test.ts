/** JavaScript in colour, half written or not. */
import { expect, test } from 'vitest'
import { scriptTokens } from './colour.ts'

test.each([
  ['const a = 60', 'keyword parameter punctuation constant'],
  ['f(x)', 'function punctuation parameter punctuation'],
  ['\'a\' + "b" + `c\n${d}`', 'string punctuation string punctuation string'],
  ['1 // two\n3', 'constant constant'],
  ['/* a\nb */ null', 'constant'],
  ["'open\nnext", 'string parameter'],
  ['0x1fn 1e-3', 'constant constant'],
  ['', ''],
])('%j', (text, categories) => {
  const tokens = scriptTokens(text)
  expect(tokens.map(({ category }) => category).join(' ')).toBe(categories)
  for (const { from, to } of tokens) {
    expect(text.slice(from, to).trim()).not.toBe('')
  }
})
