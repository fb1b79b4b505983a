/** Vectors of 16 bytes, as the evaluator of the tests computes with them. */
import type { Value } from './evaluate-value.ts'
import { converted } from './evaluate-convert.ts'
import { F32, I32 } from '../type.ts'

type Bytes = Uint8Array

/** A builtin of vectors; lanes and offsets are the immediates. */
export function evaluateVector(
  name: string,
  operands: readonly Value[],
  [lane = 0]: readonly number[],
): Value {
  const [first, second, third] = operands as [Bytes, Bytes, Bytes]
  if (name.endsWith('.splat')) return splat(name, operands[0] as number)
  switch (name) {
    case 'f32x4.extract_lane':
      return floats(first)[lane]!
    case 'i32x4.extract_lane':
      return words(first)[lane]!
    case 'f32x4.replace_lane': {
      // As bytes, since a NaN that becomes a number may change.
      const bytes = first.slice()
      viewOf(bytes).setFloat32(4 * lane, operands[1] as number, true)
      return bytes
    }
    case 'v128.not':
      return first.map((byte) => ~byte)
    case 'v128.bitselect':
      return first.map(
        (byte, at) => (byte & third[at]!) | (second[at]! & ~third[at]!),
      )
    default:
      return second ? pairwise(name, first, second) : each(name, first)
  }
}

function splat(name: string, value: number): Bytes {
  if (name === 'f32x4.splat') return ofFloats([value, value, value, value])
  if (name === 'i32x4.splat') return ofWords([value, value, value, value])
  return new Uint8Array(16).fill(value)
}

function each(name: string, vector: Bytes): Bytes {
  switch (name) {
    case 'f32x4.sqrt':
      return ofFloats(floats(vector).map((lane) => Math.sqrt(lane)))
    case 'f32x4.convert_i32x4_s':
      return ofFloats(words(vector))
    case 'i32x4.trunc_sat_f32x4_s':
      return ofWords(
        floats(vector).map((lane) => converted(lane, F32, I32) as number),
      )
    case 'i16x8.extend_low_i8x16_s':
      return ofHalves(signedBytes(vector).slice(0, 8))
    case 'i16x8.extend_high_i8x16_s':
      return ofHalves(signedBytes(vector).slice(8))
    default:
      throw new Error(`The evaluator does not know ${name}.`)
  }
}

type Pair = (left: number, right: number) => number

const BITS: Record<string, Pair> = {
  'v128.and': (a, b) => a & b,
  'v128.or': (a, b) => a | b,
  'v128.xor': (a, b) => a ^ b,
}

const FLOATS: Record<string, Pair> = {
  'f32x4.add': (a, b) => a + b,
  'f32x4.sub': (a, b) => a - b,
  'f32x4.mul': (a, b) => a * b,
  'f32x4.div': (a, b) => a / b,
  'f32x4.min': (a, b) => Math.min(a, b),
  'f32x4.max': (a, b) => Math.max(a, b),
}

const WORDS: Record<string, Pair> = {
  'i32x4.add': (a, b) => a + b,
  'i32x4.sub': (a, b) => a - b,
  'i32x4.mul': (a, b) => Math.imul(a, b),
}

function pairwise(name: string, left: Bytes, right: Bytes): Bytes {
  const bits = BITS[name]
  if (bits) return left.map((byte, at) => bits(byte, right[at]!))
  const float = FLOATS[name]
  if (float) return ofFloats(zip(floats(left), floats(right), float))
  const word = WORDS[name]
  if (word) return ofWords(zip(words(left), words(right), word))
  const products = (from: number, end: number) => {
    const sides = [left, right].map((side) => signedBytes(side))
    const [one, other] = sides.map((side) => side.slice(from, end))
    return ofHalves(zip(one!, other!, (a, b) => a * b))
  }
  if (name === 'i16x8.extmul_low_i8x16_s') return products(0, 8)
  if (name === 'i16x8.extmul_high_i8x16_s') return products(8, 16)
  if (name !== 'i32x4.dot_i16x8_s') {
    throw new Error(`The evaluator does not know ${name}.`)
  }
  const pairs = zip(halves(left), halves(right), (a, b) => a * b)
  return ofWords([0, 2, 4, 6].map((index) => pairs[index]! + pairs[index + 1]!))
}

function zip(left: number[], right: number[], act: Pair): number[] {
  return left.map((lane, index) => act(lane, right[index]!))
}

function viewOf({ buffer, byteOffset }: Bytes): DataView {
  return new DataView(buffer, byteOffset, 16)
}

function floats(vector: Bytes): number[] {
  const view = viewOf(vector)
  return [0, 4, 8, 12].map((at) => view.getFloat32(at, true))
}

function words(vector: Bytes): number[] {
  const view = viewOf(vector)
  return [0, 4, 8, 12].map((at) => view.getInt32(at, true))
}

function halves(vector: Bytes): number[] {
  const view = viewOf(vector)
  return [0, 2, 4, 6, 8, 10, 12, 14].map((at) => view.getInt16(at, true))
}

function signedBytes(vector: Bytes): number[] {
  return Array.from(vector, (byte) => (byte << 24) >> 24)
}

function ofFloats(lanes: readonly number[]): Bytes {
  const view = new DataView(new ArrayBuffer(16))
  for (const [index, lane] of lanes.entries()) {
    view.setFloat32(4 * index, lane, true)
  }
  return new Uint8Array(view.buffer)
}

function ofWords(lanes: readonly number[]): Bytes {
  const view = new DataView(new ArrayBuffer(16))
  for (const [index, lane] of lanes.entries()) {
    view.setInt32(4 * index, lane, true)
  }
  return new Uint8Array(view.buffer)
}

function ofHalves(lanes: readonly number[]): Bytes {
  const view = new DataView(new ArrayBuffer(16))
  for (const [index, lane] of lanes.entries()) {
    view.setInt16(2 * index, lane, true)
  }
  return new Uint8Array(view.buffer)
}
