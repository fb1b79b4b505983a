/** Syntax trees as they are drawn: what stands at each node. */
import { expect, test } from 'vitest'
import type { Branch } from './branch.ts'
import { readStages } from './reading.ts'

function outline({ kind, text, role, children }: Branch): string {
  const own = `${role ? `${role}:` : ''}${kind}${text === undefined ? '' : ` ${text}`}`
  return children.length > 0
    ? `${own}[${children.map(outline).join(', ')}]`
    : own
}

/** Of the first statement of a function. */
function statement(source: string): string {
  const tree = readStages(`function f(): void {\n${source}\n}`).tree()
  const block = tree.children[0]!.children.find(({ kind }) => kind === 'block')
  return outline(block!.children[0]!)
}

test.each([
  ['let a = 1.50', 'variables let[variable[name a, number 1.50]]'],
  [
    'const a: i32 = 0x10',
    'variables const[variable[name a, type i32, number 0x10]]',
  ],
  ['a += -b', 'expression[assignment +=[name a, unary -[name b]]]'],
  ['a++', 'expression[update ++[name a]]'],
  ['(a == b)', 'expression[group ( )[binary ==[name a, name b]]]'],
  [
    'a.b[c]!',
    'expression[notNull ![element [ ][member .[name a, name b], name c]]]',
  ],
  ['"x"', 'expression[string "x"]'],
  [
    'a ? b : c',
    'expression[conditional ? :[test:name a, then:name b, else:name c]]',
  ],
  [
    'if (a) b; else c',
    'if[test:name a, then:expression[name b], else:expression[name c]]',
  ],
  ['a *', 'expression[binary *[name a, broken]]'],
])('%s', (source, expected) => {
  expect(statement(source)).toBe(expected)
})

test('types say what they are of, and whether they may be null', () => {
  const { tree } = readStages('let a: StaticArray<u8> | null = null')
  expect(outline(tree())).toBe(
    'program[variables let[variable[name a, type StaticArray | null[of:type u8], null]]]',
  )
})

test('each branch has the number of its node, in the order of reading', () => {
  const { tree, nodes } = readStages('function f(a: i32): i32 { return a * 2 }')
  const numbers: number[] = []
  const visit = ({ node, kind, children }: Branch): void => {
    numbers.push(node)
    expect(nodes.all[node]!.kind).toBe(kind)
    for (const child of children) visit(child)
  }
  visit(tree())
  expect(numbers).toEqual([...nodes.all.keys()])
})
