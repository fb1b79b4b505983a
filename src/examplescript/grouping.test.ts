/** How expressions are read. */
import { expect, test } from 'vitest'
import { grouped, lastExpression } from './grouping.ts'
import { parse } from './parse.ts'

function reading(source: string): string | undefined {
  const expression = lastExpression(parse(source).tree)
  return expression && grouped(expression, source)
}

test.each([
  ['1 + 2 * 3', '(1 + (2 * 3))'],
  ['1 * 2 + 3', '((1 * 2) + 3)'],
  ['(1 + 2) * 3', '((1 + 2) * 3)'],
  ['((1))', '1'],
  ['a - b - c', '((a - b) - c)'],
  ['2 ** 3 ** 2', '(2 ** (3 ** 2))'],
  ['-a * b', '((-a) * b)'],
  ['!a && ~b | c', '((!a) && ((~b) | c))'],
  ['a++ + ++a', '((a++) + (++a))'],
  ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
  ['a = b += 1', '(a = (b += 1))'],
  ['f(a + 1, g())', 'f((a + 1), g())'],
  ['load<i32>(p + 4)', 'load<i32>((p + 4))'],
  ['new Bird(1 + 2).wings[i + 1]!', '(new Bird((1 + 2)).wings[(i + 1)]!)'],
  ['0xff + 1_000', '(0xff + 1_000)'],
])('%s', (text, expected) => {
  expect(reading(`let last = ${text}`)).toBe(expected)
})

test.each([
  ['', undefined],
  ['let a: i32', undefined],
  ['let a = 1\nlet b = 2\nlet c: i32', '2'],
  ['function f(): i32 { let a = 1 + 1; return a * 2 }', '(1 + 1)'],
  ['function f(a: i32): i32 { g(1 + 2); return a * 2 }', '(a * 2)'],
  ['function f(a: i32): void { return\n g(1 + 2) }', 'g((1 + 2))'],
])('of %j it is the last one', (source, expected) => {
  expect(reading(source)).toBe(expected)
})
