/** The list of keys has words for all of them, and a key for all words. */
import { expect, test } from 'vitest'
import { KEYS, type Wish } from './keys.ts'
import { GROUPS, keysFor } from './words.ts'

const told = GROUPS.flatMap(({ wishes }) => Object.entries(wishes))

test('each wish of a key has words, once', () => {
  const wishes = told.map(([wish]) => wish).sort()
  expect(wishes).toEqual([...new Set(Object.values(KEYS))].sort())
  for (const [, words] of told) expect(words).toMatch(/^[A-Z].+[^.]$/)
})

test.each([
  ['next', ['→', '↓', 'Page down', 'Space', 'Enter', 'N', 'J']],
  ['leave', ['Esc']],
  ['black', ['B', '.']],
  ['keys', ['?']],
] satisfies [Wish, string[]][])('%s is on %j', (wish, keys) => {
  expect(keysFor(wish)).toEqual(keys)
})

test('no key is named as the browser names it', () => {
  const named = Object.values(KEYS).flatMap(keysFor)
  for (const name of named) expect(name).not.toMatch(/^[A-Z]{2}|^\s*$/)
})
