/** What a condition says about variables that may be null. */
import { knowNotNull, merge, type Flow } from './flow.ts'
import type { Local, TypedExpression } from './typed.ts'
import { isReference } from './type.ts'

/** The flow behind a condition that holds, or does not. */
export function narrow(
  flow: Flow,
  condition: TypedExpression,
  holds: boolean,
): Flow {
  const known = learn(flow, condition, holds)
  if (known.notNull === flow.notNull) return flow
  // What the condition itself assigns to may be null again.
  const changed = assignedIn(condition)
  const learnt = [...known.notNull].filter((local) => !changed.has(local))
  return learnt.reduce(knowNotNull, flow)
}

function learn(flow: Flow, condition: TypedExpression, holds: boolean): Flow {
  switch (condition.kind) {
    case 'get':
    case 'convert': {
      const local = holds ? nullable(condition) : undefined
      return local ? knowNotNull(flow, local) : flow
    }
    case 'not':
      return learn(flow, condition.operand, !holds)
    case 'binary': {
      const isNotNull = condition.operator === 'notEquals'
      if (!isNotNull && condition.operator !== 'equals') return flow
      if (condition.right.kind !== 'null' || isNotNull !== holds) return flow
      const local = nullable(condition.left)
      return local ? knowNotNull(flow, local) : flow
    }
    case 'and':
    case 'or':
      return learnBoth(flow, condition, holds)
    default:
      return flow
  }
}

function learnBoth(
  flow: Flow,
  { kind, left, right }: Extract<TypedExpression, { kind: 'and' | 'or' }>,
  holds: boolean,
): Flow {
  const isSurelyBoth = (kind === 'and') === holds
  const afterLeft = learn(flow, left, isSurelyBoth === holds)
  const afterBoth = learn(afterLeft, right, holds)
  return isSurelyBoth ? afterBoth : merge(learn(flow, left, holds), afterBoth)
}

/** The variable that an expression reads, if that may be null. */
function nullable(expression: TypedExpression): Local | undefined {
  if (expression.kind === 'convert') return nullable(expression.operand)
  if (expression.kind !== 'get' || !isReference(expression.type)) {
    return undefined
  }
  const { variable } = expression
  return variable.kind === 'local' ? variable : undefined
}

/** The variables that an expression assigns to, wherever in it. */
function assignedIn(expression: TypedExpression): Set<Local> {
  const found = new Set<Local>()
  const left: unknown[] = [expression]
  while (left.length > 0) {
    const item = left.pop()
    if (typeof item !== 'object' || item === null) continue
    if (Array.isArray(item)) for (const one of item as unknown[]) left.push(one)
    else if ('kind' in item && 'from' in item) {
      const node = item as TypedExpression
      const isSet = node.kind === 'set' || node.kind === 'postfix'
      if (isSet && node.target.kind === 'get') {
        const { variable } = node.target
        if (variable.kind === 'local') found.add(variable)
      }
      const isBody = node.kind === 'call' || node.kind === 'new'
      left.push(
        ...(isBody ? node.operands : (Object.values(node) as unknown[])),
      )
    }
  }
  return found
}
