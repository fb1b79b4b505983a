import { expect, test } from 'vitest'
import { writeGguf } from './gguf.ts'
import { tensorsOf, type Model, type Shape } from './model.ts'
import { NUMBER_TYPES, type NumberType } from './number-types.ts'
import { readGguf } from './read-gguf.ts'
import { SPACE, Tokenizer } from './tokenizer.ts'

const tokenizer = new Tokenizer({ pieces: [`${SPACE}a`, SPACE, 'a'] })
const shape: Shape = {
  dim: 64,
  hidden: 32,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  vocabulary: tokenizer.tokens.length,
  context: 8,
}
const label = {
  name: 'A test',
  description: 'Nothing that was learned',
  author: 'Nobody',
  license: 'apache-2.0',
}

/** Numbers that are as mixed as those of a model. */
function numbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, at) => Math.sin(at * seed))
}

const model: Model = {
  shape,
  tensors: new Map(
    tensorsOf(shape).map(({ name, rows, columns }, index) => [
      name,
      numbers(rows * columns, index + 1.5),
    ]),
  ),
}

function there(type: NumberType) {
  return writeGguf(model, tokenizer, { label, numbers: type })
}

test('in 32 bits, all comes back as it was', () => {
  const back = readGguf(there('f32'))
  expect(back.shape).toEqual(shape)
  expect(back.tensors).toEqual(model.tensors)
  expect(back.tokenizer.tokens).toEqual(tokenizer.tokens)
  expect(back.facts.get('general.name')).toBe('A test')
  expect(back.facts.get('tokenizer.ggml.add_space_prefix')).toBe(true)
  expect(back.facts.get('tokenizer.ggml.scores')).toEqual(
    tokenizer.tokens.map((_, token) => tokenizer.scoreOf(token)),
  )
})

test.each<[NumberType, error: number]>([
  ['f16', 2 ** -12],
  ['q8_0', 0.5 / 127 + 2 ** -11],
])(
  'as %s, matrices come back nearly, and norms as they were',
  (type, error) => {
    const back = readGguf(there(type))
    for (const [name, values] of model.tensors) {
      const found = back.tensors.get(name)!
      if (name.includes('norm')) expect(found).toEqual(values)
      else {
        const worst = values.reduce(
          (most, value, at) => Math.max(most, Math.abs(value - found[at]!)),
          0,
        )
        expect(worst).toBeLessThanOrEqual(error)
        expect(worst).toBeGreaterThan(0)
      }
    }
  },
)

test('the file begins as the format says, and its parts are aligned', () => {
  const bytes = there('q8_0')
  const view = new DataView(bytes.buffer)
  expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe('GGUF')
  expect(view.getUint32(4, true)).toBe(3)
  expect(view.getBigUint64(8, true)).toBe(20n)
  expect(bytes.length % 32).toBe(0)
})

test('kinds of tokens are those of llama.cpp', () => {
  const kinds = readGguf(there('f16')).facts.get('tokenizer.ggml.token_type')
  const bytes = Array.from({ length: 256 }, () => 6)
  expect(kinds).toEqual([2, 3, 3, ...bytes, 1, 1, 1])
})

test('a block has a scale and 32 steps, rounded away from zero', () => {
  const values = new Float32Array(64)
  values.set([127, -127, 0.5, -0.5, 1.5, 1.49])
  const view = new DataView(new ArrayBuffer(NUMBER_TYPES.q8_0.bytesFor(64)))
  NUMBER_TYPES.q8_0.write(values, view)
  expect(view.byteLength).toBe(68)
  expect(view.getUint16(0, true)).toBe(0x3c00)
  const steps = new Int8Array(view.buffer, 2, 6)
  expect(Array.from(steps)).toEqual([127, -127, 1, -1, 2, 1])
  expect(new Uint8Array(view.buffer, 34)).toEqual(new Uint8Array(34))
})

test('what is no such file is refused', () => {
  const bytes = there('q8_0')
  expect(() => readGguf(new Uint8Array(64))).toThrow('no GGUF file')
  expect(() => readGguf(bytes.subarray(0, 2))).toThrow('ends too early')
  for (let end = 100; end < bytes.length - 32; end += 997) {
    expect(() => readGguf(bytes.subarray(0, end))).toThrow('ends too early')
  }
  const other = bytes.slice()
  other.set(new TextEncoder().encode('llamb'), bytes.indexOf(0x6c, 60))
  expect(() => readGguf(other)).toThrow()
})
