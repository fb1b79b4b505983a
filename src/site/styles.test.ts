/** Selectors written out: the same rules, which browsers look up by a name. */
import { expect, test } from 'vitest'
import { writtenOut } from './styles.ts'

test.each([
  ['a list', '.deck :is(.a, .b) {}', '.deck .a, .deck .b {}'],
  ['within a word', '.a:is(h2, h3) > p {}', 'h2.a > p, h3.a > p {}'],
  ['nothing to write out', '.a > p {}', '.a > p {}'],
  ['one that weighs less', ':is(.a, b) {}', '.a, b:not(.nowhere) {}'],
])('%s', (_name, sheet, expected) => {
  expect(writtenOut(sheet)).toBe(expected)
})
