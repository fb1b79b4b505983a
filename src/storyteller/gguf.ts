/**
 * A model and its tokenizer as a GGUF file, which llama.cpp and all that is
 * built on it load. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 *
 * 1. `GGUF`, the version, how many tensors and how many facts follow.
 * 2. The facts: a name, a type and a value each.
 * 3. The tensors: a name, lengths (columns first), a type, and where the numbers are.
 * 4. The numbers of each tensor, each at a multiple of the alignment.
 */
import {
  NORM_EPSILON,
  ROPE_BASE,
  tensorsOf,
  type Model,
  type Shape,
} from './model.ts'
import { NUMBER_TYPES, type NumberType } from './number-types.ts'
import { END, PIECES, START, type Tokenizer } from './tokenizer.ts'

export const MAGIC = 'GGUF'
export const VERSION = 3
export const ALIGNMENT = 32

/** What a fact can be, by the format's numbers; a list has one of the others in it. */
export const FACT_TYPES = {
  u32: 4,
  i32: 5,
  f32: 6,
  bool: 7,
  string: 8,
} as const
export const LIST = 9

type Fact =
  | ['u32' | 'i32' | 'f32', number]
  | ['bool', boolean]
  | ['string', string]
  | ['list', 'i32' | 'f32', readonly number[]]
  | ['list', 'string', readonly string[]]

/** By the format's numbers: most tensors are so. */
const FILE_TYPES: Record<NumberType, number> = { f32: 0, f16: 1, q8_0: 7 }

/** What kind of token each is, by the format's numbers. */
const KINDS = { piece: 1, unknown: 2, mark: 3, byte: 6 }

/** For people who look into the file. */
export interface Label {
  name: string
  description: string
  author: string
  /** By its SPDX name, in small letters. */
  license: string
}

export interface Wanted {
  label: Label
  /** How the numbers of matrices are kept; the few of norms are always in 32 bits. */
  numbers: NumberType
}

export function writeGguf(
  { shape, tensors }: Model,
  tokenizer: Tokenizer,
  { label, numbers }: Wanted,
): Uint8Array {
  const facts = Object.entries({
    ...labelFacts(label, numbers),
    ...shapeFacts(shape),
    ...tokenizerFacts(tokenizer),
  })
  const infos = tensorsOf(shape)
  const out = new Writer()
  out.text(MAGIC)
  out.u32(VERSION)
  out.u64(infos.length)
  out.u64(facts.length)
  for (const [name, fact] of facts) {
    out.string(name)
    out.fact(fact)
  }
  let offset = 0
  for (const { name, rows, columns } of infos) {
    const lengths = rows === 1 ? [columns] : [columns, rows]
    const { code, bytesFor } = NUMBER_TYPES[rows === 1 ? 'f32' : numbers]
    out.string(name)
    out.u32(lengths.length)
    for (const length of lengths) out.u64(length)
    out.u32(code)
    out.u64(offset)
    offset = aligned(offset + bytesFor(rows * columns))
  }
  for (const { name, rows, columns } of infos) {
    out.align()
    const { bytesFor, write } = NUMBER_TYPES[rows === 1 ? 'f32' : numbers]
    write(tensors.get(name)!, out.room(bytesFor(rows * columns)))
  }
  out.align()
  return out.bytes()
}

/** @returns the first multiple of the alignment from there on */
export function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}

function labelFacts(label: Label, numbers: NumberType): Record<string, Fact> {
  return {
    'general.architecture': ['string', 'llama'],
    'general.name': ['string', label.name],
    'general.author': ['string', label.author],
    'general.description': ['string', label.description],
    'general.license': ['string', label.license],
    'general.file_type': ['u32', FILE_TYPES[numbers]],
    'general.quantization_version': ['u32', 2],
    'general.alignment': ['u32', ALIGNMENT],
  }
}

function shapeFacts(shape: Shape): Record<string, Fact> {
  return {
    'llama.vocab_size': ['u32', shape.vocabulary],
    'llama.context_length': ['u32', shape.context],
    'llama.embedding_length': ['u32', shape.dim],
    'llama.block_count': ['u32', shape.layers],
    'llama.feed_forward_length': ['u32', shape.hidden],
    'llama.attention.head_count': ['u32', shape.heads],
    'llama.attention.head_count_kv': ['u32', shape.kvHeads],
    'llama.attention.layer_norm_rms_epsilon': ['f32', NORM_EPSILON],
    'llama.rope.dimension_count': ['u32', shape.dim / shape.heads],
    'llama.rope.freq_base': ['f32', ROPE_BASE],
  }
}

function tokenizerFacts(tokenizer: Tokenizer): Record<string, Fact> {
  const { tokens } = tokenizer
  const scores = tokens.map((_, token) => tokenizer.scoreOf(token))
  const kinds = tokens.map((_, token) => kindOf(token))
  return {
    'tokenizer.ggml.model': ['string', 'llama'],
    'tokenizer.ggml.pre': ['string', 'default'],
    'tokenizer.ggml.tokens': ['list', 'string', tokens],
    'tokenizer.ggml.scores': ['list', 'f32', scores],
    'tokenizer.ggml.token_type': ['list', 'i32', kinds],
    'tokenizer.ggml.bos_token_id': ['u32', START],
    'tokenizer.ggml.eos_token_id': ['u32', END],
    'tokenizer.ggml.unknown_token_id': ['u32', 0],
    'tokenizer.ggml.add_bos_token': ['bool', true],
    'tokenizer.ggml.add_eos_token': ['bool', false],
    'tokenizer.ggml.add_space_prefix': ['bool', true],
  }
}

function kindOf(token: number): number {
  if (token === 0) return KINDS.unknown
  if (token <= END) return KINDS.mark
  return token < PIECES ? KINDS.byte : KINDS.piece
}

/** Bytes that grow, low byte first. */
class Writer {
  #view = new DataView(new ArrayBuffer(1 << 16))
  #length = 0

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.#length)
  }

  /** @returns so many bytes at the end, to be filled */
  room(count: number): DataView {
    const end = this.#length + count
    if (end > this.#view.byteLength) {
      const larger = new Uint8Array(end * 2)
      larger.set(this.bytes())
      this.#view = new DataView(larger.buffer)
    }
    const room = new DataView(this.#view.buffer, this.#length, count)
    this.#length = end
    return room
  }

  align(): void {
    this.room(aligned(this.#length) - this.#length)
  }

  u32(value: number): void {
    this.room(4).setUint32(0, value, true)
  }

  u64(value: number): void {
    this.room(8).setBigUint64(0, BigInt(value), true)
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value)
    const room = this.room(bytes.length)
    bytes.forEach((byte, at) => room.setUint8(at, byte))
  }

  string(value: string): void {
    this.u64(new TextEncoder().encode(value).length)
    this.text(value)
  }

  fact(fact: Fact): void {
    if (fact[0] !== 'list') {
      this.u32(FACT_TYPES[fact[0]])
      return this.#value(fact[0], fact[1])
    }
    const [, type, items] = fact
    this.u32(LIST)
    this.u32(FACT_TYPES[type])
    this.u64(items.length)
    for (const item of items) this.#value(type, item)
  }

  #value(
    type: keyof typeof FACT_TYPES,
    value: number | boolean | string,
  ): void {
    if (type === 'string') this.string(String(value))
    else if (type === 'bool') this.room(1).setUint8(0, Number(value))
    else if (type === 'f32') this.room(4).setFloat32(0, Number(value), true)
    else if (type === 'i32') this.room(4).setInt32(0, Number(value), true)
    else this.u32(Number(value))
  }
}
