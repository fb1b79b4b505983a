/** The module's text: comments become nodes, and lines without one their parents’. */
import { expect, test } from 'vitest'
import { check } from '../examplescript/check.ts'
import { ModuleNames } from './names.ts'
import { NOWHERE, Nodes } from './nodes.ts'
import { foldedText, headNode, nodeOrigins } from './text.ts'

const SOURCE = 'let g = 1\nfunction f(a: i32): i32 { return a + g }'
const { tree, typed } = check(SOURCE)
const nodes = new Nodes(tree)
const names = new ModuleNames(typed, nodes)

function nodeOf(text: string): number {
  const from = SOURCE.indexOf(text)
  return nodes.at({ from, to: from + text.length })
}

const F = nodeOf('function f(a: i32): i32 { return a + g }')
const G = nodeOf('let g = 1')

/** What Binaryen prints; behind the bar, the node of the line. */
const LINES: [line: string, node?: number][] = [
  ['(module', NOWHERE],
  [' (type $0 (func))', NOWHERE],
  [' (global $g (mut i32) (i32.const 1))', names.declared('g')],
  [' (func $f (param $a i32) (result i32)', F],
  ['  ;;@ program:8:0'],
  ['  (i32.add', 7],
  ['   ;;@ program:9:0'],
  ['   (local.get $a)', 8],
  ['   (i32.const 1)', 7],
  ['   ;;@'],
  ['   (nop)', 7],
  ['  )', 7],
  ['  (drop', F],
  ['   ;;@ program:3:0'],
  ['   (nop)', 2],
  ['  )', F],
  [' )', F],
  [')', NOWHERE],
]

test('comments are taken out, and each line has its node', () => {
  const annotated = LINES.map(([line]) => line).join('\n')
  const shown = LINES.filter(([, node]) => node !== undefined)
  expect(foldedText(`${annotated}\n`, names)).toEqual({
    text: shown.map(([line]) => line).join('\n'),
    nodes: shown.map(([, node]) => node),
  })
})

test('instructions say the number of their node, plus one', () => {
  const from = SOURCE.indexOf('a + g')
  const place = { from, to: from + 5 }
  const { positionOf } = nodeOrigins(nodes)
  const origin = { place } as Parameters<typeof positionOf>[0]
  expect(positionOf(origin)).toEqual({ line: nodes.at(place) + 1, column: 0 })
})

test.each([
  [' (func $f (param $a i32)', F],
  [' (global $g (mut i32) (i32.const 1))', names.declared('g')],
  [' (func $unheard', NOWHERE],
  ['  (local $a i32)', nodeOf('a: i32')],
  ['  (local $unheard i32)', F],
  ['  (nop)', F],
])('the head %s', (line, node) => {
  expect(headNode(line, F, names)).toBe(node)
})

test('a declared name is of what declares it', () => {
  expect(names.declared('g')).toBeGreaterThanOrEqual(G)
  expect(nodes.all[F]!.kind).toBe('function')
})
