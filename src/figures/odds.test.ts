/** Bars of what may come next, and the way that led there. */
import { describe, expect, test } from 'vitest'
import { chanceWords, oddsMarkup, tokenName, wayMarkup } from './odds.ts'

const TWELVE = Array.from({ length: 12 }, (_, id) => ({
  id,
  text: `\u{2581}w${id}`,
  logprob: Math.log(id === 0 ? 0.45 : 0.04),
  chance: id === 0 ? 0.6 : id < 11 ? 0.04 : 0,
  ...(id === 11 && { cut: 'top-p' as const }),
}))

test('ten have bars, and the others one together', () => {
  const markup = oddsMarkup(TWELVE, 1280)
  expect(markup.match(/<button/g)).toHaveLength(10)
  expect(markup).toContain('aria-label="“w0”, 60 %"')
  expect(markup).toContain('<rect class="chance" width="60.00"')
  expect(markup).toContain('1,270 others')
  expect(markup).toMatch(/others.*<span class="percent">4\.0 %<\/span><\/li>$/)
})

test('one that was taken is shown however unlikely, and pressed', () => {
  const markup = oddsMarkup(TWELVE, 1280, 11)
  expect(markup).toContain('data-act="take-12"')
  expect(markup).toMatch(
    /<li class="cut"><button[^>]*aria-label="“w11”, 4.0 %, cut by top-p" aria-pressed="true"/,
  )
  expect(markup).toContain('1,269 others')
})

test('nothing is drawn where nothing is known', () => {
  expect(oddsMarkup([], 1280)).toBe('')
})

test.each([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.0042, '0.4 %'],
  [0.0996, '10 %'],
  [0.424, '42 %'],
  [0.9996, '> 99.9 %'],
  [1, '100 %'],
])('%d in words: %s', (chance, words) => {
  expect(chanceWords(chance)).toBe(words)
})

test.each([
  ['\u{2581}kite', '“kite”'],
  ['ing', '“ing”'],
  ['</s>', 'the end'],
  ['<0x0A>', 'a new line'],
  ['\u{2581}', 'a space'],
])('%s is called %s', (text, name) => {
  expect(tokenName(text)).toBe(name)
})

describe('the way', () => {
  const steps = [
    { text: '\u{2581}a<', own: 0.5 },
    { text: '</s>', own: 0.25 },
  ]

  test('has a button for each token and one for what comes next', () => {
    const markup = wayMarkup(steps, 2, false)
    expect(markup.match(/<button/g)).toHaveLength(3)
    expect(markup).toContain('aria-label="“a&lt;”, 50 %"')
    expect(markup).toContain('data-act="look-2" aria-pressed="true"')
  })

  test('has nothing next behind its end', () => {
    expect(wayMarkup(steps, 1, true)).not.toContain('look-2')
  })
})
