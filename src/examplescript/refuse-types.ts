/** Says which types an operator does not take, and what would do. */
import { nothing, type Body } from './body.ts'
import { nameOf } from './convert.ts'
import { BINARY } from './operators.ts'
import type { Binary, Place } from './tree.ts'
import { I32, type Type } from './type.ts'
import type { TypedExpression } from './typed.ts'

/** An operator where it stands; a compound assignment has one, too. */
export type Operation = Pick<Binary, 'operator' | 'sign'> & Place

export function refuseTypes(
  body: Body,
  node: Operation,
  left: Type,
  right: Type,
): TypedExpression {
  const sign = body.sign(node.sign)
  const pair =
    left === right
      ? `${nameOf(left)} on both sides`
      : `${nameOf(left)} and ${nameOf(right)}`
  const isVoid = left.kind === 'void' || right.kind === 'void'
  body.report(
    isVoid ? 'void-value' : 'wrong-operand',
    node,
    `${sign} does not take ${pair}.`,
    hintFor(node, left, right),
  )
  return nothing(node)
}

/** Which conversion would do, if one would. */
function hintFor(
  { operator }: Operation,
  left: Type,
  right: Type,
): string | undefined {
  if (operator === 'starStar' && left.kind === 'integer') {
    return 'Convert to a signed integer: i32(…) or i64(…).'
  }
  if (operator === 'starStar' && left.kind === 'float') {
    return 'Declare pow as an import: @external("Math", "pow").'
  }
  const needsIntegers = BINARY[operator]!.takes === 'integers'
  if (needsIntegers && (left.kind === 'float' || right.kind === 'float')) {
    const whole = [left, right].find(({ kind }) => kind === 'integer') ?? I32
    return `Convert to an integer: ${whole.name}(…).`
  }
  if (left.kind === 'bool' || right.kind === 'bool') {
    return 'Convert to a number: i32(…).'
  }
  const areNumbers = isNumber(left) && isNumber(right)
  if (!areNumbers || left === right) return undefined
  return `Convert one of them: ${left.name}(…) or ${right.name}(…).`
}

export function isNumber({ kind }: Type): boolean {
  return kind === 'integer' || kind === 'float'
}
