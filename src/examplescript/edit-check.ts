/** Edits for what the checker finds: conversions, and what is like them. */
import { insertAt, shortened, wrap, type Edit, type Fix } from './edit.ts'
import { isReference, isSmall, type Type } from './type.ts'
import type { TypedExpression } from './typed.ts'

/** Whether a type is a number or a bool, which become each other when asked to. */
export function isScalar({ kind }: Type): boolean {
  return kind === 'integer' || kind === 'float' || kind === 'bool'
}

/** `f64(x)` for each of these. */
export function fixOfConversion(
  source: string,
  type: string,
  ...expressions: TypedExpression[]
): Fix {
  const texts = expressions.map(({ from, to }) => source.slice(from, to))
  const calls = texts.map((text) => `${type}(${shortened(text)})`)
  const label =
    calls.length > 1
      ? `Add conversions: ${calls.join(', ')}`
      : `Add a conversion: ${calls[0]}`
  const edits = expressions.flatMap((one) => callEdits(one, type))
  return { label, edits }
}

/** A comma of its own would make two values of one. */
function callEdits(expression: TypedExpression, callee: string): Edit[] {
  return expression.kind === 'sequence'
    ? wrap(expression, `${callee}((`, '))')
    : wrap(expression, `${callee}(`, ')')
}

/** One side of an operator as the other's type, this way or that way. */
export function fixesOfPair(
  source: string,
  left: TypedExpression,
  right: TypedExpression,
): Fix[] {
  const pairs = [
    [right, left.type],
    [left, right.type],
  ] as const
  return pairs
    .filter(([, { kind }]) => kind === 'integer' || kind === 'float')
    .filter(([side, type]) => isScalar(side.type) && !isSmall(type))
    .map(([side, type]) => fixOfConversion(source, type.name, side))
}

/** `x!`, of whatever hangs together without parentheses. */
export function fixOfNull(source: string, expression: TypedExpression): Fix {
  const text = shortened(source.slice(expression.from, expression.to))
  const isTight = /^(?:get|field|element|call)$/.test(expression.kind)
  return isTight
    ? insertAt(expression.to, '!', `Write ! behind it: ${text}!`)
    : {
        label: `Write ! behind it: (${text})!`,
        edits: wrap(expression, '(', ')!'),
      }
}

/** What has a name in angle brackets, without it. */
export function fixOfTypeArgument(
  source: string,
  from: number,
  argument: { to: number },
): Fix[] {
  const end = source.indexOf('>', argument.to)
  const isNear = end >= 0 && !source.slice(argument.to, end).trim()
  const edit = { from, to: end + 1, insert: '' }
  return isNear
    ? [{ label: 'Leave the angle brackets out', edits: [edit] }]
    : []
}

/** The type that a function returns, as a program writes it. */
export function isWritable(type: Type): boolean {
  if (isReference(type)) return true
  return isScalar(type) ? !isSmall(type) : type.kind === 'vector'
}
