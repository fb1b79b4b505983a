/** Nodes: their numbers, and which of them a place belongs to. */
import { expect, test } from 'vitest'
import { parse } from '../examplescript/parse.ts'
import { NOWHERE, Nodes } from './nodes.ts'

const SOURCE = `let a = 1 // one
function f(): i32 {
  a
  return (a + 7) * a
}`
const { tree } = parse(SOURCE)
const nodes = new Nodes(tree)

function at(text: string, from = SOURCE.indexOf(text)): string {
  const node = nodes.all[nodes.at({ from, to: from + text.length })]!
  return `${node.kind} ${SOURCE.slice(node.from, node.to)}`
}

test('each node is before what is in it, and behind what is before it', () => {
  for (const [number, { from, to }] of nodes.all.entries()) {
    expect(nodes.last[number]).toBeGreaterThanOrEqual(number)
    for (let inner = number; inner <= nodes.last[number]!; inner++) {
      const place = nodes.all[inner]!
      expect(from <= place.from && place.to <= to).toBe(true)
    }
    const next = nodes.all[nodes.last[number]! + 1]
    if (next) expect(next.from).toBeGreaterThanOrEqual(to)
  }
  expect(nodes.all[0]).toBe(tree)
  expect(nodes.last[0]).toBe(nodes.all.length - 1)
})

test('a node has its number, and one of another tree has none', () => {
  expect(nodes.all.map((node) => nodes.numberOf(node))).toEqual([
    ...nodes.all.keys(),
  ])
  expect(nodes.numberOf(parse(SOURCE).tree)).toBe(NOWHERE)
})

test.each([
  ['7', 'number 7'],
  ['a + 7', 'binary a + 7'],
  ['+', 'binary a + 7'],
  ['(', 'function f'],
  ['(a', 'group (a + 7)'],
  ['return', 'return return (a + 7) * a'],
  ['// one', 'program let a'],
  ['1 // one', 'program let a'],
])('%s stands in the %s', (text, node) => {
  expect(at(text)).toMatch(node)
  expect(at(text).startsWith(node)).toBe(true)
})

test('of two alike, a place belongs to the inner one', () => {
  const from = SOURCE.indexOf('a\n')
  expect(at('a', from)).toBe('name a')
})

test('the core of a statement is the expression that is all of it', () => {
  const from = SOURCE.indexOf('a\n')
  const statement = nodes.all.findIndex(
    (node) => node.kind === 'expression' && node.from === from,
  )
  const name = nodes.at({ from, to: from + 1 })
  expect(name).toBe(statement + 1)
  expect(nodes.core(statement)).toBe(name)
  expect(nodes.core(name)).toBe(name)
  const sum = nodes.all.findIndex(({ kind }) => kind === 'binary')
  expect(nodes.core(sum)).toBe(sum)
})
