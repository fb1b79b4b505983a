/** Reads what `gguf.ts` writes, so that what is shipped can be checked by itself. */
import { aligned, ALIGNMENT, FACT_TYPES, LIST, MAGIC, VERSION } from './gguf.ts'
import {
  NORM_EPSILON,
  ROPE_BASE,
  tensorsOf,
  type Model,
  type Shape,
} from './model.ts'
import { NUMBER_TYPES } from './number-types.ts'
import { PIECES, Tokenizer } from './tokenizer.ts'

type Facts = ReadonlyMap<string, unknown>

export interface Gguf extends Model {
  /** All that the file says about itself, by name. */
  facts: Facts
  tokenizer: Tokenizer
}

interface TensorInfo {
  count: number
  code: number
  /** From where the numbers begin. */
  offset: number
}

/** @throws Error for what is no GGUF file of a Llama like ours */
export function readGguf(bytes: Uint8Array): Gguf {
  const reader = new Reader(bytes)
  if (reader.text(4) !== MAGIC || reader.u32() !== VERSION) {
    throw new Error(`This is no ${MAGIC} file of version ${VERSION}.`)
  }
  const tensorCount = reader.u64()
  const factCount = reader.u64()
  const facts = new Map<string, unknown>()
  for (let each = 0; each < factCount; each++) {
    facts.set(reader.string(), reader.value(reader.u32()))
  }
  const infos = new Map<string, TensorInfo>()
  for (let each = 0; each < tensorCount; each++) {
    infos.set(reader.string(), reader.tensorInfo())
  }
  const start = aligned(reader.at)
  const shape = shapeIn(facts)
  const tensors = new Map<string, Float32Array>()
  for (const { name, rows, columns } of tensorsOf(shape)) {
    const info = infos.get(name)
    if (info?.count !== rows * columns) {
      throw new Error(`The tensor ${name} is missing, or of another size.`)
    }
    tensors.set(name, reader.numbers(start, info))
  }
  return { facts, shape, tensors, tokenizer: tokenizerIn(facts) }
}

function shapeIn(facts: Facts): Shape {
  expectFact(facts, 'general.architecture', 'llama')
  expectFact(facts, 'general.alignment', ALIGNMENT)
  expectFact(facts, 'llama.rope.freq_base', ROPE_BASE)
  expectFact(
    facts,
    'llama.attention.layer_norm_rms_epsilon',
    Math.fround(NORM_EPSILON),
  )
  return {
    dim: numberIn(facts, 'llama.embedding_length'),
    hidden: numberIn(facts, 'llama.feed_forward_length'),
    layers: numberIn(facts, 'llama.block_count'),
    heads: numberIn(facts, 'llama.attention.head_count'),
    kvHeads: numberIn(facts, 'llama.attention.head_count_kv'),
    vocabulary: numberIn(facts, 'llama.vocab_size'),
    context: numberIn(facts, 'llama.context_length'),
  }
}

function tokenizerIn(facts: Facts): Tokenizer {
  const tokens = facts.get('tokenizer.ggml.tokens') as string[]
  return new Tokenizer({ pieces: tokens.slice(PIECES) })
}

function expectFact(facts: Facts, name: string, value: unknown): void {
  const found = facts.get(name)
  if (found === value) return
  throw new Error(`${name} is ${String(found)}, not ${String(value)}.`)
}

function numberIn(facts: Facts, name: string): number {
  const value = facts.get(name)
  if (typeof value === 'number') return value
  throw new Error(`The file does not say ${name}.`)
}

/** Walks through bytes, low byte first. */
class Reader {
  at = 0
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  u32(): number {
    return this.#take(4).getUint32(0, true)
  }

  u64(): number {
    return Number(this.#take(8).getBigUint64(0, true))
  }

  text(length: number): string {
    return new TextDecoder().decode(this.#take(length))
  }

  string(): string {
    return this.text(this.u64())
  }

  value(type: number): unknown {
    switch (type) {
      case FACT_TYPES.u32:
        return this.u32()
      case FACT_TYPES.i32:
        return this.#take(4).getInt32(0, true)
      case FACT_TYPES.f32:
        return this.#take(4).getFloat32(0, true)
      case FACT_TYPES.bool:
        return this.#take(1).getUint8(0) !== 0
      case FACT_TYPES.string:
        return this.string()
      case LIST: {
        const item = this.u32()
        return Array.from({ length: this.u64() }, () => this.value(item))
      }
      default:
        throw new Error(`A fact has the type ${type}, which is not read here.`)
    }
  }

  tensorInfo(): TensorInfo {
    const lengths = Array.from({ length: this.u32() }, () => this.u64())
    const count = lengths.reduce((product, each) => product * each, 1)
    return { count, code: this.u32(), offset: this.u64() }
  }

  numbers(start: number, { count, code, offset }: TensorInfo): Float32Array {
    const type = Object.values(NUMBER_TYPES).find((each) => each.code === code)
    if (!type) throw new Error(`Numbers of the type ${code} are not read here.`)
    this.at = start + offset
    const values = new Float32Array(count)
    type.read(this.#take(type.bytesFor(count)), values)
    return values
  }

  /** @throws RangeError behind the end */
  #take(length: number): DataView {
    const start = this.#view.byteOffset + this.at
    if (this.at + length > this.#view.byteLength) {
      throw new RangeError('The file ends too early.')
    }
    this.at += length
    return new DataView(this.#view.buffer, start, length)
  }
}
