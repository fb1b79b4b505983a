import { expect, test } from 'vitest'
import { decodeNumber, decodeString } from './literal.ts'

test.each([
  ['0', false, 0],
  ['1_000', false, 1000],
  ['0xFF', false, 255],
  ['0XfE', false, 254],
  ['0b101', false, 5],
  ['0x1e3', false, 0x1e3],
  ['1.5', true, 1.5],
  ['1e3', true, 1000],
  ['2.5E-3', true, 0.0025],
  ['9007199254740991', false, 9_007_199_254_740_991],
  ['9007199254740993', false, 9_007_199_254_740_993n],
  ['0xffff_ffff_ffff_ffff', false, 0xffff_ffff_ffff_ffffn],
])('%s', (text, isFloat, value) => {
  expect(decodeNumber(text)).toEqual({ isFloat, value })
})

test.each([
  ['"plain"', 'plain'],
  ["'single'", 'single'],
  ['"\\n\\r\\t\\0"', '\n\r\t\0'],
  ['"\\\\\\\'\\""', '\\\'"'],
  ['"\\x41F"', 'AF'],
  ['"\\u00e9e"', 'ée'],
  ['"\\u{1f600}!"', '😀!'],
  ['"\\uD83D\\uDE00"', '😀'],
  ['"open', 'open'],
  ['"\\q"', 'q'],
  ['""', ''],
])('%s', (quoted, text) => {
  expect(decodeString(quoted)).toBe(text)
})
