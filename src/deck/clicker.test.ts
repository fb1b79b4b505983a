/** Clickers: the button for starting, beside the keys that reload. */
import { expect, test } from 'vitest'
import { isStart } from './clicker.ts'

test.each([
  ['F5', {}, true],
  ['F5', { shiftKey: true }, true],
  ['F5', { ctrlKey: true }, false],
  ['F5', { metaKey: true }, false],
  ['F5', { altKey: true }, false],
  ['F6', {}, false],
  ['Escape', {}, false],
])('%s with %j: %j', (key, held, starts) => {
  expect(isStart({ key, ...held } as KeyboardEvent)).toBe(starts)
})
