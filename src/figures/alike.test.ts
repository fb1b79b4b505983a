/** Where two texts part. */
import { expect, test } from 'vitest'
import { alikeSentence, alikeWords } from './alike.ts'

test.each([
  ['a b c', 'a b d', 2],
  ['a b', 'a b c', 2],
  ['a  b\nc', 'a b c', 3],
  ['kites', 'kite', 0],
  ['', 'a', 0],
])('“%s” and “%s” have %i words in common', (left, right, count) => {
  expect(alikeWords(left, right)).toBe(count)
  expect(alikeWords(right, left)).toBe(count)
})

test.each([
  ['a b', 'a b', 'Word for word the same.'],
  ['a b', 'c b', 'They part at the first word.'],
  ['a b', 'a c', 'The first word is the same, then they part.'],
  ['a b c', 'a b', 'The first 2 words are the same, then they part.'],
  ['', 'a', ''],
])('of “%s” and “%s” is said “%s”', (left, right, said) => {
  expect(alikeSentence(left, right)).toBe(said)
})
