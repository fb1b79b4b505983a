/**
 * How GGUF keeps the numbers of a tensor: as they are in 32 bits, as halves, or
 * in blocks of 32 that share a scale (Q8_0), to the bit as ggml does it.
 */
import { fromHalf, toHalf } from './half.ts'

/** Numbers that share a scale. */
const BLOCK = 32
/** The scale as a half, and a byte for each number. */
const BLOCK_BYTES = 2 + BLOCK

export type NumberType = keyof typeof NUMBER_TYPES

interface Keeping {
  /** What GGUF calls it. */
  code: number
  /** @param count of numbers; whole blocks */
  bytesFor: (count: number) => number
  write: (values: Float32Array, into: DataView) => void
  read: (from: DataView, into: Float32Array) => void
}

export const NUMBER_TYPES = {
  f32: {
    code: 0,
    bytesFor: (count) => count * 4,
    write: (values, into) =>
      values.forEach((value, at) => into.setFloat32(at * 4, value, true)),
    read: (from, into) => {
      for (let at = 0; at < into.length; at++) {
        into[at] = from.getFloat32(at * 4, true)
      }
    },
  },
  f16: {
    code: 1,
    bytesFor: (count) => count * 2,
    write: (values, into) =>
      values.forEach((value, at) =>
        into.setUint16(at * 2, toHalf(value), true),
      ),
    read: (from, into) => {
      for (let at = 0; at < into.length; at++) {
        into[at] = fromHalf(from.getUint16(at * 2, true))
      }
    },
  },
  q8_0: {
    code: 8,
    bytesFor: (count) => (count / BLOCK) * BLOCK_BYTES,
    write: writeBlocks,
    read: readBlocks,
  },
} satisfies Record<string, Keeping>

/** The largest number of a block becomes 127 or -127, and the others in proportion. */
function writeBlocks(values: Float32Array, into: DataView): void {
  const { fround, abs } = Math
  for (let block = 0; block * BLOCK < values.length; block++) {
    const numbers = values.subarray(block * BLOCK, (block + 1) * BLOCK)
    const largest = numbers.reduce((most, each) => Math.max(most, abs(each)), 0)
    // Each step is rounded to 32 bits, as in C: the numbers are those of ggml to the last bit.
    const scale = fround(largest / 127)
    const inverse = scale ? fround(1 / scale) : 0
    const at = block * BLOCK_BYTES
    into.setUint16(at, toHalf(scale), true)
    for (const [index, value] of numbers.entries()) {
      into.setInt8(at + 2 + index, roundAway(fround(value * inverse)))
    }
  }
}

function readBlocks(from: DataView, into: Float32Array): void {
  for (let index = 0; index < into.length; index++) {
    const at = Math.floor(index / BLOCK) * BLOCK_BYTES
    const scale = fromHalf(from.getUint16(at, true))
    into[index] = scale * from.getInt8(at + 2 + (index % BLOCK))
  }
}

/** As C rounds: a half goes away from zero. */
function roundAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5)
}
