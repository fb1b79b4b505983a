/** Reading: all of a program but its module, also where something is wrong. */
import { expect, test } from 'vitest'
import { readStages } from './reading.ts'

test('a token has the innermost node that it is a part of', () => {
  const source = 'let a = 1 + b // c'
  const { tokens, nodes } = readStages(source)
  const found = tokens.map(({ from, to, node }) => [
    source.slice(from, to),
    nodes.all[node]!.kind,
  ])
  expect(found).toEqual([
    ['let', 'variables'],
    ['a', 'name'],
    ['=', 'variable'],
    ['1', 'number'],
    ['+', 'binary'],
    ['b', 'name'],
  ])
})

test('tokens have the colours that listings have', () => {
  const { tokens } = readStages('let a = 1')
  expect(tokens.map(({ category }) => category)).toEqual([
    'keyword',
    'name',
    'operator',
    'number',
  ])
})

test.each([
  ['', 0, 'program'],
  ['let a = ', 1, 'variables'],
  ['let a = (((', 1, 'variables'],
  ['function f(): i32 { return nothing }', 1, 'function'],
  ['¿', 1, 'program'],
])('%j is read as far as that goes', (text, count, kind) => {
  const reading = readStages(text)
  expect(reading.text).toBe(text)
  expect(reading.problems).toHaveLength(count)
  const tree = reading.tree()
  expect((tree.children[0] ?? tree).kind).toBe(kind)
  expect(reading.types().kind).toBe('program')
})
