/** Checks expressions: one function for each kind of node. */
import { nothing, type Body } from './body.ts'
import { checkCall, checkNew } from './check-call.ts'
import { checkConditional, checkLogical } from './check-logical.ts'
import { checkBinary, checkUnary } from './check-operator.ts'
import {
  checkAssignment,
  checkElement,
  checkMember,
  checkName,
  checkNotNull,
  checkUpdate,
} from './check-place.ts'
import { constant, literal } from './constant.ts'
import type { Binary, Expression, Place } from './tree.ts'
import { BOOL, isReference, NULL, STRING, VOID, type Type } from './type.ts'
import type { TypedExpression } from './typed.ts'

export function checkExpression(
  body: Body,
  node: Expression,
  context?: Type,
): TypedExpression {
  const checked = checkKind(body, node, context)
  body.names.notes?.expressions.set(node, checked)
  return checked
}

function checkKind(
  body: Body,
  node: Expression,
  context?: Type,
): TypedExpression {
  const { from, to } = node
  switch (node.kind) {
    case 'name':
      return checkName(body, node, context)
    case 'number':
      return literal(body, node, context)
    case 'binary':
      return isLogical(node)
        ? checkLogical(body, node, context)
        : checkBinary(body, node, context)
    case 'call':
      return checkCall(body, node, context)
    case 'assignment':
      return checkAssignment(body, node, context)
    case 'update':
      return checkUpdate(body, node, context)
    case 'unary':
      return checkUnary(body, node, context)
    case 'group':
      return checkExpression(body, node.expression, context)
    case 'member':
      return checkMember(body, node)
    case 'element':
      return checkElement(body, node)
    case 'conditional':
      return checkConditional(body, node, context)
    case 'sequence':
      return checkSequence(body, node, context)
    case 'notNull':
      return checkNotNull(body, node)
    case 'new':
      return checkNew(body, node)
    case 'string':
      return { kind: 'text', value: node.value, type: STRING, from, to }
    case 'true':
    case 'false':
      return constant(node.kind === 'true' ? 1 : 0, BOOL, node)
    case 'null':
      return { kind: 'null', type: nullIn(context), from, to }
    case 'this':
      return checkThis(body, node)
    case 'broken':
      return nothing(node)
  }
}

/** What null stands for, where something is asked for that may be null. */
function nullIn(context: Type | undefined): Type {
  const isAsked = context && isReference(context) && context.isNullable
  return isAsked ? context : NULL
}

function isLogical({ operator }: Binary): boolean {
  return operator === 'andAnd' || operator === 'orOr'
}

function checkSequence(
  body: Body,
  node: Extract<Expression, { kind: 'sequence' }>,
  context: Type | undefined,
): TypedExpression {
  const last = node.expressions.length - 1
  const expressions = node.expressions.map((expression, index) =>
    checkExpression(body, expression, index === last ? context : VOID),
  )
  const { from, to } = node
  const { type } = expressions[last]!
  return { kind: 'sequence', expressions, type, from, to }
}

function checkThis(body: Body, node: Place): TypedExpression {
  const [self] = body.function.parameters
  if (body.self && self) {
    const { from, to } = node
    return { kind: 'get', variable: self, type: self.type, from, to }
  }
  const message = 'There is no this outside of a class.'
  body.report('unknown-name', node, message)
  return nothing(node)
}
