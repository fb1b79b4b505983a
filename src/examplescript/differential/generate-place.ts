/** Assignments in generated programs, and sequences, which need them. */
import {
  ASSIGNMENT,
  operand,
  piece,
  POSTFIX,
  SEQUENCE,
  signOf,
  UNARY,
  within,
  type Piece,
} from './generate-piece.ts'
import { divisor, exponent, fitting } from './generate-operator.ts'
import { literal } from './generate-string.ts'
import type { Producer, Scene } from './generate-scene.ts'
import { anyType } from './generate-type.ts'
import type { Operator } from '../token.ts'
import { I32, I64, isSmall, STRING, VOID, type Type } from '../type.ts'

/** A place that can be assigned to, and that may be written twice. */
export interface Place {
  text: string
  type: Type
}

/** Finds a place of a type; objects and arrays add theirs. */
export type FindPlace = (
  scene: Scene,
  type: Type,
  room: number,
) => Place | undefined

export const variablePlace: FindPlace = (scene, type) => {
  const own = scene.variables(type).filter(({ canAssign }) => canAssign)
  if (own.length === 0) return undefined
  const { name } = scene.chance.pick(own)
  return { text: name, type }
}

/** Where nobody takes the value, the checker gives it none. */
export const assignment: Producer = (scene, { type, context, room }) => {
  if (context === VOID) return undefined
  const place = variablePlace(scene, type, room)
  return place && assign(scene, place, room)
}

/** `x = …`, or `x += …` and the like. */
export function assign(scene: Scene, place: Place, room: number): Piece {
  const { text, type } = place
  const operators = operatorsOf(type)
  const isCompound = operators.length > 0 && scene.chance.happens(0.5)
  if (!isCompound) {
    const value = fitting(scene, type, room)
    const { isKnown } = value
    const written = `${text} = ${within(value, ASSIGNMENT)}`
    return piece(written, type, { binds: ASSIGNMENT, isKnown })
  }
  const operator = scene.chance.pick(operators)
  const value = operandOf(scene, operator, type, room)
  const sides = `${text} ${signOf(operator)}= ${within(value, ASSIGNMENT)}`
  return piece(sides, type, { binds: ASSIGNMENT })
}

/** What a compound assignment does not trap with, and grows without end. */
function operandOf(
  scene: Scene,
  operator: Operator,
  type: Type,
  room: number,
): Piece {
  if (type === STRING) return literal(scene, type)
  if (operator === 'starStar') return exponent(scene, type, room)
  const divides = type.kind === 'integer' && DIVIDES.has(operator)
  return divides ? divisor(scene, type, room) : fitting(scene, type, room)
}

const DIVIDES = new Set<Operator>(['slash', 'percent'])
const ARITHMETIC: Operator[] = ['plus', 'minus', 'star', 'slash', 'percent']
const BITS: Operator[] = ['and', 'or', 'xor']
const SHIFTS: Operator[] = ['shiftLeft', 'shiftRight', 'shiftRightUnsigned']

/** What may stand before `=`; there is no arithmetic on small integers. */
function operatorsOf(type: Type): Operator[] {
  if (type === STRING) return ['plus']
  if (type.kind === 'integer') {
    const isSigned = type === I32 || type === I64
    const all = [...ARITHMETIC, ...BITS, ...SHIFTS]
    return isSmall(type) ? [] : isSigned ? [...all, 'starStar'] : all
  }
  if (type.kind === 'float') return ARITHMETIC
  return type.kind === 'bool' ? BITS : []
}

export const update: Producer = (scene, { type, context, room }) => {
  if (context === VOID) return undefined
  const place = variablePlace(scene, type, room)
  return place && updateOf(scene, place)
}

/** `x++`, `--x` */
export function updateOf({ chance }: Scene, { text, type }: Place): Piece {
  const sign = chance.pick(['++', '--'])
  return chance.happens(0.5)
    ? piece(sign + text, type, { binds: UNARY })
    : piece(text + sign, type, { binds: POSTFIX })
}

/** `(a, b)`: the earlier ones have no context. */
export const sequence: Producer = (scene, { type, context, room }) => {
  const first = anyType(scene.draft)
  const earlier = [scene.exact(first, VOID, room)]
  const assigned = effect(scene, room)
  if (assigned) earlier.push(assigned)
  const last = scene.exact(type, context, room)
  const text = [...earlier.map(closed), operand(last)].join(', ')
  const isKnown = [...earlier, last].every((one) => one.isKnown)
  return piece(text, type, { binds: SEQUENCE, isKnown })
}

/** AssemblyScript reads `a ? b : c, d` as `a ? b : (c, d)`. */
function closed(one: Piece): string {
  return within(one, one.text.includes('?') ? UNARY : ASSIGNMENT)
}

/** An assignment to whatever there is, if there is something. */
export function effect(scene: Scene, room: number): Piece | undefined {
  const places = scene.visible().filter(({ canAssign }) => canAssign)
  if (places.length === 0) return undefined
  const { name, type } = scene.chance.pick(places)
  const isCounted = type.kind === 'integer' || type.kind === 'float'
  return isCounted && scene.chance.happens(0.3)
    ? updateOf(scene, { text: name, type })
    : assign(scene, { text: name, type }, room)
}
