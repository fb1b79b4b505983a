/** A text and its tokens: the same number marks both. */
import { describe, expect, test } from 'vitest'
import { tokenListMarkup, tokenTextMarkup, type TokenMark } from './tokens.ts'

const SOURCE = 'a <= 1 // <b>\n"&"'
const TOKENS: TokenMark[] = [
  { kind: 'name', category: 'variable', from: 0, to: 1 },
  { kind: '<=', category: 'operator', from: 2, to: 4 },
  { kind: 'integer', category: 'constant', from: 5, to: 6 },
  { kind: 'string', category: 'string', from: 14, to: 17 },
]

test('the text has a span for each token, and its comments', () => {
  expect(tokenTextMarkup(SOURCE, TOKENS)).toBe(
    '<span class="tok-variable" data-token="0">a</span> ' +
      '<span class="tok-operator" data-token="1">&lt;=</span> ' +
      '<span class="tok-constant" data-token="2">1</span>' +
      '<span class="tok-comment"> // &lt;b&gt;\n</span>' +
      '<span class="tok-string" data-token="3">&quot;&amp;&quot;</span>',
  )
})

const chip = (number: number, category: string, text: string, kind: string) =>
  `<li><button type="button" class="chip" data-token="${number}"><code class="tok-${category}">${text}</code><span class="kind">${kind}</span></button></li>`

test('the list has a chip for each token, with its kind', () => {
  expect(tokenListMarkup(SOURCE, TOKENS)).toBe(
    chip(0, 'variable', 'a', 'name') +
      chip(1, 'operator', '&lt;=', '&lt;=') +
      chip(2, 'constant', '1', 'integer') +
      chip(3, 'string', '&quot;&amp;&quot;', 'string'),
  )
})

describe('without tokens', () => {
  test.each([
    ['', ''],
    [' \n', ' \n'],
    ['// <b>', '<span class="tok-comment">// &lt;b&gt;</span>'],
  ])('%j is %j', (source, expected) => {
    expect(tokenTextMarkup(source, [])).toBe(expected)
    expect(tokenListMarkup(source, [])).toBe('')
  })
})

const numbers = (markup: string) =>
  [...markup.matchAll(/data-token="(\d+)"/g)].map(([, n]) => Number(n))

test('both name the same tokens by the same numbers', () => {
  const source = 'x '.repeat(300)
  const tokens = Array.from({ length: 300 }, (_, n) => ({
    kind: 'name',
    category: 'variable',
    from: 2 * n,
    to: 2 * n + 1,
  }))
  expect(numbers(tokenTextMarkup(source, tokens))).toEqual([...tokens.keys()])
  expect(numbers(tokenListMarkup(source, tokens))).toEqual([...tokens.keys()])
})
