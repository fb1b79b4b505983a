import { expect, test } from 'vitest'
import { HostError, hostImports, shownNumber } from './host.ts'

/** What a host of ours brings for one import. */
function brought(
  module: string,
  name: string,
  print: (line: string) => void = String,
) {
  const imports = hostImports([{ module, name, kind: 'function' }], print)
  return imports[module]![name] as (...values: unknown[]) => unknown
}

test('prints numbers and texts, a line each', () => {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  brought('env', 'print', print)(1.5)
  brought('env', 'print', print)(-0)
  brought('env', 'printI64', print)(-5n)
  brought('env', 'console.log', print)('text')
  expect(lines).toEqual(['1.5', '-0', '-5', 'text'])
})

test('has JavaScript’s mathematics', () => {
  expect(brought('Math', 'cos')(0)).toBe(1)
})

test('does strings for engines that do not', () => {
  expect(brought('wasm:js-string', 'concat')('a', 'b')).toBe('ab')
  expect(brought('wasm:js-string', 'equals')('a', 'a')).toBe(1)
  expect(brought('wasm:js-string', 'equals')('a', null)).toBe(0)
  expect(brought("'", 'the text')).toBe('the text')
  expect(brought("'", '__proto__')).toBe('__proto__')
})

test.each([
  ['env', 'fetch'],
  ['env', 'toString'],
  ['Math', 'PI'],
  ['Math', 'constructor'],
  ['__proto__', 'polluted'],
  ['constructor', 'name'],
  ['elsewhere', 'print'],
])('has no %s %s', (module, name) => {
  expect(() => brought(module, name)).toThrow(HostError)
})

test.each([
  [1, '1'],
  [-0, '-0'],
  [1e21, '1e+21'],
  [Number.NaN, 'NaN'],
  [2n ** 60n, '1152921504606846976'],
])('%s is written %s', (value, text) => {
  expect(shownNumber(value)).toBe(text)
})
