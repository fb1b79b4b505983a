/** A GGUF file of one small tensor, whole and with a vocabulary, to be broken by tests. */

const encoder = new TextEncoder()

export interface GgufParts {
  version: number
  architecture: string | null
  tokens: string[]
  types: number[]
  /** What the header says of the weights: numbers of type F32. */
  numbers: number
  /** How many bytes of them are there. */
  bytes: number
}

const WHOLE: GgufParts = {
  version: 3,
  architecture: 'llama',
  tokens: ['<unk>', '<s>', '</s>', '<0x0A>', ' wick'],
  types: [2, 3, 3, 6, 1],
  numbers: 8,
  bytes: 32,
}

export function gguf(parts: Partial<GgufParts> = {}): Blob {
  const all = { ...WHOLE, ...parts }
  const values = [
    ...(all.architecture
      ? [text('general.architecture', all.architecture)]
      : []),
    [string('llama.context_length'), uint32(4), uint32(320)],
    [string('general.alignment'), uint32(4), uint32(32)],
    list('tokenizer.ggml.tokens', 8, all.tokens.map(string)),
    list('tokenizer.ggml.token_type', 5, all.types.map(uint32)),
  ]
  const header = join([
    encoder.encode('GGUF'),
    uint32(all.version),
    uint64(1),
    uint64(values.length),
    ...values.flat(),
    // One tensor of one dimension, of F32, at the start of the weights.
    string('token_embd.weight'),
    uint32(1),
    uint64(all.numbers),
    uint32(0),
    uint64(0),
  ])
  const padding = new Uint8Array((32 - (header.length % 32)) % 32)
  return new Blob([join([header, padding, new Uint8Array(all.bytes)])])
}

function text(name: string, value: string): Uint8Array[] {
  return [string(name), uint32(8), string(value)]
}

function list(name: string, type: number, values: Uint8Array[]): Uint8Array[] {
  return [
    string(name),
    uint32(9),
    uint32(type),
    uint64(values.length),
    ...values,
  ]
}

function string(value: string): Uint8Array {
  const bytes = encoder.encode(value)
  return join([uint64(bytes.length), bytes])
}

function uint32(value: number): Uint8Array {
  return new Uint8Array(new Uint32Array([value]).buffer)
}

function uint64(value: number): Uint8Array {
  return new Uint8Array(new BigUint64Array([BigInt(value)]).buffer)
}

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}
