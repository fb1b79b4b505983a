/**
 * How a program is read: one expression, written with every group in
 * parentheses and nothing else of its own. `1 + 2 * 3` is `(1 + (2 * 3))`.
 */
import { OPERATORS } from './token.ts'
import {
  childrenOf,
  type Expression,
  type TreeNode,
  type TypeName,
} from './tree.ts'

const SIGNS = new Map(
  Object.entries(OPERATORS).map(([sign, kind]) => [kind as string, sign]),
)

/**
 * The value of the variable that is declared last; without one, the last
 * expression that stands for itself or is returned.
 */
export function lastExpression(root: TreeNode): Expression | undefined {
  let value: Expression | undefined
  let other: Expression | undefined
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'variable') value = node.value ?? value
    else if (node.kind === 'expression') other = node.expression
    else if (node.kind === 'return') other = node.value ?? other
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
  return value ?? other
}

/** An expression with every group in parentheses. */
export function grouped(node: Expression, source: string): string {
  const inner = (one: Expression) => grouped(one, source)
  const list = (all: readonly Expression[]) => all.map(inner).join(', ')
  switch (node.kind) {
    case 'group':
      return inner(node.expression)
    case 'unary':
      return `(${signOf(node.operator)}${inner(node.operand)})`
    case 'update': {
      const sign = signOf(node.operator)
      const target = inner(node.target)
      return node.isPrefix ? `(${sign}${target})` : `(${target}${sign})`
    }
    case 'notNull':
      return `(${inner(node.operand)}!)`
    case 'binary':
      return `(${inner(node.left)} ${signOf(node.operator)} ${inner(node.right)})`
    case 'conditional':
      return `(${inner(node.test)} ? ${inner(node.consequent)} : ${inner(node.alternate)})`
    case 'assignment':
      return `(${inner(node.target)} ${signOf(node.operator)} ${inner(node.value)})`
    case 'sequence':
      return `(${list(node.expressions)})`
    case 'call':
      return `${inner(node.callee)}${argument(node.typeArgument, source)}(${list(node.operands)})`
    case 'new':
      return `new ${text(node.type, source)}(${list(node.operands)})`
    case 'member':
      return `${inner(node.object)}.${node.name.text}`
    case 'element':
      return `${inner(node.object)}[${inner(node.index)}]`
    default:
      return text(node, source)
  }
}

function argument(type: TypeName | undefined, source: string): string {
  return type ? `<${text(type, source)}>` : ''
}

function text({ from, to }: TreeNode, source: string): string {
  return source.slice(from, to)
}

function signOf(operator: string): string {
  return SIGNS.get(operator)!
}
