/** Names of a module: each leads to the node that declares it. */
import { expect, test } from 'vitest'
import { check } from '../examplescript/check.ts'
import { ModuleNames } from './names.ts'
import { NOWHERE, Nodes } from './nodes.ts'

const SOURCE = `@external("env", "print") declare function print(x: f64): void
class Box { value: i32 = 1 }
let total = 1.5
function f(x: i32): i32 {
  let y = x
  { let x = 2; y += x }
  for (let x = 3; x < 4; x++) { }
  return y
}
function g(): i32 { let x = 5; return x }`
const { tree, typed, problems } = check(SOURCE)
const nodes = new Nodes(tree)
const names = new ModuleNames(typed, nodes)

function sourceOf(number: number): string {
  if (number === NOWHERE) return ''
  const { from, to } = nodes.all[number]!
  return SOURCE.slice(from, to).split('\n')[0]!
}

test.each([
  ['print', /^@external/],
  ['Box', /^class Box/],
  ['total', /total = 1\.5$/],
  ['f', /^function f/],
  ['g', /^function g/],
  ['~start', /^$/],
  ['toString', /^$/],
])('%s is declared', (name, source) => {
  expect(problems).toEqual([])
  expect(sourceOf(names.declared(name))).toMatch(source)
})

test.each([
  ['f', 'x', 'x: i32'],
  ['f', 'y', 'y = x'],
  ['f', 'x.1', 'x = 2'],
  ['f', 'x.2', 'x = 3'],
  ['f', 'x.3', ''],
  ['g', 'x', 'x = 5'],
  ['g', 'y', ''],
  ['h', 'x', ''],
])('in %s, %s is “%s”', (made, name, source) => {
  const around = names.declared(made)
  expect(sourceOf(names.local(name, around))).toBe(source)
})
