/** The syntax tree as it is drawn: each node of the parser, one for one. */
import { childrenOf, type TreeNode } from '../examplescript/examplescript.ts'
import { roleOf, type Branch } from './branch.ts'
import type { Nodes } from './nodes.ts'
import { signOf } from './sign.ts'

/** The tree of a program, from its root on. */
export function treeOf(source: string, nodes: Nodes): Branch {
  return branchOf(source, nodes, nodes.all[0]!, '')
}

function branchOf(
  source: string,
  nodes: Nodes,
  node: TreeNode,
  property: string,
): Branch {
  const properties = new Map(
    Object.entries(node).map(([name, value]) => [value as unknown, name]),
  )
  const text = textOf(source, node)
  return {
    node: nodes.numberOf(node),
    kind: node.kind,
    ...(text !== undefined && { text }),
    ...roleOf(property),
    children: childrenOf(node).map((child) =>
      branchOf(source, nodes, child, properties.get(child) ?? ''),
    ),
  }
}

/** As the source has it; some nodes are told by their kind alone. */
function textOf(source: string, node: TreeNode): string | undefined {
  switch (node.kind) {
    case 'name':
      return node.text
    case 'number':
    case 'string':
      return source.slice(node.from, node.to)
    case 'broken':
      return source.slice(node.from, node.to).trim() || undefined
    case 'type':
      return node.name + (node.isNullable ? ' | null' : '')
    case 'unary':
    case 'update':
    case 'binary':
    case 'assignment':
      return signOf(node.operator)
    case 'group':
      return '( )'
    case 'member':
      return '.'
    case 'element':
      return '[ ]'
    case 'notNull':
      return '!'
    case 'conditional':
      return '? :'
    case 'variables':
      return node.isConstant ? 'const' : 'let'
    default:
      return undefined
  }
}
