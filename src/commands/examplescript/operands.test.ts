/** What goes into `main` as words of a command line, and what comes out. */
import { describe, expect, test } from 'vitest'
import { Folder } from './terminal.fixture.ts'

const folder = new Folder()

function identity(type: string): string {
  return `export function main(x: ${type}): ${type} { return x }`
}

describe('an operand', () => {
  test.each([
    ['i32', '7', '7'],
    ['i32', '-2147483648', '-2147483648'],
    ['i32', '+5', '5'],
    ['i32', '0xff', '255'],
    ['i32', '-0b101', '-5'],
    ['u32', '4294967295', '4294967295'],
    ['i64', '-9223372036854775808', '-9223372036854775808'],
    ['u64', '18446744073709551615', '18446744073709551615'],
    ['u64', '0xffffffffffffffff', '18446744073709551615'],
    ['f64', '-0', '-0'],
    ['f64', '-.5', '-0.5'],
    ['f64', '5.', '5'],
    ['f64', '1e-7', '1e-7'],
    ['f64', 'NaN', 'NaN'],
    ['f64', 'Infinity', 'Infinity'],
    ['f64', '-Infinity', '-Infinity'],
    ['f64', '5e-324', '5e-324'],
    ['f32', '0.1', '0.10000000149011612'],
    ['f32', '3.4028235e38', '3.4028234663852886e+38'],
    ['bool', 'true', 'true'],
    ['bool', 'false', 'false'],
    ['string', 'Grüße, 😀', 'Grüße, 😀'],
    ['string', '', ''],
    ['string', '-5', '-5'],
  ])('that is a %s: %s', async (type, word, expected) => {
    const told = await folder.callWith(identity(type), 'run', word)
    expect(told).toMatchObject({ status: 0, out: `${expected}\n`, err: '' })
  })

  test.each([
    ['i32', '2147483648', 'an integer from -2147483648 to 2147483647'],
    ['i32', '1.5', 'an integer from -2147483648 to 2147483647'],
    ['i32', '1e3', 'an integer from -2147483648 to 2147483647'],
    ['i32', '', 'an integer from -2147483648 to 2147483647'],
    ['u32', '-1', 'an integer from 0 to 4294967295'],
    [
      'i64',
      '9223372036854775808',
      'an integer from -9223372036854775808 to 9223372036854775807',
    ],
    ['u64', '-1', 'an integer from 0 to 18446744073709551615'],
    [
      'f32',
      '3.5e38',
      'a number from -3.4028235e+38 to 3.4028235e+38, Infinity or NaN',
    ],
    [
      'f64',
      '1e309',
      'a number from -1.7976931348623157e+308 to 1.7976931348623157e+308, Infinity or NaN',
    ],
    [
      'f64',
      '1,5',
      'a number from -1.7976931348623157e+308 to 1.7976931348623157e+308, Infinity or NaN',
    ],
    ['bool', '1', 'true or false'],
  ])('that is no %s: %s', async (type, word, what) => {
    const told = await folder.callWith(identity(type), 'run', word)
    const err = `“${word}” is no ${type}, and x is one. Write ${what}.\n`
    expect(told).toMatchObject({ status: 2, out: '', err })
  })

  test('is one of several, some of them negative', async () => {
    const source =
      'export function main(a: i32, b: f64, c: bool, d: i64): f64 {\n  return c ? f64(a) * b : f64(d)\n}'
    const words = ['3', '-0.5', 'true', '-1']
    expect(await folder.callWith(source, 'run', ...words)).toMatchObject({
      out: '-1.5\n',
    })
  })

  test('may begin with a minus behind --', async () => {
    const told = await folder.callWith(identity('string'), 'run', '--', '-h')
    expect(told).toMatchObject({ status: 0, out: '-h\n' })
  })

  test.each([
    [[], 'are 0'],
    [['1'], 'is 1'],
    [['1', '2', '3'], 'are 3'],
  ])('is missing, or too many: %j', async (words, there) => {
    const source = 'export function main(a: i32, b: f64): void { }'
    const err = `main(a: i32, b: f64) takes 2 values, and there ${there} behind the file. Write run FILE a b.\n`
    expect(await folder.callWith(source, 'run', ...words)).toMatchObject({
      status: 2,
      err,
    })
  })

  test('is not wanted', async () => {
    const source = 'export function main(): void { }'
    const err =
      'main() takes no values, and there is 1 behind the file. Write run FILE.\n'
    expect(await folder.callWith(source, 'run', '-1')).toMatchObject({ err })
  })

  test('cannot be a vector, or an object', async () => {
    const vector = 'export function main(x: v128): void { }'
    const object = 'class A { }\nexport function main(x: A): void { }'
    for (const [source, type] of [
      [vector, 'v128'],
      [object, 'A'],
    ] as const) {
      const { status, err } = await folder.callWith(source, 'run', '1')
      expect(status).toBe(2)
      expect(err).toContain(`No word of a command line is a ${type}`)
    }
  })
})

describe('a result', () => {
  test.each([
    ['i32', '-1', '-1\n'],
    ['u32', 'u32(-1)', '4294967295\n'],
    ['i64', 'i64(-1)', '-1\n'],
    ['u64', 'u64(-1)', '18446744073709551615\n'],
    ['f64', '-0.0', '-0\n'],
    ['f32', '0.0 / 0.0', 'NaN\n'],
    ['bool', '1 < 2', 'true\n'],
    ['string', '"a\\nb"', 'a\nb\n'],
    ['string | null', 'null', 'null\n'],
    ['void', '', ''],
  ])('that is a %s: %s', async (type, value, out) => {
    const source = `export function main(): ${type} {\n  return ${value}\n}`
    const told = await folder.callWith(source, 'run')
    expect(told).toMatchObject({ out, err: '', status: 0 })
  })

  test('cannot be a vector', async () => {
    const source = 'export function main(): v128 {\n  return i32x4.splat(1)\n}'
    const { status, err } = await folder.callWith(source, 'run')
    expect(status).toBe(2)
    expect(err).toContain('gives a v128')
  })
})
