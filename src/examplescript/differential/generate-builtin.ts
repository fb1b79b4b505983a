/** Builtins on numbers in generated programs, and the ones of every type. */
import { call, instruction, piece, type Piece } from './generate-piece.ts'
import { condition } from './generate-condition.ts'
import { fitting } from './generate-operator.ts'
import type { Producer, Scene, Wanted } from './generate-scene.ts'
import {
  F32,
  F64,
  I32,
  I64,
  isReference,
  U32,
  U64,
  type Type,
} from '../type.ts'

/** Floats whose bits may be looked at: of NaN there is only one. */
export function canonical(scene: Scene, type: Type, room: number): Piece {
  const aid = scene.aid(type === F32 ? 'canonical32' : 'canonical')
  return call(aid, [fitting(scene, type, room)], type)
}

/** `name(…)`, whose first operand says the type, or `name<T>(…)`. */
function generic(
  scene: Scene,
  name: string,
  { type, room }: Wanted,
  preferred?: Type,
  others: (first: Piece) => Piece[] = () => [],
): Piece {
  const isWritten = !isReference(type) && scene.chance.happens(0.3)
  const first = isWritten
    ? fitting(scene, type, room)
    : scene.exact(type, preferred, room)
  const own = isWritten ? `${name}<${type.name}>` : name
  return instruction(own, [first, ...others(first)], type)
}

const ROUNDING = ['floor', 'ceil', 'trunc', 'nearest']

/** What floats have builtins for. */
export const onFloat: Producer = (scene, wanted) => {
  const { type, room } = wanted
  switch (scene.chance.below(4)) {
    case 0:
      return generic(scene, 'sqrt', wanted, F64)
    case 1: {
      const sign = () => [canonical(scene, type, room)]
      return generic(scene, 'copysign', wanted, F64, sign)
    }
    default:
      return generic(scene, scene.chance.pick(ROUNDING), wanted)
  }
}

export const onInteger: Producer = (scene, wanted) => {
  const { type, room } = wanted
  if (scene.chance.happens(0.6)) {
    return generic(
      scene,
      scene.chance.pick(['clz', 'ctz', 'popcnt']),
      wanted,
      I32,
    )
  }
  const count = () => [fitting(scene, type, room)]
  return generic(scene, scene.chance.pick(['rotl', 'rotr']), wanted, I32, count)
}

export const absolute: Producer = (scene, wanted) =>
  generic(scene, 'abs', wanted)

export const extreme: Producer = (scene, wanted) => {
  const { type, room } = wanted
  const { chance } = scene
  const name = chance.pick(['min', 'max'])
  if (chance.happens(0.2)) {
    // A literal in front yields to the type of what follows.
    const digits = String(chance.below(100))
    const first = piece(digits, I32, { isNumber: true, isKnown: true })
    return instruction(name, [first, scene.exact(type, I32, room)], type)
  }
  return generic(scene, name, wanted, undefined, (first) => [
    first.isNumber
      ? scene.exact(type, first.type, room)
      : fitting(scene, type, room),
  ])
}

/** Both values are computed, whichever is taken. */
export const select: Producer = (scene, wanted) => {
  const { type, room } = wanted
  return generic(scene, 'select', wanted, undefined, () => [
    fitting(scene, type, room),
    condition(scene, room),
  ])
}

/** The bits of a float, or a float of some bits. */
export const reinterpret: Producer = (scene, { type, room }) => {
  const isLong = type === F64 || type === I64 || type === U64
  const name = `reinterpret<${type.name}>`
  if (type.kind === 'integer') {
    const bits = canonical(scene, isLong ? F64 : F32, room)
    return instruction(name, [bits], type)
  }
  const [asked, other] = isLong ? [I64, U64] : [I32, U32]
  const own = scene.chance.happens(0.3) ? other : asked
  return instruction(name, [scene.exact(own, asked, room)], type)
}

/** A function of the host, of which no compiler knows what it gives. */
export const ofHost: Producer = (scene, { type, room }) => {
  if (type !== F64) return undefined
  const { name, operands } = scene.chance.pick(HOST)
  scene.draft.imports.add(name)
  scene.pay(2)
  const given = Array.from({ length: operands }, () =>
    fitting(scene, F64, room),
  )
  return call(name, given, F64)
}

/** Those of `Math` that are exact, so that every engine gives the same. */
const HOST = [
  { name: 'hostFloor', operands: 1 },
  { name: 'hostAbs', operands: 1 },
  { name: 'hostMax', operands: 2 },
]

/** An integer that no compiler knows. */
export const unknownInteger: Producer = (scene, { type, room }) => {
  const float = ofHost(scene, { type: F64, context: F64, room })
  return float && piece(`${type.name}(${float.text})`, type)
}
