/** Checks operators: what they may meet, and what both sides become. */
import { nothing, type Body } from './body.ts'
import { checkEquality, compare, strings } from './check-equality.ts'
import {
  complementContext,
  constant,
  integerContext,
  literal,
} from './constant.ts'
import { become, checkAs, nameOf, refuseSmall, truth } from './convert.ts'
import { BINARY, type BinaryOperator } from './operators.ts'
import { refuseTypes, type Operation } from './refuse-types.ts'
import type { Binary, Place, Unary } from './tree.ts'
import {
  BOOL,
  commonType,
  I64,
  STRING,
  U64,
  UNKNOWN,
  VOID,
  type Type,
} from './type.ts'
import type { TypedExpression, TypedOperator } from './typed.ts'

export function checkUnary(
  body: Body,
  node: Unary,
  context: Type | undefined,
): TypedExpression {
  const { operator, operand: written, from, to } = node
  if (operator === 'minus' && written.kind === 'number') {
    return literal(body, written, context, node)
  }
  const wanted = context === VOID ? undefined : context
  const asked = operator === 'tilde' ? complementContext(wanted) : wanted
  const operand = body.expression(written, asked)
  const { type } = operand
  if (type === UNKNOWN) return nothing(node)
  if (operator === 'not') {
    const test = truth(body, operand)
    return { kind: 'not', operand: test, type: BOOL, from, to }
  }
  if (refuseSmall(body, type, node, [operand])) return nothing(node)
  const takesFloat = operator !== 'tilde'
  if (type.kind !== 'integer' && !(takesFloat && type.kind === 'float')) {
    refuseOperand(body, node, SIGNS[operator], type)
    return nothing(node)
  }
  if (operator === 'plus') return { ...operand, from, to }
  const kind = operator === 'minus' ? 'negate' : 'complement'
  return { kind, operand, type, from, to }
}

const SIGNS = { plus: '+', minus: '-', not: '!', tilde: '~' }

function refuseOperand(
  body: Body,
  place: Place,
  sign: string,
  type: Type,
): void {
  body.report(
    type.kind === 'void' ? 'void-value' : 'wrong-operand',
    place,
    `${sign} takes ${sign === '~' ? 'integers' : 'numbers'}, and this is ${nameOf(type)}.`,
  )
}

/** All operators with two sides but `&&` and `||`. */
export function checkBinary(
  body: Body,
  node: Binary,
  context: Type | undefined,
): TypedExpression {
  const operator = BINARY[node.operator]!
  switch (operator.takes) {
    case 'equal':
      return checkEquality(body, node, context)
    case 'comparable': {
      const left = body.expression(node.left, context)
      const right = body.expression(node.right, left.type)
      return compare(body, node, left, right)
    }
    default:
      return checkArithmetic(body, node, operator, context)
  }
}

function checkArithmetic(
  body: Body,
  node: Binary,
  { takes }: BinaryOperator,
  context: Type | undefined,
): TypedExpression {
  const isBitwise = takes === 'integers' && node.operator !== 'starStar'
  const asked = isBitwise ? integerContext(context) : context
  const left = body.expression(node.left, asked)
  if (left.type === STRING && node.operator === 'plus') {
    const right = checkAs(body, node.right, STRING)
    return strings('concat', STRING, [left, right], node)
  }
  const isShift = node.operator.startsWith('shift')
  const right = isShift
    ? checkAs(body, node.right, left.type)
    : body.expression(node.right, left.type)
  return arithmetic(body, node, left, right)
}

/** An operator between two checked sides, also of a compound assignment. */
export function arithmetic(
  body: Body,
  node: Operation,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  if (left.type === UNKNOWN || right.type === UNKNOWN) return nothing(node)
  const type = commonType(left.type, right.type)
  if (!type) return refuseTypes(body, node, left, right)
  const movable = node.kind === 'binary' ? [left, right] : []
  if (refuseSmall(body, type, node, movable)) return nothing(node)
  if (!isTaken(node, type)) return refuseTypes(body, node, left, right)
  return {
    kind: 'binary',
    operator: node.operator as TypedOperator,
    at: node.sign.from,
    left: become(body, left, type),
    right: become(body, right, type),
    type,
    from: node.from,
    to: node.to,
  }
}

function isTaken({ operator }: Operation, type: Type): boolean {
  // AssemblyScript's power of unsigned integers is a signed one.
  if (operator === 'starStar') return type.kind === 'integer' && type.isSigned
  if (type.kind === 'integer') return true
  const isBits = operator === 'and' || operator === 'or' || operator === 'xor'
  if (type.kind === 'bool') return isBits
  return type.kind === 'float' && BINARY[operator]!.takes === 'numbers'
}

/** The number one of a type, for `++` and `--`. */
export function one(type: Type, place: Place): TypedExpression {
  return constant(type === I64 || type === U64 ? 1n : 1, type, place)
}
