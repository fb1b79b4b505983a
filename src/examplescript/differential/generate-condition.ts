/** Comparisons and conditions in generated programs, by the rules of the checker. */
import { sides } from './generate-operator.ts'
import {
  assigns,
  CONDITIONAL,
  grouped,
  infix,
  joined,
  piece,
  unary,
  within,
  type Piece,
} from './generate-piece.ts'
import { exceptVoid, type Producer, type Scene } from './generate-scene.ts'
import { narrower, numberType, scalarType, truthType } from './generate-type.ts'
import type { Operator } from '../token.ts'
import { BOOL, isReference, VOID, type Type, type ValueType } from '../type.ts'

export const not: Producer = (scene, { context, room }) => {
  const type = scalarType(scene.chance)
  return unary('!', scene.exact(type, exceptVoid(context), room), BOOL)
}

/** Signed and unsigned integers are never compared. */
export const order: Producer = (scene, { context, room }) => {
  const type = numberType(scene.chance)
  const allows = ({ kind, isSigned }: ValueType) =>
    kind !== 'integer' || type.kind !== 'integer' || isSigned === type.isSigned
  const both = sides(scene, { type, context, room }, allows)
  const operator = scene.chance.pick<Operator>([
    'less',
    'lessEquals',
    'greater',
    'greaterEquals',
  ])
  // AssemblyScript takes `a < (b ? c : d)` for the beginning of a function type.
  const isOdd = operator === 'less' && scene.draft.options.rival
  const left = isOdd ? grouped(both[0]) : both[0]
  return infix(left, operator, both[1], BOOL)
}

export const equal: Producer = (scene, { context, room }) => {
  const type = scalarType(scene.chance)
  const operator = scene.chance.pick<Operator>([
    'equalsEquals',
    'notEquals',
    'equalsEqualsEquals',
    'notEqualsEquals',
  ])
  const both = sides(scene, { type, context, room })
  return joined(operator, both, BOOL)
}

/** In conditions of any two things that hold or not; else one of two values. */
export const logical: Producer = (scene, wanted) => {
  const { type, context, room } = wanted
  const operator = scene.chance.pick<Operator>(['andAnd', 'orOr'])
  if (context !== BOOL) {
    const both = sides(scene, { ...wanted, context: exceptVoid(context) })
    if (scene.draft.options.rival && assigns(both[0])) return undefined
    return joined(operator, both, type)
  }
  if (type !== BOOL) return undefined
  const left = scene.exact(truthType(scene.draft), BOOL, room)
  if (scene.draft.options.rival && assigns(left)) return undefined
  const right = scene.exact(truthType(scene.draft), left.type, room)
  return infix(left, operator, right, BOOL)
}

export const conditional: Producer = (scene, { type, context, room }) => {
  if (isOtherThan(type, context)) return undefined
  const test = condition(scene, room)
  // What it assigns may make more of it known.
  const mayBeKnown = test.isKnown || assigns(test)
  if (assigns(test) && !context) return undefined
  const others = isReference(type) || mayBeKnown ? [] : narrower(type)
  const isNarrower = others.length > 0 && scene.chance.happens(0.3)
  const kinds: Type[] = [type, isNarrower ? scene.chance.pick(others) : type]
  if (scene.chance.happens(0.5)) kinds.reverse()
  const then = scene.exact(kinds[0]!, context, room)
  const asked = test.isKnown ? context : (context ?? then.type)
  const otherwise = scene.exact(kinds[1]!, asked, room)
  return conditionalOf(test, then, otherwise, type)
}

/**
 * Whether a choice between two of a type is of another type in this context: of
 * none where nobody takes it, and of what may be null where that is asked for.
 */
export function isOtherThan(type: Type, context: Type | undefined): boolean {
  const mayBeNull = isReference(type) && !type.isNullable
  return context === VOID || (mayBeNull && type.twin === context)
}

export function conditionalOf(
  test: Piece,
  then: Piece,
  otherwise: Piece,
  type: Type,
): Piece {
  const text = `${within(test, CONDITIONAL + 1)} ? ${within(then, 1)} : ${within(otherwise, 1)}`
  const isKnown = test.isKnown && (then.isKnown || otherwise.isKnown)
  return piece(text, type, { binds: CONDITIONAL, isKnown })
}

/** What an `if` may ask: anything that is zero or not. */
export function condition(scene: Scene, room: number): Piece {
  const isBool = scene.chance.happens(0.7)
  const type = isBool ? BOOL : scalarType(scene.chance)
  return scene.exact(type, BOOL, room)
}
