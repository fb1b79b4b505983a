/** Writes a tree as one line, so that tests can say which one they expect. */
import type { TreeNode } from './tree.ts'

/** `1 + 2 * x` is `(plus 1 (star 2 x))`. */
export function outline(node: TreeNode | undefined): string {
  if (!node) return '-'
  switch (node.kind) {
    case 'program':
      return all(node.declarations)
    case 'name':
      return node.text
    case 'number':
      return String(node.value)
    case 'string':
      return JSON.stringify(node.value)
    case 'true':
    case 'false':
    case 'null':
    case 'this':
      return node.kind
    case 'broken':
      return '?'
    case 'group':
      return outline(node.expression)
    case 'expression':
      return outline(node.expression)
    case 'binary':
      return `(${node.operator} ${outline(node.left)} ${outline(node.right)})`
    case 'unary':
      return `(${node.operator} ${outline(node.operand)})`
    case 'update': {
      const { operator, isPrefix, target } = node
      const place = isPrefix ? 'before' : 'after'
      return `(${operator} ${place} ${outline(target)})`
    }
    case 'assignment':
      return `(${node.operator} ${outline(node.target)} ${outline(node.value)})`
    case 'type': {
      const element = node.element ? `<${outline(node.element)}>` : ''
      return `${node.name}${element}${node.isNullable ? '?' : ''}`
    }
    case 'call': {
      const type = node.typeArgument ? [node.typeArgument] : []
      return `(call ${all([node.callee, ...type, ...node.operands])})`
    }
    case 'variables':
      return `(${node.isConstant ? 'const' : 'let'} ${all(node.variables)})`
    case 'variable':
      return `(${[node.name, node.type, node.value].map((part) => outline(part)).join(' ')})`
    default:
      return `(${[node.kind, ...parts(node)].join(' ')})`
  }
}

function all(nodes: readonly TreeNode[]): string {
  return nodes.map((node) => outline(node)).join(' ')
}

/** The nodes of a node in the order of its properties. */
function parts(node: TreeNode): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'kind') return []
    if (Array.isArray(value)) return [`[${all(value as TreeNode[])}]`]
    const isNode =
      typeof value === 'object' && value !== null && 'kind' in value
    return isNode ? [outline(value as TreeNode)] : []
  })
}
