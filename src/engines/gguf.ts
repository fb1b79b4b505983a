/**
 * Reads the header of a GGUF file, the format of llama.cpp, and says in words
 * what is wrong with a file that is none, before anything is loaded.
 */
import { EngineError } from './engine.ts'
import { GgufReader } from './gguf-reader.ts'

/** What an engine has to know of a model. */
export interface Gguf {
  /** The family it belongs to, such as `llama`. */
  architecture: string
  /** How many tokens it looks back on. */
  contextLength: number
  /** The texts of marks, such as `</s>`, which no reader's text may make. */
  marks: string[]
}

const MAGIC = 'GGUF'
const VERSIONS = new Set([2, 3])

/** Vocabularies of a quarter of a million tokens fit into it. */
const HEADER_BYTES = 64 * 1024 * 1024

/** Kinds of tokens that stand for no text of their own. */
const UNKNOWN = 2
const CONTROL = 3

/** Numbers in a block and the block's bytes, for each of ggml's types in use. */
const BLOCKS = new Map([
  [0, [1, 4]], // F32
  [1, [1, 2]], // F16
  [2, [32, 18]], // Q4_0
  [3, [32, 20]], // Q4_1
  [6, [32, 22]], // Q5_0
  [7, [32, 24]], // Q5_1
  [8, [32, 34]], // Q8_0
  [10, [256, 84]], // Q2_K
  [11, [256, 110]], // Q3_K
  [12, [256, 144]], // Q4_K
  [13, [256, 176]], // Q5_K
  [14, [256, 210]], // Q6_K
  [30, [1, 2]], // BF16
])

/**
 * Reads what stands before the weights, and holds the file's size against it.
 *
 * @param name of the file, for messages
 * @throws {EngineError} for what is no GGUF, or not a whole one
 */
export async function readGguf(file: Blob, name: string): Promise<Gguf> {
  const head = await file.slice(0, HEADER_BYTES).arrayBuffer()
  const bytes = new Uint8Array(head)
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) {
    throw new EngineError(
      `${name} is no GGUF file: it does not begin with “GGUF”. ` +
        `Choose a model in llama.cpp's format, whose name mostly ends in .gguf.`,
    )
  }
  try {
    return read(new GgufReader(head), file.size, name)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new EngineError(
      `${name} ends, or makes no sense, within its header. It was probably not ` +
        `downloaded to its end: fetch it again.`,
      { cause: error },
    )
  }
}

function read(reader: GgufReader, size: number, name: string): Gguf {
  reader.skip(MAGIC.length)
  const version = reader.uint32()
  if (!VERSIONS.has(version)) {
    throw new EngineError(
      `${name} is GGUF of version ${version}; versions 2 and 3 can be read. ` +
        `Choose a file that was made by a llama.cpp of 2023 or later.`,
    )
  }
  const tensors = reader.uint64()
  const values = reader.values(reader.uint64())
  const architecture = values.get('general.architecture')
  if (typeof architecture !== 'string') {
    throw new EngineError(
      `${name} does not say of what architecture it is. Choose a model that ` +
        `was made for llama.cpp, whole and not an adapter.`,
    )
  }
  const needed = endOfWeights(reader, tensors, values)
  if (size < needed) {
    throw new EngineError(
      `${name} is truncated: ${size} of at least ${needed} bytes are there. ` +
        `Fetch it again.`,
    )
  }
  const contextLength = values.get(`${architecture}.context_length`)
  return {
    architecture,
    contextLength: typeof contextLength === 'number' ? contextLength : 0,
    marks: marks(values),
  }
}

/** How many bytes the file has at least. */
function endOfWeights(
  reader: GgufReader,
  tensors: number,
  values: ReadonlyMap<string, unknown>,
): number {
  let end = 0
  for (let index = 0; index < tensors; index++) {
    reader.text()
    const sizes = Array.from({ length: reader.uint32() }, () => reader.uint64())
    const [numbers, bytes] = BLOCKS.get(reader.uint32()) ?? [1, 0]
    const count = sizes.reduce((product, each) => product * each, 1)
    end = Math.max(end, reader.uint64() + (count / numbers!) * bytes!)
  }
  const alignment = Number(values.get('general.alignment') ?? 32)
  return Math.ceil(reader.at / alignment) * alignment + end
}

function marks(values: ReadonlyMap<string, unknown>): string[] {
  const tokens = values.get('tokenizer.ggml.tokens')
  const types = values.get('tokenizer.ggml.token_type')
  if (!Array.isArray(tokens) || !Array.isArray(types)) return []
  return (tokens as string[]).filter(
    (text, id) => text && [UNKNOWN, CONTROL].includes(types[id] as number),
  )
}
