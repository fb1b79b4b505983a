/** What last words take: each counts once, and all of them have a bound. */
import { expect, test } from 'vitest'
import { LastWords } from './last-words.ts'

test('a name counts with its last word', () => {
  const words = new LastWords(2, 100)
  expect(words.keep('a', 49)).toBe(true)
  expect(words.keep('a', 9)).toBe(true)
  expect(words.keep('b', 89)).toBe(true)
  expect(words.bytes).toBe(100)
  expect(words.keep('a', 10)).toBe(false)
  expect(words.keep('b', 0)).toBe(true)
  expect(words.bytes).toBe(10)
})

test('names are counted, and make room when they are taken back', () => {
  const words = new LastWords(2, 100)
  words.keep('a', 1)
  words.keep('b', 1)
  expect(words.keep('c', 1)).toBe(false)
  expect(words.keep('c', 0)).toBe(true)
  words.keep('a', 0)
  expect(words.keep('c', 1)).toBe(true)
})
