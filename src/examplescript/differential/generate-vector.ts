/** Vectors in generated programs. Lanes that are NaN are made the one NaN. */
import { canonical } from './generate-builtin.ts'
import { immediate } from './generate-literal.ts'
import {
  call,
  instruction,
  operand,
  piece,
  type Piece,
} from './generate-piece.ts'
import { fitting } from './generate-operator.ts'
import type { Producer, Scene } from './generate-scene.ts'
import { F32, I32, I8, V128, type Type } from '../type.ts'

const FLOATS = ['add', 'sub', 'mul', 'div', 'min', 'max', 'sqrt']
const INTEGERS = [
  ['v128.and', 'v128.or', 'v128.xor', 'i32x4.add', 'i32x4.sub', 'i32x4.mul'],
  ['i16x8.extmul_low_i8x16_s', 'i16x8.extmul_high_i8x16_s'],
  ['i32x4.dot_i16x8_s'],
].flat()
const ONE = [
  ['v128.not', 'f32x4.convert_i32x4_s', 'i32x4.trunc_sat_f32x4_s'],
  ['i16x8.extend_low_i8x16_s', 'i16x8.extend_high_i8x16_s'],
].flat()

export const onVector: Producer = (scene, { room }) => {
  const { chance } = scene
  const vectors = (length: number) =>
    Array.from({ length }, () => scene.exact(V128, V128, room))
  switch (chance.below(6)) {
    case 0:
      return instruction(chance.pick(ONE), vectors(1), V128)
    case 1:
    case 2:
      return instruction(chance.pick(INTEGERS), vectors(2), V128)
    case 3: {
      const name = chance.pick(FLOATS)
      const floats = instruction(
        `f32x4.${name}`,
        vectors(name === 'sqrt' ? 1 : 2),
        V128,
      )
      return call(scene.aid('canonical4'), [floats], V128)
    }
    case 4:
      return instruction('v128.bitselect', vectors(3), V128)
    default:
      return replaced(scene, room)
  }
}

function replaced(scene: Scene, room: number): Piece {
  const vector = operand(scene.exact(V128, V128, room))
  const value = operand(canonical(scene, F32, room))
  const operands = [vector, lane(scene), value].join(', ')
  return piece(`f32x4.replace_lane(${operands})`, V128)
}

function lane({ chance }: Scene): string {
  return immediate(chance, chance.below(4))
}

export const splat: Producer = (scene, { room }) => {
  switch (scene.chance.below(3)) {
    case 0:
      return instruction('f32x4.splat', [canonical(scene, F32, room)], V128)
    case 1:
      return instruction('i8x16.splat', [fitting(scene, I8, room)], V128)
    default:
      return instruction('i32x4.splat', [fitting(scene, I32, room)], V128)
  }
}

/** A lane of a vector as a number. */
export const extracted: Producer = (scene, { type, room }) => {
  const space = LANES.get(type)
  if (!space) return undefined
  const vector = scene.exact(V128, V128, room)
  const text = `${space}.extract_lane(${operand(vector)}, ${lane(scene)})`
  return piece(text, type, { isKnown: vector.isKnown })
}

const LANES = new Map<Type, string>([
  [F32, 'f32x4'],
  [I32, 'i32x4'],
])
