/** Times and what they lie between, as they are read. */
import { expect, test } from 'vitest'
import { spreadMarkup, spreadWords } from './spread.ts'

test.each([
  [0.12345, 0.1, 0.2, '0.123 ms (0.100–0.200)'],
  [1.2345, 1.2, 1.9, '1.23 ms (1.20–1.90)'],
  [12.345, 9.9, 101, '12.3 ms (9.9–101.0)'],
  [123.45, 99.6, 1234.5, '123 ms (100–1,235)'],
  [0, 0, 0.004, '< 0.001 ms (0.000–0.004)'],
])('as many digits as count: %d', (median, least, most, words) => {
  expect(spreadWords({ median, least, most })).toBe(words)
})

test('a cell has the range as a part of its own', () => {
  expect(spreadMarkup({ least: 2, median: 2.5, most: 3 })).toBe(
    '<span class="spread"><b>2.50 ms</b> <small>(2.00–3.00)</small></span>',
  )
})

test('what is too short for any digit breaks no markup', () => {
  expect(spreadMarkup({ least: 0, median: 0, most: 0 })).toContain(
    '<b>&lt; 0.001 ms</b>',
  )
})
