import { expect, test } from 'vitest'
import { readLlama2c, writeLlama2c, writeLlama2cTokenizer } from './llama2c.ts'
import { parametersOf, tensorsOf, type Shape } from './model.ts'
import { SPACE, Tokenizer } from './tokenizer.ts'

const shape: Shape = {
  dim: 4,
  hidden: 6,
  layers: 2,
  heads: 2,
  kvHeads: 1,
  vocabulary: 5,
  context: 3,
}
const HEAD = [4, 6, 2, 2, 1, 5, 3]

/** A file of that shape whose numbers count, the tables of positions included. */
function counting(): Float32Array {
  const file = new Float32Array(7 + parametersOf(shape) + 2 * 3)
  const whole = new Int32Array(file.buffer)
  whole.set(HEAD)
  for (let at = 7; at < file.length; at++) file[at] = at - 7
  return file
}

test('tensors come by kind, and each kind for all layers', () => {
  const { shape: found, tensors } = readLlama2c(
    new Uint8Array(counting().buffer),
  )
  expect(found).toEqual(shape)
  const starts = Object.fromEntries(
    Array.from(tensors, ([name, values]) => [name, values[0]]),
  )
  expect(starts).toMatchObject({
    'token_embd.weight': 0,
    'blk.0.attn_norm.weight': 20,
    'blk.1.attn_norm.weight': 24,
    'blk.0.attn_q.weight': 28,
    'blk.0.attn_k.weight': 60,
    'blk.0.attn_v.weight': 76,
    'blk.0.attn_output.weight': 92,
    'blk.0.ffn_norm.weight': 124,
    'blk.0.ffn_gate.weight': 132,
    'blk.0.ffn_down.weight': 180,
    'blk.0.ffn_up.weight': 228,
    'blk.1.ffn_up.weight': 252,
    'output_norm.weight': 276,
  })
  for (const { name, rows, columns } of tensorsOf(shape)) {
    expect(tensors.get(name), name).toHaveLength(rows * columns)
  }
})

test('what is written is what was read, with the tables of positions', () => {
  const file = counting()
  const back = writeLlama2c(readLlama2c(new Uint8Array(file.buffer)))
  const words = new Float32Array(back.buffer)
  expect(words.subarray(0, -6)).toEqual(file.subarray(0, -6))
  // A head has one pair of numbers here, which is turned by one radian a position.
  const positions = [0, 1, 2]
  expect(words.subarray(-6)).toEqual(
    Float32Array.from([
      ...positions.map((each) => Math.cos(each)),
      ...positions.map((each) => Math.sin(each)),
    ]),
  )
})

test('a file of another length is refused', () => {
  const bytes = new Uint8Array(counting().buffer)
  expect(() => readLlama2c(bytes.subarray(0, -4))).toThrow(
    `has ${bytes.length} bytes, not ${bytes.length - 4}`,
  )
  expect(() => readLlama2c(bytes.subarray(0, 20))).toThrow('28 bytes')
  const own = counting()
  new Int32Array(own.buffer)[5] = -5
  expect(() => readLlama2c(new Uint8Array(own.buffer))).toThrow('-5 3')
})

test('the tokenizer has a score, a length and a text for each token', () => {
  const tokenizer = new Tokenizer({ pieces: [`${SPACE}pup`, SPACE] })
  const view = new DataView(writeLlama2cTokenizer(tokenizer).buffer)
  expect(view.getUint32(0, true)).toBe(6)
  expect(view.getInt32(8, true)).toBe('<unk>'.length)
  const end = view.byteLength
  expect(view.getFloat32(end - 9, true)).toBe(-1)
  expect(view.getInt32(end - 5, true)).toBe(1)
  expect(view.getUint8(end - 1)).toBe(0x20)
  expect(view.getFloat32(end - 9 - 12, true)).toBe(0)
  expect(view.getUint8(end - 10)).toBe('p'.codePointAt(0))
})
