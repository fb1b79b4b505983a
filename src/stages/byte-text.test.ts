/** Numbers and strings as WebAssembly's text has them. */
import { expect, test } from 'vitest'
import { f32Text, f64Text, quoted, quotedBytes } from './byte-text.ts'

test.each([
  [0, '0'],
  [0.1, '0.1'],
  [-0, '-0'],
  [1 / 3, '0.33333334'],
  [16_777_216, '16777216'],
  [3.4028234663852886e38, '3.4028235e+38'],
  [1.401298464324817e-45, '1e-45'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
])('f32 %d is %s', (value, text) => {
  const [bits] = new Uint32Array(Float32Array.of(value).buffer)
  expect(f32Text(bits!)).toBe(text)
})

test.each([
  [0.1, '0.1'],
  [-0, '-0'],
  [1e21, '1e+21'],
  [-5e-324, '-5e-324'],
  [Infinity, 'inf'],
  [NaN, 'nan'],
])('f64 %d is %s', (value, text) => {
  const [bits] = new BigUint64Array(Float64Array.of(value).buffer)
  expect(f64Text(bits!)).toBe(text)
})

test('a NaN that is unusual says how', () => {
  expect(f32Text(0xff80_0001)).toBe('-nan:0x1')
  expect(f64Text(0x7ff0_0000_0000_0123n)).toBe('nan:0x123')
})

test('a text is quoted, and long bytes are not shown in full', () => {
  expect(quoted('a"b\\\n😀')).toBe(String.raw`"a\"b\\\0a😀"`)
  expect(quotedBytes(Uint8Array.of(0x41, 0x22, 0, 0xff))).toBe(
    String.raw`"A\22\00\ff"`,
  )
  expect(quotedBytes(new Uint8Array(33).fill(65))).toBe(`"${'A'.repeat(32)}" …`)
})
