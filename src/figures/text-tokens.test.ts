/** Chips for tokens, and the table in which a word comes together. */
import { expect, test } from 'vitest'
import {
  joiningMarkup,
  textSummary,
  textTokensMarkup,
  type TextToken,
} from './text-tokens.ts'

const SOME: TextToken[] = [
  { number: 300, text: '\u{2581}a<b', word: 0 },
  { number: 13, text: '\n', byte: { value: 10, at: 0 }, word: 1 },
  { number: 198, text: '\u{e9}', byte: { value: 0xc3, at: 0 }, word: 2 },
  { number: 172, text: '\u{e9}', byte: { value: 0xa9, at: 1 }, word: 2 },
]

test('a chip shows spaces, line ends, bytes and the number', () => {
  const markup = textTokensMarkup(SOME, 2)
  expect(markup).toContain(
    '<i class="space">·</i>a&lt;b</code> <span class="number">300',
  )
  expect(markup).toContain(
    '↵</i></code> <span class="number">13</span></button><br>',
  )
  expect(markup).toContain('<code>C3</code>')
  expect(markup.match(/aria-pressed="true"/g)).toHaveLength(2)
})

test('more chips than anybody looks at are counted', () => {
  const many = Array.from({ length: 1700 }, () => SOME[0]!)
  const markup = textTokensMarkup(many, 0)
  expect(markup.match(/<button/g)).toHaveLength(600)
  expect(markup).toContain('and 1,100 more')
})

test.each([
  ['', [], 'No text, no tokens.'],
  ['a', SOME.slice(0, 1), '1 character, 1 token: 1.0 characters a token.'],
  [
    'a<b\n\u{e9}',
    SOME,
    '5 characters, 4 tokens: 1.3 characters a token. 2 tokens are single bytes, for what is no piece.',
  ],
])('the summary of “%s”', (text, tokens, words) => {
  expect(textSummary(text, tokens)).toBe(words)
})

test('a row a step, each part as wide as its characters', () => {
  const markup = joiningMarkup('\u{2581}ab', [
    { parts: [{ text: '\u{2581}' }, { text: 'a' }, { text: 'b' }] },
    { parts: [{ text: '\u{2581}' }, { text: 'ab', number: 260 }], made: 1 },
    { parts: [{ text: '\u{2581}ab', number: 300 }], made: 0 },
  ])
  expect(markup.match(/<tr>/g)).toHaveLength(3)
  expect(markup).toContain('comes together in 2 steps')
  expect(markup).toContain(
    '<td colspan="2" class="made"><code>ab</code> <span class="number">260',
  )
  expect(markup).toContain('<td colspan="3" class="made end">')
})

test('a word that stays in characters shows their bytes', () => {
  const markup = joiningMarkup('\u{e9}', [
    { parts: [{ text: '\u{e9}', bytes: [0xc3, 0xa9] }] },
  ])
  expect(markup).toContain('is a single character')
  expect(markup).toContain('C3 A9')
})

test('no word has no table, and a long one is too long for it', () => {
  expect(joiningMarkup('', [])).toBe('')
  expect(joiningMarkup('a'.repeat(1234), [])).toContain('of 1,234 characters')
})
