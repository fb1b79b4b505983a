/** Objects and arrays in generated programs. Every array has 4 elements or more. */
import { operandsFor } from './generate-call.ts'
import {
  call,
  digits,
  infix,
  piece,
  POSTFIX,
  within,
  type Piece,
} from './generate-piece.ts'
import type { Producer, Scene } from './generate-scene.ts'
import type { Operator } from '../token.ts'
import { BOOL, I32, isReference, NULL, type Type } from '../type.ts'

/** `new …` */
export const made: Producer = (scene, { type, room }) => {
  if (!isReference(type) || type.isNullable) return undefined
  if (type.kind === 'array') return newArray(scene, type, room)
  const constructs = scene.draft.classOf(type)?.constructs
  if (!constructs || !scene.canAfford(constructs.cost)) return undefined
  scene.pay(constructs.cost)
  const operands = operandsFor(scene, constructs, room)
  return call(`new ${type.name}`, operands, type)
}

function newArray(scene: Scene, type: Type, room: number): Piece {
  const length = digits(String(scene.chance.between(4, 7)))
  if (room <= 0 || scene.chance.happens(0.7)) {
    return call(`new ${type.name}`, [length], type)
  }
  const more = infix(scene.exact(I32, I32, room), 'and', digits('3'), I32)
  const sum = infix(more, 'plus', digits('4'), I32)
  return call(`new ${type.name}`, [sum], type)
}

/** `x!` of what may be null for the checker, and is not. */
export const asserted: Producer = (scene, { type, room }) => {
  if (!isReference(type) || type.isNullable) return undefined
  const isAny = scene.draft.options.traps && scene.chance.happens(0.1)
  const one = isAny
    ? scene.exact(type.twin, undefined, room)
    : echoed(scene, scene.exact(type, type.twin, room), type.twin)
  return piece(`${within(one, POSTFIX)}!`, type)
}

/** A value that may be null for the checker, by a function that gives it back. */
export function echoed(scene: Scene, one: Piece, type: Type): Piece {
  scene.pay(2)
  return call(scene.draft.echo(type), [one], type)
}

/** An object of a type with little around it. */
export function least(scene: Scene, type: Type): Piece {
  if (isReference(type) && type.isNullable) return leastNullable(scene, type)
  if (type.kind === 'array') return newArray(scene, type, 0)
  const constructs = scene.draft.classOf(type)?.constructs
  // In its own constructor a class has no other object than this one.
  if (!constructs) return piece(scene.variables(type)[0]!.name, type)
  scene.pay(constructs.cost)
  return call(`new ${type.name}`, operandsFor(scene, constructs, 0), type)
}

/**
 * A variable that may be null goes through an echo, as the checker may know
 * that it is not null here, and then it is of the other type.
 */
function leastNullable(scene: Scene, type: Reference): Piece {
  const known = scene.visible().filter((one) => one.type === type)
  if (known.length > 0 && scene.chance.happens(0.6)) {
    const { name } = scene.chance.pick(known)
    return echoed(scene, piece(name, type), type)
  }
  const none = piece('null', NULL, { isKnown: true })
  const isNone = !scene.canMake(type.twin) || scene.chance.happens(0.3)
  const one = isNone ? none : scene.exact(type.twin, type, 0)
  return echoed(scene, one, type)
}

type Reference = Extract<Type, { twin: Type }>

/** Whether two references are one object, or null. */
export const same: Producer = (scene, { context, room }) => {
  const kinds = scene.draft.classes.filter(({ constructs }) => constructs)
  if (kinds.length === 0) return undefined
  const { type } = scene.chance.pick(kinds)
  const either = [type, type.twin]
  const left = scene.exact(scene.chance.pick(either), context, room)
  const right = scene.chance.happens(0.4)
    ? piece('null', NULL, { isKnown: true })
    : scene.exact(scene.chance.pick(either), left.type, room)
  const operator = scene.chance.pick<Operator>([
    'equalsEquals',
    'notEquals',
    'equalsEqualsEquals',
    'notEqualsEquals',
  ])
  return infix(left, operator, right, BOOL)
}
