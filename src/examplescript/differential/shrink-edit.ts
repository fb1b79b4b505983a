/** The ways to make a program smaller by a step, by its syntax tree. */
import { parse } from '../parse.ts'
import { childrenOf, type Call, type Program, type TreeNode } from '../tree.ts'

/** What stands from here to there becomes this text. */
interface Change {
  from: number
  to: number
  text: string
}

/** Changes that belong together, in the order of the source. */
export type Edit = Change[]

/** Of two texts of one length, the one with more names in it weighs more. */
export function weightOf(text: string): number {
  return 2 * text.length + text.replaceAll(/[^a-z]/gi, '').length
}

/** All edits of a program, those that take away most first. */
export function editsOf(source: string): Edit[] {
  const { tree } = parse(source)
  const edits: Edit[] = []
  const left: TreeNode[] = [tree]
  for (let node = left.pop(); node; node = left.pop()) {
    const children = childrenOf(node)
    left.push(...children)
    edits.push(...editsOfNode(source, tree, node))
  }
  const lost = (edit: Edit) =>
    edit.reduce(
      (sum, { from, to, text }) =>
        sum + weightOf(source.slice(from, to)) - weightOf(text),
      0,
    )
  return edits
    .filter((edit) => lost(edit) > 0)
    .map((edit) => [lost(edit), edit] as const)
    .sort(([one], [other]) => other - one)
    .map(([, edit]) => edit)
}

function* editsOfNode(
  source: string,
  tree: Program,
  node: TreeNode,
): Iterable<Edit> {
  switch (node.kind) {
    case 'program':
    case 'type':
      return
    case 'parameter':
      yield withoutParameter(source, tree, node)
      return
    case 'function':
    case 'class':
    case 'field':
    case 'case':
      yield [{ ...place(node), text: '' }]
      return
    case 'variable':
      return
    default:
      yield* simpler(source, node)
  }
}

/** What may stand for anything; one of them has a type that fits. */
const CONSTANTS = [
  '0',
  '1',
  'true',
  '0.0',
  'null',
  'i64(0)',
  'u32(0)',
  'f32(0)',
]

/** Of a statement, what it is made of; of an expression, constants, too. */
function* simpler(source: string, node: TreeNode): Iterable<Edit> {
  const isStatement = STATEMENTS.has(node.kind)
  yield [{ ...place(node), text: '' }]
  for (const child of childrenOf(node)) {
    const text = source.slice(child.from, child.to)
    const isOdd = isStatement && !/^[a-z_]/i.test(text)
    yield [{ ...place(node), text: isOdd ? `;${text};` : text }]
  }
  if (node.kind === 'switch') {
    for (const { statements } of node.cases) {
      const [first] = statements
      const text = source.slice(first?.from ?? 0, statements.at(-1)?.to ?? 0)
      yield [{ ...place(node), text }]
    }
  }
  if (node.kind === 'if' && node.alternate) {
    yield [{ from: node.consequent.to, to: node.alternate.to, text: '' }]
  }
  if (isStatement) return
  for (const text of CONSTANTS) yield [{ ...place(node), text }]
}

const STATEMENTS = new Set<string>(
  'block variables if while do for switch break continue return expression'.split(
    ' ',
  ),
)

function place({ from, to }: TreeNode): { from: number; to: number } {
  return { from, to }
}

/** Takes a parameter away, and what calls give for it. */
function withoutParameter(
  source: string,
  tree: Program,
  parameter: Extract<TreeNode, { kind: 'parameter' }>,
): Edit {
  const edit: Edit = []
  const calls: Call[] = []
  let name = ''
  let index = -1
  const left: TreeNode[] = [tree]
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.kind === 'call') calls.push(node)
    if (node.kind === 'function') {
      const at = node.parameters.indexOf(parameter)
      if (at >= 0) {
        index = at
        name = node.name.text
        edit.push(withComma(source, node.parameters, at))
      }
    }
    left.push(...childrenOf(node))
  }
  for (const { callee, operands } of calls) {
    const isOne = callee.kind === 'name' && callee.text === name
    if (isOne && operands[index]) {
      edit.push(withComma(source, operands, index))
    }
  }
  edit.sort((one, other) => one.from - other.from)
  const isNested = edit.some(
    ({ from }, at) => at > 0 && from < edit[at - 1]!.to,
  )
  return isNested ? [] : edit
}

/** One of a list, and the comma behind it or before. */
function withComma(
  source: string,
  list: readonly TreeNode[],
  index: number,
): Change {
  const next = list[index + 1]
  const before = list[index - 1]
  const { from, to } = list[index]!
  if (next) return { from, to: next.from, text: '' }
  const comma = before ? source.indexOf(',', before.to) : from
  return { from: comma, to, text: '' }
}
