/** Fields that are never null, and whether a constructor gives them a value. */
import {
  childrenOf,
  type Expression,
  type Statement,
  type TreeNode,
} from './tree.ts'

/** The fields that a constructor assigns to before it does anything with `this`. */
export function assignedFirst(statements: readonly Statement[]): Set<string> {
  const fields = new Set<string>()
  for (const statement of statements) {
    const assigned = fieldOf(statement)
    if (assigned) {
      if (usesObject(assigned.value)) break
      fields.add(assigned.name)
    } else if (usesObject(statement)) break
  }
  return fields
}

function fieldOf(
  statement: Statement,
): { name: string; value: Expression } | undefined {
  if (statement.kind !== 'expression') return undefined
  const { expression } = statement
  if (expression.kind !== 'assignment' || expression.operator !== 'equals') {
    return undefined
  }
  const { target, value } = expression
  const isField = target.kind === 'member' && target.object.kind === 'this'
  return isField ? { name: target.name.text, value } : undefined
}

function usesObject(node: TreeNode): boolean {
  const left = [node]
  for (let at = left.pop(); at; at = left.pop()) {
    if (at.kind === 'this' || at.kind === 'return') return true
    for (const child of childrenOf(at)) left.push(child)
  }
  return false
}
