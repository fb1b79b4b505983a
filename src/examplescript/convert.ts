/** Conversions: without a word where nothing is lost, else only when asked for. */
import { nothing, type Body } from './body.ts'
import { fixOfConversion, fixOfNull, isScalar } from './edit-check.ts'
import type { Expression, Place } from './tree.ts'
import {
  ADDRESS,
  BOOL,
  isReference,
  isSmall,
  NULL,
  UNKNOWN,
  VOID,
  widens,
  type Type,
} from './type.ts'
import type { TypedExpression } from './typed.ts'

/** Checks an expression that has to be of a type, or become it without a word. */
export function checkAs(
  body: Body,
  node: Expression,
  type: Type,
): TypedExpression {
  return implicit(body, body.expression(node, type), type)
}

/** The expression as this type; a problem if that needs a word. */
export function implicit(
  body: Body,
  expression: TypedExpression,
  type: Type,
): TypedExpression {
  const from = expression.type
  if (from === type) return expression
  if (from === UNKNOWN || type === UNKNOWN) return nothing(expression)
  if (widens(from, type)) return become(body, expression, type)
  refuse(body, expression, type)
  return nothing(expression)
}

/** Says why a type does not become another, and what to write. */
function refuse(body: Body, expression: TypedExpression, type: Type): void {
  const from = expression.type
  const asked = type === ADDRESS ? 'an address (i32 or u32)' : nameOf(type)
  const { source } = body.names
  const called = type === ADDRESS ? 'u32' : type.name
  if (from === VOID) {
    const message = `Here should be ${asked}, and this gives nothing.`
    body.report('void-value', expression, message)
  } else if (isReference(from) && from.twin === type) {
    body.report(
      'maybe-null',
      expression,
      `Here should be ${type.name}, and this may be null.`,
      'Ask before whether it is, or write ! behind it if you know it is not.',
      [fixOfNull(source, expression)],
    )
  } else if (isTooLarge(expression, type)) {
    body.report(
      'does-not-fit',
      expression,
      `${expression.value} does not fit in ${nameOf(type)}.`,
      `Add a conversion, which keeps the lower bits: ${called}(…).`,
      [fixOfConversion(source, called, expression)],
    )
  } else if (converts(from, type)) {
    body.report(
      'needs-conversion',
      expression,
      `Here should be ${asked}, and this is ${nameOf(from)}.`,
      `Add a conversion: ${called}(…).`,
      [fixOfConversion(source, called, expression)],
    )
  } else {
    const message = `Here should be ${asked}, and this is ${nameOf(from)}.`
    body.report('wrong-type', expression, message)
  }
}

/** Whether it is an integer as written, for which another type has no room. */
function isTooLarge(
  expression: TypedExpression,
  { kind }: Type,
): expression is Extract<TypedExpression, { kind: 'constant' }> {
  const isInteger = expression.type.kind === 'integer'
  return expression.kind === 'constant' && isInteger && kind === 'integer'
}

/** Whether calling a type makes a value of it. */
export function converts(from: Type, to: Type): boolean {
  return isScalar(from) && isScalar(to)
}

/** As messages say it. */
export function nameOf(type: Type): string {
  return type === NULL ? 'null' : type.name
}

/** Writes a conversion out; literals become what they are converted to. */
export function convert(
  expression: TypedExpression,
  type: Type,
): TypedExpression {
  if (expression.type === type) return expression
  const { from, to } = expression
  if (expression.kind === 'null') return { kind: 'null', type, from, to }
  if (expression.type === NULL) {
    // It gives null whatever it does on the way.
    const nothingMore: TypedExpression = { kind: 'null', type, from, to }
    const expressions = [expression, nothingMore]
    return { kind: 'sequence', expressions, type, from, to }
  }
  return { kind: 'convert', operand: expression, type, from, to }
}

/** Converts what the program does not say to convert, and notes it down. */
export function become(
  body: Body,
  expression: TypedExpression,
  type: Type,
): TypedExpression {
  if (expression.type !== type && expression.type !== NULL) {
    body.names.notes?.conversions.set(expression, type)
  }
  return convert(expression, type)
}

/** Whether a value holds, as conditions ask: not zero, not null. */
export function truth(
  body: Body,
  expression: TypedExpression,
): TypedExpression {
  const { type } = expression
  if (type === BOOL || type === UNKNOWN) return expression
  if (isScalar(type) || type.kind === 'class' || type.kind === 'array') {
    return become(body, expression, BOOL)
  }
  const hint =
    type.kind === 'string'
      ? 'Compare it: text != null, or text.length > 0.'
      : undefined
  body.report(
    type === VOID ? 'void-value' : 'wrong-type',
    expression,
    `Here should be a condition, and this is ${nameOf(type)}.`,
    hint,
  )
  return nothing(expression)
}

/**
 * Reports arithmetic on i8, u8, i16 and u16, which wraps in AssemblyScript.
 *
 * @param operands those that may be widened where they stand
 */
export function refuseSmall(
  body: Body,
  type: Type,
  place: Place,
  operands: readonly TypedExpression[],
): boolean {
  if (!isSmall(type)) return false
  const small = operands.filter((operand) => isSmall(operand.type))
  body.report(
    'small-arithmetic',
    place,
    `There is no arithmetic on ${type.name}.`,
    `Widen it before: i32(…) ${type.isSigned ? 'keeps its sign' : 'adds zeros'}.`,
    small.length > 0
      ? [fixOfConversion(body.names.source, 'i32', ...small)]
      : [],
  )
  return true
}

/** A condition: whether an expression holds, is not zero, is not null. */
export function condition(body: Body, node: Expression): TypedExpression {
  return truth(body, body.expression(node, BOOL))
}
