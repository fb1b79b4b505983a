/**
 * The binary of llama2.c: seven whole numbers, then all weights in 32 bits, one
 * kind after the other and each kind for all layers, then the tables of the
 * rotary positions. Nothing else: whoever has 50 lines of C can read it.
 * https://github.com/karpathy/llama2.c
 */
import {
  EMBEDDINGS,
  LAST_NORM,
  LAYER_TENSORS,
  nameOf,
  ROPE_BASE,
  tensorsOf,
  type Model,
  type Shape,
} from './model.ts'
import { SPACE, type Tokenizer } from './tokenizer.ts'

/** In 32-bit words. */
const HEADER = 7

/** @throws Error for what has another length than its header says, or logits of their own */
export function readLlama2c(bytes: Uint8Array): Model {
  if (bytes.length < HEADER * 4) throw new Error('A header is 28 bytes.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shape = readShape(view)
  const names = namesInOrder(shape)
  const lengths = lengthsOf(shape)
  const words =
    HEADER + names.reduce((sum, name) => sum + lengths.get(name)!, 0)
  const expected = 4 * (words + 2 * tableLength(shape))
  if (bytes.length !== expected) {
    throw new Error(
      `A model of this shape has ${expected} bytes, not ${bytes.length}.`,
    )
  }
  const tensors = new Map<string, Float32Array>()
  let at = HEADER * 4
  for (const name of names) {
    const values = new Float32Array(lengths.get(name)!)
    for (let index = 0; index < values.length; index++, at += 4) {
      values[index] = view.getFloat32(at, true)
    }
    tensors.set(name, values)
  }
  return { shape, tensors }
}

export function writeLlama2c({ shape, tensors }: Model): Uint8Array {
  const parts = [
    ...namesInOrder(shape).map((name) => tensors.get(name)!),
    rotations(shape, Math.cos),
    rotations(shape, Math.sin),
  ]
  const words = parts.reduce((sum, { length }) => sum + length, HEADER)
  const view = new DataView(new ArrayBuffer(words * 4))
  const { dim, hidden, layers, heads, kvHeads, vocabulary, context } = shape
  const header = [dim, hidden, layers, heads, kvHeads, vocabulary, context]
  for (const [at, number] of header.entries()) {
    view.setInt32(at * 4, number, true)
  }
  let at = HEADER * 4
  for (const values of parts) {
    for (const value of values) {
      view.setFloat32(at, value, true)
      at += 4
    }
  }
  return new Uint8Array(view.buffer)
}

/** `tokenizer.bin`: the longest token's bytes, then for each its score, its length and its text. */
export function writeLlama2cTokenizer(tokenizer: Tokenizer): Uint8Array {
  const encoder = new TextEncoder()
  const texts = tokenizer.tokens.map((token) =>
    encoder.encode(token.replaceAll(SPACE, ' ')),
  )
  const longest = Math.max(...texts.map(({ length }) => length))
  const total = texts.reduce((sum, { length }) => sum + 8 + length, 4)
  const view = new DataView(new ArrayBuffer(total))
  const bytes = new Uint8Array(view.buffer)
  view.setUint32(0, longest, true)
  let at = 4
  for (const [token, text] of texts.entries()) {
    view.setFloat32(at, tokenizer.scoreOf(token), true)
    view.setInt32(at + 4, text.length, true)
    bytes.set(text, at + 8)
    at += 8 + text.length
  }
  return bytes
}

function readShape(view: DataView): Shape {
  const numbers = Array.from({ length: HEADER }, (_, at) =>
    view.getInt32(at * 4, true),
  )
  if (numbers.some((number) => number <= 0)) {
    throw new Error(
      `The header ${numbers.join(' ')} is not that of a model whose embeddings make its logits, too.`,
    )
  }
  const [dim, hidden, layers, heads, kvHeads, vocabulary, context] =
    numbers as [number, number, number, number, number, number, number]
  return { dim, hidden, layers, heads, kvHeads, vocabulary, context }
}

function namesInOrder({ layers }: Shape): string[] {
  const all = Array.from({ length: layers }, (_, layer) => layer)
  const inLayers = LAYER_TENSORS.flatMap((tensor) =>
    all.map((layer) => nameOf(layer, tensor)),
  )
  return [EMBEDDINGS, ...inLayers, LAST_NORM]
}

function lengthsOf(shape: Shape): Map<string, number> {
  return new Map(
    tensorsOf(shape).map(({ name, rows, columns }) => [name, rows * columns]),
  )
}

function tableLength({ dim, heads, context }: Shape): number {
  return (context * dim) / heads / 2
}

/** Of each position, for each pair of numbers in a head: how far it is turned. */
function rotations(shape: Shape, of: (angle: number) => number): Float32Array {
  const head = shape.dim / shape.heads
  const pairs = head / 2
  return Float32Array.from({ length: tableLength(shape) }, (_, at) => {
    const position = Math.floor(at / pairs)
    return of(position * ROPE_BASE ** (-(2 * (at % pairs)) / head))
  })
}
