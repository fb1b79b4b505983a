/** What counts as a word, and what as something to do. */
import { expect, test } from 'vitest'
import {
  exercise,
  listing,
  prose,
  run,
  shown,
  slide,
  step,
} from './pieces.fixture.ts'
import { hasSomethingToDo, words, type Piece } from './pieces.ts'

test.each<[Piece[], boolean]>([
  [[], false],
  [[prose(9), shown(9), slide, listing('program', 1, 1)], false],
  [[prose(9), run], true],
  [[{ kind: 'question', line: 1 }], true],
  [[exercise(0, 0, false)], true],
])('has %j something to do? %s', (pieces, expected) => {
  expect(hasSomethingToDo(step({ pieces }))).toBe(expected)
})

test.each([
  ['', 0],
  ['  \n ', 0],
  ['one', 1],
  ['Two words.', 2],
  ['over\ntwo  lines', 3],
  ['3.14 and 1,000 are numbers', 5],
  ['a well-known state-of-the-art trick', 4],
  ['it’s “quoted” (too)', 3],
  ['a + b → c – d …', 4],
  ['dashes—as here—part words', 5],
  ['naïve 日本', 2],
])('words of %j: %i', (said, count) => {
  expect(words(said)).toBe(count)
})
