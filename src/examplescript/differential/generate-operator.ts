/** Arithmetic in generated programs, by the typing rules of the checker. */
import { integerLiteral } from './generate-literal.ts'
import {
  infix,
  joined,
  operand,
  unary,
  piece,
  type Piece,
} from './generate-piece.ts'
import {
  exceptVoid,
  type Producer,
  type Scene,
  type Wanted,
} from './generate-scene.ts'
import { INTEGERS, narrower, NUMBERS, truthType } from './generate-type.ts'
import type { Operator } from '../token.ts'
import {
  BOOL,
  F64,
  I32,
  I64,
  isReference,
  NULL,
  type Type,
  type ValueType,
} from '../type.ts'

/** Bitwise operators look for integers, also where a float is asked for. */
function integerContext(context: Type | undefined): Type | undefined {
  if (context === undefined || context.kind === 'integer') return context
  return context === F64 ? I64 : I32
}

/**
 * Two sides whose common type is the wanted one: both of it, or one narrower.
 * The right side is checked in the context of the left one's type.
 */
export function sides(
  scene: Scene,
  { type, context, room }: Wanted,
  allows: (type: ValueType) => boolean = () => true,
): [Piece, Piece] {
  const { chance } = scene
  const others = narrower(type).filter(allows)
  const way = others.length > 0 ? chance.below(10) : 9
  const left = way === 0 ? chance.pick(others) : type
  const right = way === 1 ? chance.pick(others) : type
  return [scene.exact(left, context, room), scene.exact(right, left, room)]
}

export const arithmetic: Producer = (scene, wanted) => {
  const { type, context, room } = wanted
  const isInteger = type.kind === 'integer'
  const isSigned = type === I32 || type === I64
  const operator = scene.chance.weighted<Operator>([
    [4, 'plus'],
    [4, 'minus'],
    [4, 'star'],
    [2, 'slash'],
    [2, 'percent'],
    [isSigned ? 1 : 0, 'starStar'],
  ])
  if (isInteger && (operator === 'slash' || operator === 'percent')) {
    const left = scene.exact(type, context, room)
    return infix(left, operator, divisor(scene, type, room), type)
  }
  if (operator === 'starStar') {
    const left = scene.exact(type, context, room)
    return infix(left, operator, exponent(scene, type, room), type)
  }
  return joined(operator, sides(scene, wanted), type)
}

/** AssemblyScript is wrong about known ones that are negative. */
export function exponent(scene: Scene, type: Type, room: number): Piece {
  const any = fitting(scene, type, room)
  if (!any.isKnown || !scene.draft.options.rival) return any
  const value = BigInt(scene.chance.below(10))
  return integerLiteral(scene.chance, value, type as ValueType, type)
}

/** Something that no division traps with, where literals are of the type. */
export function divisor(scene: Scene, type: ValueType, room: number): Piece {
  const { chance } = scene
  if (scene.draft.options.traps && chance.happens(0.1)) {
    return scene.exact(type, type, room)
  }
  const number = (value: number) =>
    integerLiteral(chance, BigInt(value), type, type)
  if (chance.happens(0.5)) return number(chance.between(1, 100))
  const any = scene.exact(type, type, room)
  const masked = infix(any, 'and', number(2 ** chance.below(7) - 1), type)
  return infix(masked, 'plus', number(1), type)
}

export const bitwise: Producer = (scene, wanted) => {
  const operator = scene.chance.pick<Operator>(['and', 'or', 'xor'])
  const context = integerContext(wanted.context)
  const both = sides(scene, { ...wanted, context })
  return joined(operator, both, wanted.type)
}

export const shift: Producer = (scene, { type, context, room }) => {
  const operator = scene.chance.pick<Operator>([
    'shiftLeft',
    'shiftRight',
    'shiftRightUnsigned',
  ])
  const left = scene.exact(type, integerContext(context), room)
  const right = fitting(scene, type, room)
  return infix(left, operator, right, type)
}

export const signed: Producer = (scene, { type, context, room }) => {
  const isInteger = type.kind === 'integer'
  const sign = scene.chance.pick(
    isInteger ? (['+', '-', '~'] as const) : (['+', '-'] as const),
  )
  const own = exceptVoid(context)
  const asked = sign === '~' && own?.kind === 'float' ? I64 : own
  return unary(sign, scene.exact(type, asked, room), type)
}

/** An expression that becomes a type without a word, where that is asked for. */
export function fitting(scene: Scene, type: Type, room: number): Piece {
  if (isReference(type) && type.isNullable && scene.chance.happens(0.5)) {
    return scene.chance.happens(0.3) || !scene.canMake(type.twin)
      ? piece('null', NULL, { isKnown: true })
      : scene.exact(type.twin, type, room)
  }
  const others = narrower(type)
  const isNarrower = others.length > 0 && scene.chance.happens(0.2)
  const own = isNarrower ? scene.chance.pick(others) : type
  return scene.exact(own, type, room)
}

/** `f64(x)`: what stands inside is asked for as that type, too. */
export const conversion: Producer = (scene, { type, room }) => {
  const from = scene.chance.pick([BOOL, ...NUMBERS, ...INTEGERS])
  const small = narrower(I32).filter(({ bits }) => bits > 1)
  const isSmall = scene.chance.happens(0.2)
  const any = isSmall ? scene.chance.pick(small) : from
  const own = type === BOOL ? truthType(scene.draft) : any
  const inner = scene.exact(own, type, room)
  return piece(`${type.name}(${operand(inner)})`, type, {
    isKnown: inner.isKnown,
  })
}
