/** Text that the last row reads, and text that it does not. */
import { expect, test } from 'vitest'
import { isFine, smallestOf, smallFault } from './legible.ts'

test.each([
  [9, 720],
  [9, 768],
  [9, 1080],
  [13.5, 1080],
])('%d pixels of %d are too small', (pixels, height) => {
  const fault = smallFault({ words: 'i32.add', pixels }, height)
  expect(fault).toMatchObject({ kind: 'small' })
  expect(fault!.what).toContain('“i32.add”')
  expect(isFine({ words: '', pixels }, height)).toBe(false)
})

test.each([
  [13.6, 1080, true],
  [21.5, 1080, true],
  [21.6, 1080, false],
  [9.1, 720, true],
])('%d pixels of %d are not', (pixels, height, isSmallish) => {
  expect(smallFault({ words: 'A', pixels }, height)).toBeUndefined()
  expect(isFine({ words: 'A', pixels }, height)).toBe(isSmallish)
})

test('says how large, of which share, and what would do', () => {
  const words = `${'long '.repeat(20)}text`
  const { what } = smallFault({ words, pixels: 9 }, 1080)!
  expect(what).toContain('long long…”')
  expect(what).toContain('9 pixels large, 1/120 of the height')
  expect(what).toContain('13.5 pixels here')
})

test('the smallest text speaks for its slide', () => {
  const all = [20, 9, 9, 30].map((pixels, index) => ({
    words: 'abcd'[index]!,
    pixels,
  }))
  expect(smallestOf(all)!.words).toBe('b')
  expect(smallestOf([])).toBeUndefined()
})
