/** Checks what chooses: `&&`, `||` and `? :`. */
import { nothing, type Body } from './body.ts'
import { isKnown } from './constant.ts'
import { become, condition, implicit, nameOf, truth } from './convert.ts'
import { fixesOfPair } from './edit-check.ts'
import { refuseTypes } from './refuse-types.ts'
import type { Binary, Expression, Place } from './tree.ts'
import {
  BOOL,
  commonType,
  isReference,
  UNKNOWN,
  VOID,
  widens,
  type Type,
} from './type.ts'
import type { TypedExpression } from './typed.ts'

/** `&&` and `||`: in conditions of two bools; elsewhere one of two values. */
export function checkLogical(
  body: Body,
  node: Binary,
  context: Type | undefined,
): TypedExpression {
  const left = body.expression(
    node.left,
    context === VOID ? undefined : context,
  )
  const ways = body.fork(left)
  const isAnd = node.operator === 'andAnd'
  body.flow = isAnd ? ways.whenTrue : ways.whenFalse
  const right = body.expression(node.right, left.type)
  body.flow = body.merged(isAnd ? ways.whenFalse : ways.whenTrue)
  if (left.type === UNKNOWN || right.type === UNKNOWN) return nothing(node)
  if (context === BOOL) {
    return both(isAnd, truth(body, left), truth(body, right), node)
  }
  const type = commonType(left.type, right.type)
  if (!type || type.kind === 'void') {
    return refuseTypes(body, node, left, right)
  }
  if (type === BOOL) return both(isAnd, left, right, node)
  return oneOf(body, node, become(body, left, type), become(body, right, type))
}

function both(
  isAnd: boolean,
  left: TypedExpression,
  right: TypedExpression,
  { from, to }: Place,
): TypedExpression {
  const kind = isAnd ? 'and' : 'or'
  return { kind, left, right, type: BOOL, from, to }
}

/** `a && b` is `(t = a) ? b : t`, and `a || b` is `(t = a) ? t : b`. */
function oneOf(
  body: Body,
  node: Binary,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  const { type } = left
  const { from, to } = left
  const variable = body.local(type)
  const target = { kind: 'get' as const, variable, type, from, to }
  const set = { kind: 'set' as const, target, value: left, type, from, to }
  const test = truth(body, set)
  if (test.type === UNKNOWN) return nothing(node)
  const [consequent, alternate] =
    node.operator === 'andAnd' ? [right, target] : [target, right]
  const place = { from: node.from, to: node.to }
  return { kind: 'conditional', test, consequent, alternate, type, ...place }
}

/** `test ? then : otherwise` */
export function checkConditional(
  body: Body,
  node: Extract<Expression, { kind: 'conditional' }>,
  context: Type | undefined,
): TypedExpression {
  const test = condition(body, node.test)
  const ways = body.fork(test)
  body.flow = ways.whenTrue
  const consequent = body.expression(node.consequent, context)
  const afterThen = body.flow
  body.flow = ways.whenFalse
  // Of a condition that is known, AssemblyScript looks at one way only.
  const asked = isKnown(test) ? context : (context ?? consequent.type)
  const alternate = body.expression(node.alternate, asked)
  body.flow = body.merged(afterThen)
  if (consequent.type === UNKNOWN || alternate.type === UNKNOWN)
    return nothing(node)
  const { from, to } = node
  if (context === VOID) {
    return {
      kind: 'conditional',
      test,
      consequent,
      alternate,
      type: VOID,
      from,
      to,
    }
  }
  const type = eitherType(consequent.type, alternate.type, context)
  if (!type || (isKnown(test) && consequent.type !== alternate.type)) {
    body.report(
      'wrong-type',
      node,
      `One value is ${nameOf(consequent.type)}, the other ${nameOf(alternate.type)}.`,
      'Convert one of them, so that both are of one type.',
      fixesOfPair(body.names.source, consequent, alternate),
    )
    return nothing(node)
  }
  return {
    kind: 'conditional',
    test,
    consequent: implicit(body, consequent, type),
    alternate: implicit(body, alternate, type),
    type,
    from,
    to,
  }
}

/** References become what is asked for, so that null may be one of them. */
function eitherType(
  left: Type,
  right: Type,
  context: Type | undefined,
): Type | undefined {
  if (context && isReference(context)) {
    const isFit = widens(left, context) && widens(right, context)
    if (isFit) return context
  }
  return commonType(left, right)
}
