/** Checks comparisons: of numbers by size, and of whatever can be equal. */
import { nothing, type Body } from './body.ts'
import { become } from './convert.ts'
import { isNumber, refuseTypes, type Operation } from './refuse-types.ts'
import type { Binary, Place } from './tree.ts'
import {
  BOOL,
  commonType,
  isReference,
  NULL,
  UNKNOWN,
  type Type,
} from './type.ts'
import type { TypedExpression, TypedOperator } from './typed.ts'

export function compare(
  body: Body,
  node: Binary,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  if (left.type === UNKNOWN || right.type === UNKNOWN) return nothing(node)
  const type = commonType(left.type, right.type, true)
  if (!type || !isNumber(type)) {
    return refuseTypes(body, node, left, right)
  }
  return {
    kind: 'binary',
    operator: node.operator as TypedOperator,
    at: node.sign.from,
    left: become(body, left, type),
    right: become(body, right, type),
    type: BOOL,
    from: node.from,
    to: node.to,
  }
}

const EQUALITY: Partial<Record<string, 'equals' | 'notEquals'>> = {
  equalsEquals: 'equals',
  equalsEqualsEquals: 'equals',
  notEquals: 'notEquals',
  notEqualsEquals: 'notEquals',
}

export function checkEquality(
  body: Body,
  node: Binary,
  context: Type | undefined,
): TypedExpression {
  const left = body.expression(node.left, context)
  const right = body.expression(node.right, left.type)
  return equality(body, node, left, right)
}

/** `==` and its like between two checked sides; a switch asks it, too. */
export function equality(
  body: Body,
  node: Operation,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  if (left.type === UNKNOWN || right.type === UNKNOWN) return nothing(node)
  if (isReference(left.type) || isReference(right.type)) {
    return sameReference(body, node, left, right)
  }
  const type = commonType(left.type, right.type)
  if (
    !type ||
    type.kind === 'vector' ||
    type.kind === 'void' ||
    type === NULL
  ) {
    return refuseTypes(body, node, left, right)
  }
  return {
    kind: 'binary',
    operator: EQUALITY[node.operator]!,
    at: node.sign.from,
    left: become(body, left, type),
    right: become(body, right, type),
    type: BOOL,
    from: node.from,
    to: node.to,
  }
}

/** Objects are equal if they are one; strings, if they have the same text. */
function sameReference(
  body: Body,
  node: Operation,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  const nullable = isReference(left.type) ? orNull(left.type) : NULL
  const isPair =
    right.type === NULL ||
    (isReference(right.type) && orNull(right.type) === nullable)
  if (!isPair) return refuseTypes(body, node, left, right)
  const operator = EQUALITY[node.operator]!
  const { from, to } = node
  const sides = [
    become(body, left, nullable),
    become(body, right, nullable),
  ] as const
  if (left.type.kind === 'string' && right.kind !== 'null') {
    const equals = strings('equals', BOOL, [...sides], node)
    if (operator === 'equals') return equals
    return { kind: 'not', operand: equals, type: BOOL, from, to }
  }
  return {
    kind: 'binary',
    operator,
    at: node.sign.from,
    left: sides[0],
    right: sides[1],
    type: BOOL,
    from,
    to,
  }
}

function orNull(type: Type): Type {
  return isReference(type) && !type.isNullable ? type.twin : type
}

export function strings(
  does: 'concat' | 'equals' | 'length' | 'charCodeAt',
  type: Type,
  operands: TypedExpression[],
  { from, to }: Place,
): TypedExpression {
  return { kind: 'strings', does, operands, type, from, to }
}
