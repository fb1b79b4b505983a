import { expect, test } from 'vitest'
import { gpuRecords } from '../site/webllm-records.ts'
import { modelsOf } from './webllm-records.ts'
import { estimateOf, sizeOf } from './webllm-sizes.ts'

const models = modelsOf(gpuRecords())
const byId = new Map(models.map((model) => [model.id, model]))

test('each record of WebLLM’s is a model, and can be told from all others', () => {
  expect(models).toHaveLength(gpuRecords().length)
  expect(models).toHaveLength(165)
  expect(new Set(models.map(({ name }) => name)).size).toBe(165)
  expect(new Set(models.map(({ id }) => id)).size).toBe(165)
})

test('those for who knows none stand first', () => {
  const names = models.slice(0, 10).map(({ name }) => name)
  expect(names).toEqual([
    'Llama 2 7B chat, q4f16_1, 1k context',
    'Llama 2 7B chat, q4f32_1, 1k context',
    'Mistral 7B Instruct v0.2, q4f16_1',
    'Mistral 7B Instruct v0.3, q4f32_1',
    'SmolLM2 360M Instruct, q4f32_1',
    'SmolLM2 135M Instruct, q0f32',
    'Llama 3.2 1B Instruct, q4f16_1',
    'Llama 3.2 1B Instruct, q4f32_1',
    'TinyLlama 1.1B Chat v1.0, q4f16_1',
    'TinyLlama 1.1B Chat v1.0, q4f32_1',
  ])
})

test.each(models.map((model) => [model.id, model] as const))(
  '%s says all that a page shows',
  (id, model) => {
    const { source, library, bytes, gpuBytes, parameters } = model
    expect(source.href).toMatch(/^https:\/\/huggingface\.co\/mlc-ai\/[^/]+\/$/)
    expect(library.href).toMatch(
      /^https:\/\/raw\.githubusercontent\.com\/.*\.wasm$/,
    )
    expect(parameters).toBeGreaterThan(3e7)
    expect(parameters).toBeLessThan(8e10)
    expect(model.quantization).toMatch(/^q[034]f(?:16|32)(?:_1)?$/)
    // Weights are on the card, all of them, and more.
    expect(bytes).toBeGreaterThan(gpuBytes / 10)
    expect(bytes).toBeLessThan(gpuBytes)
    expect(model.family).not.toBe('Others')
    expect(model.needsF16).toBe(/f16/.test(id))
    expect(model.name).not.toMatch(/MLC|hf\b|undefined/)
    if (model.kind !== 'vectors')
      expect(model.contextTokens).toBeGreaterThan(1000)
  },
)

test('four make vectors, and two read pictures', () => {
  const kinds = models.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'vectors')).toHaveLength(4)
  expect(kinds.filter((kind) => kind === 'pictures')).toHaveLength(2)
})

test('whatever says that it needs 16-bit floats has them in its name', () => {
  const declared = gpuRecords().filter((record) =>
    JSON.stringify(record).includes('shader-f16'),
  )
  for (const { model_id } of declared)
    expect(byId.get(model_id)!.needsF16).toBe(true)
})

test.each([
  ['SmolLM2-360M-Instruct-q4f32_1-MLC', 226e6],
  ['SmolLM2-135M-Instruct-q0f32-MLC', 540e6],
  ['Llama-3.2-1B-Instruct-q4f16_1-MLC', 700e6],
  ['Llama-3.2-1B-Instruct-q4f32_1-MLC', 770e6],
  ['Llama-2-7b-chat-hf-q4f16_1-MLC', 3.8e9],
  ['Llama-2-7b-chat-hf-q4f32_1-MLC', 4.2e9],
  ['Mistral-7B-Instruct-v0.2-q4f16_1-MLC', 4.1e9],
  ['Mistral-7B-Instruct-v0.3-q4f16_1-MLC', 4.1e9],
  ['TinyLlama-1.1B-Chat-v1.0-q4f16_1-MLC', 620e6],
])('%s, which was weighed, would be estimated well', (folder, bytes) => {
  expect(sizeOf(folder)).toEqual({ bytes, isEstimated: false })
  expect(Math.abs(estimateOf(folder) / bytes - 1)).toBeLessThan(0.02)
})

test('models of one folder are one download', () => {
  const [long, short] = ['', '-1k'].map((end) =>
    byId.get(`Llama-2-7b-chat-hf-q4f16_1-MLC${end}`),
  )
  expect(long!.bytes).toBe(short!.bytes)
  expect(long!.source.href).toBe(short!.source.href)
  expect([long!.contextTokens, short!.contextTokens]).toEqual([4096, 1024])
})

test('a name that tells nothing has no size', () => {
  expect(sizeOf('something')).toEqual({ bytes: 0, isEstimated: true })
})

test('Gemma 4 brings the list of its files', () => {
  expect(byId.get('gemma-4-E2B-it-q4f16_1-MLC')).toMatchObject({
    manifest: 'mlc-model-manifest.json',
    bufferBytes: 201_326_592,
    family: 'Gemma 4',
  })
})
