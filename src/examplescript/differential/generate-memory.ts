/** Linear memory in generated programs: addresses stay in a small part of it. */
import { addressLiteral, integerLiteral, offset } from './generate-literal.ts'
import { call, infix, operand, piece, type Piece } from './generate-piece.ts'
import { canonical } from './generate-builtin.ts'
import { fitting } from './generate-operator.ts'
import type { Producer, Scene } from './generate-scene.ts'
import { INTEGERS, NUMBERS, SMALL } from './generate-type.ts'
import {
  ADDRESS,
  I32,
  U32,
  U8,
  V128,
  type Type,
  type ValueType,
} from '../type.ts'

/** An address from 0 to 1023; programs that may trap sometimes have any. */
export function address(scene: Scene, room: number): Piece {
  const { chance } = scene
  if (chance.happens(0.3)) return addressLiteral(chance)
  const type = chance.pick([I32, I32, U32])
  const any = scene.exact(type, ADDRESS, room)
  if (scene.draft.options.traps && chance.happens(0.05)) return any
  const mask = chance.pick([1020n, 1023n, 255n, 28n])
  return infix(any, 'and', integerLiteral(chance, mask, type, type), type)
}

/** `address`, or `address, offset` */
function place(scene: Scene, room: number): string {
  const at = operand(address(scene, room))
  if (scene.chance.happens(0.6)) return at
  return `${at}, ${offset(scene.draft)}`
}

/** How many bytes to fill or to copy. */
function count(scene: Scene, room: number): Piece {
  const any = scene.exact(I32, ADDRESS, room)
  const mask = integerLiteral(scene.chance, 63n, I32, I32)
  return infix(any, 'and', mask, I32)
}

/** A load is widened at once to the integer that is asked for. */
export const load: Producer = (scene, { type, context, room }) => {
  const asked = context?.kind === 'integer' ? context.bits : 0
  const wider = asked < 32 ? 0 : asked
  const size = type.kind === 'integer' ? type.bits : 0
  const own = [type, ...SMALL, ...INTEGERS].filter((one) =>
    one === type
      ? size === 0 || wider <= size
      : wider > 0 && type === context && 'bits' in one && one.bits < size,
  )
  if (own.length === 0) return undefined
  const of = scene.chance.pick(own)
  if (of === V128) return piece(`v128.load(${place(scene, room)})`, V128)
  return piece(`load<${of.name}>(${place(scene, room)})`, type)
}

/** `i8(x)`, or a load that nothing widens. */
export function small(
  scene: Scene,
  type: ValueType,
  context: Type | undefined,
  room: number,
): Piece {
  const isLoad = scene.chance.happens(0.3)
  const loaded = isLoad ? load(scene, { type, context, room }) : undefined
  if (loaded) return loaded
  const inner = narrowable(scene, type, room)
  const { isKnown } = inner
  return piece(`${type.name}(${operand(inner)})`, type, { isKnown })
}

/** What is cut to a small type; for AssemblyScript, nothing that it gets wrong. */
function narrowable(scene: Scene, to: ValueType, room: number): Piece {
  const type = scene.chance.pick([...NUMBERS, ...SMALL])
  const isWord = type.kind === 'integer' && type.bits <= 32
  if (!scene.draft.options.rival || !isWord) return scene.exact(type, to, room)
  const loaded = load(scene, { type, context: to, room })
  return loaded ?? scene.exact(I32, to, 0)
}

/** How many pages there are, and one more if there are few. */
export const pages: Producer = (scene, { type, room }) => {
  const { objects, rival } = scene.draft.options
  // Objects of AssemblyScript need memory of their own.
  if (type !== I32 || (objects && rival)) return undefined
  if (scene.chance.happens(0.6)) return piece('memory.size()', I32)
  if (scene.chance.happens(0.3)) return piece('memory.grow(65536)', I32)
  return call(scene.aid('grow'), [fitting(scene, I32, room)], I32)
}

/** Something that writes to memory. */
export function storing(scene: Scene, room: number): string {
  const { chance } = scene
  switch (chance.below(8)) {
    case 0: {
      const byte = fitting(scene, U8, room)
      const operands = [address(scene, room), byte, count(scene, room)]
      return `memory.fill(${operands.map(operand).join(', ')})`
    }
    case 1: {
      const ends = [address(scene, room), address(scene, room)]
      const operands = [...ends, count(scene, room)]
      return `memory.copy(${operands.map(operand).join(', ')})`
    }
    case 2:
      return stored(scene, 'v128.store', scene.exact(V128, V128, room), room)
    default:
      return storeOf(scene, chance.pick([...NUMBERS, ...SMALL, V128]), room)
  }
}

function stored(
  scene: Scene,
  name: string,
  value: Piece,
  room: number,
): string {
  const operands = [operand(address(scene, room)), operand(value)]
  if (scene.chance.happens(0.4)) operands.push(offset(scene.draft))
  return `${name}(${operands.join(', ')})`
}

/** Of a wider integer, the lower bits are stored. */
function storeOf(scene: Scene, type: ValueType, room: number): string {
  const name = `store<${type.name}>`
  if (type.kind === 'float') {
    return stored(scene, name, canonical(scene, type, room), room)
  }
  const wider = INTEGERS.filter(({ bits }) => bits >= type.bits)
  const isCut = type.kind === 'integer' && scene.chance.happens(0.4)
  const value = isCut
    ? scene.exact(scene.chance.pick(wider), type, room)
    : fitting(scene, type, room)
  return stored(scene, name, value, room)
}
