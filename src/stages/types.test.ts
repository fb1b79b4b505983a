/** Typed trees as they are drawn: types, and conversions that nobody wrote. */
import { expect, test } from 'vitest'
import type { Branch } from './branch.ts'
import { readStages } from './reading.ts'

function outline({ kind, text, role, type, children }: Branch): string {
  const own = [role && `${role}:`, kind, text, type && `<${type}>`]
  const words = own.filter((word) => word !== undefined).join(' ')
  return children.length > 0
    ? `${words}[${children.map(outline).join(', ')}]`
    : words
}

const HEAD = `class Box { value: i32 = 1 }
let i: i32 = 2, d: f64 = 3, b: bool = true, s: string = "x"
let bytes = new StaticArray<u8>(2)
function f(box: Box): void {
`

/** Of the first statement of a function. */
function statement(source: string): string {
  const tree = readStages(`${HEAD}${source}\n}`).types()
  const made = tree.children.find(({ text }) => text === 'f')!
  return outline(made.children[1]!)
}

test.each([
  [
    'd = i',
    'expression[set = <void>[get d <f64>, convert i32 → f64 <f64>[get i <i32>]]]',
  ],
  ['d = 1', 'expression[set = <void>[get d <f64>, constant 1 <f64>]]'],
  [
    'b = false',
    'expression[set = <void>[get b <bool>, constant false <bool>]]',
  ],
  [
    's = "a\\"b"',
    'expression[set = <void>[get s <string>, text "a\\"b" <string>]]',
  ],
  [
    'i = box.value',
    'expression[set = <void>[get i <i32>, field .value <i32>[get box <Box>]]]',
  ],
  [
    'bytes.length',
    'expression[length .length <i32>[get bytes <StaticArray<u8>>]]',
  ],
  ['i + 2', 'expression[binary + <i32>[get i <i32>, constant 2 <i32>]]'],
  ['i == 2', 'expression[binary == <bool>[get i <i32>, constant 2 <i32>]]'],
  ['new Box()', 'expression[new new Box <Box>]'],
  ['sqrt(d)', 'expression[builtin sqrt <f64>[get d <f64>]]'],
  ['f(box)', 'expression[call f <void>[get box <Box>]]'],
  ['-i', 'expression[negate - <i32>[get i <i32>]]'],
  ['~i', 'expression[complement ~ <i32>[get i <i32>]]'],
  [
    '!b && b',
    'expression[and && <bool>[not ! <bool>[get b <bool>], get b <bool>]]',
  ],
  ['b || b', 'expression[or || <bool>[get b <bool>, get b <bool>]]'],
  [
    'b ? 1 : 2',
    'expression[conditional ? : <void>[test: get b <bool>, then: constant 1 <i32>, else: constant 2 <i32>]]',
  ],
  [
    'bytes[i]',
    'expression[element [ ] <u8>[get bytes <StaticArray<u8>>, get i <i32>]]',
  ],
])('%s', (source, expected) => {
  expect(statement(source)).toBe(expected)
})

test('a case of a switch is a branch, with its statements below', () => {
  const tree = statement('switch (i) { case 1: d = 1; break; default: d = 2 }')
  expect(tree).toMatch(/^switch\[.*case\[.*constant 1 <f64>.*break.*\], case\[/)
})

test('what is declared stands in the order of the source', () => {
  const { types } = readStages(`function one(a: i32, b: f64): i32 { return a }
class Box { value: i32 = 1; twice(): i32 { return 2 * this.value } }
const two: f64 = 2
@external("env", "print") declare function print(x: f64): void`)
  const declared = types().children.map(({ kind, text, type }) =>
    [kind, text, type].join(' ').trim(),
  )
  expect(declared).toEqual([
    'function one (i32, f64) → i32',
    'class Box',
    ...declared.slice(2, -2),
    'global two f64',
    'import print (f64) → void',
  ])
  expect(declared.join('\n')).toContain('twice')
})

test('each branch has a node of the source that is as it says', () => {
  const source = 'function f(a: f64): f64 { return a * 2 }'
  const { types, nodes } = readStages(source)
  const texts: string[] = []
  const visit = ({ node, children }: Branch): void => {
    const { from, to } = nodes.all[node]!
    texts.push(source.slice(from, to))
    for (const child of children) visit(child)
  }
  visit(types())
  expect(texts).toEqual([
    source,
    source,
    source,
    'return a * 2',
    'a * 2',
    'a',
    '2',
  ])
})

test('what is wrong has no type that is known', () => {
  const { types, problems } = readStages(
    'function f(): i32 { return cuont + 1 }',
  )
  expect(problems).toHaveLength(1)
  expect(outline(types())).toContain('constant 0 <unknown>')
})
