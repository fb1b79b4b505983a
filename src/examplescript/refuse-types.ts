/** Says which types an operator does not take, and what would do. */
import { nothing, type Body } from './body.ts'
import { nameOf } from './convert.ts'
import type { Fix } from './edit.ts'
import { fixesOfPair, fixOfConversion, isScalar } from './edit-check.ts'
import { BINARY } from './operators.ts'
import type { Binary, Expression, Place } from './tree.ts'
import { I32, type Type } from './type.ts'
import type { TypedExpression } from './typed.ts'

/** An operator where it stands; a compound assignment has one, too. */
export type Operation = Pick<Binary, 'operator' | 'sign'> &
  Place & { kind?: Expression['kind'] }

export function refuseTypes(
  body: Body,
  node: Operation,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  const sign = body.sign(node.sign)
  const pair =
    left.type === right.type
      ? `${nameOf(left.type)} on both sides`
      : `${nameOf(left.type)} and ${nameOf(right.type)}`
  const isVoid = left.type.kind === 'void' || right.type.kind === 'void'
  body.report(
    isVoid ? 'void-value' : 'wrong-operand',
    node,
    `${sign} does not take ${pair}.`,
    hintFor(node, left.type, right.type),
    fixesFor(body, node, left, right),
  )
  return nothing(node)
}

/** What the hint says, done; of an assignment, only one side can be converted. */
function fixesFor(
  { names: { source } }: Body,
  { operator, kind }: Operation,
  left: TypedExpression,
  right: TypedExpression,
): Fix[] {
  const sides = [left, right]
  const areScalars = sides.every(({ type }) => isScalar(type))
  if (kind !== 'binary' || operator === 'starStar' || !areScalars) return []
  const floats = sides.filter(({ type }) => type.kind === 'float')
  if (BINARY[operator]!.takes === 'integers' && floats.length > 0) {
    const whole = sides.find(({ type }) => type.kind === 'integer')?.type ?? I32
    return [fixOfConversion(source, whole.name, ...floats)]
  }
  const bools = sides.filter(({ type }) => type.kind === 'bool')
  if (bools.length > 0) return [fixOfConversion(source, 'i32', ...bools)]
  return left.type === right.type ? [] : fixesOfPair(source, left, right)
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
