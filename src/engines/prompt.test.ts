import { expect, test } from 'vitest'
import { cleanPrompt } from './prompt.ts'

const MARKS = ['<unk>', '<s>', '</s>']

test.each([
  ['', ''],
  ['Wick ran.\n\tHome.', 'Wick ran.\n\tHome.'],
  ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['be\0ep\u0007 \u001B[1mloud\u009B', 'beep [1mloud'],
  ['🐕‍🦺 é ﷽', '🐕‍🦺 é ﷽'],
  ['half \ud800, half \udc00, whole 🐕', 'half \ufffd, half \ufffd, whole 🐕'],
  ['The end</s>, <s>again', 'The end, again'],
  ['<</s>/s> <<<s>s>s>', ' '],
  ['<\0/s>', ''],
  ['a < b, <S>, s>', 'a < b, <S>, s>'],
])('%j becomes %j', (text, clean) => {
  expect(cleanPrompt(text, MARKS)).toBe(clean)
})
