/**
 * WebLLM's own list of models, as ours. The list comes with the library, which is
 * larger than all other scripts of the site: so the build takes it out
 * (`site/webllm-records.ts`), and page and build make the same models of it.
 */
import type { GpuModel } from './gpu-model.ts'
import { parametersOf, quantizationOf, sizeOf } from './webllm-sizes.ts'

/** What is read of a record of WebLLM's, under its own names. */
export interface GpuRecord {
  model: string
  model_id: string
  model_lib: string
  /** 1 makes vectors, 2 reads pictures too. */
  model_type?: number
  model_manifest?: string
  vram_required_MB?: number
  buffer_size_required_bytes?: number
  overrides?: { context_window_size?: number }
}

/** Those that stand first, in this order: what the talk is about, and what is small. */
const FIRST = [
  'Llama-2-7b-chat-hf-q4f16_1-MLC-1k',
  'Llama-2-7b-chat-hf-q4f32_1-MLC-1k',
  'Mistral-7B-Instruct-v0.2-q4f16_1-MLC',
  'Mistral-7B-Instruct-v0.3-q4f32_1-MLC',
  'SmolLM2-360M-Instruct-q4f32_1-MLC',
  'SmolLM2-135M-Instruct-q0f32-MLC',
  'Llama-3.2-1B-Instruct-q4f16_1-MLC',
  'Llama-3.2-1B-Instruct-q4f32_1-MLC',
  'TinyLlama-1.1B-Chat-v1.0-q4f16_1-MLC',
  'TinyLlama-1.1B-Chat-v1.0-q4f32_1-MLC',
]

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^Llama-(\d(?:\.\d)?)-/, 'Llama $1'],
  [/^Qwen(\d(?:\.\d)?)-/, 'Qwen $1'],
  [/^(?:Open|Neural)?Hermes/, 'Hermes'],
  [
    /^(TinyLlama|SmolLM2|Mistral|Ministral|DeepSeek|WizardMath|RedPajama)/,
    '$1',
  ],
  [/^gemma-?(\d)-(?:\d|E)/, 'Gemma $1'],
  [/^gemma/, 'Gemma 1'],
  [/^phi-?(\d)/i, 'Phi $1'],
  [/^OLMo-2/, 'OLMo 2'],
  [/^stablelm-2/, 'StableLM 2'],
  [/^snowflake/, 'Snowflake Arctic'],
]

const KINDS = ['text', 'vectors', 'pictures'] as const

/** WebLLM counts memory in these. */
const MIB = 1024 ** 2

/** WebLLM's list, in the order that it is shown in. */
export function modelsOf(records: readonly GpuRecord[]): GpuModel[] {
  return records
    .map(gpuModelOf)
    .sort((one, other) => placeOf(one) - placeOf(other))
}

export function gpuModelOf(record: GpuRecord): GpuModel {
  const { model_id: id, model, model_manifest: manifest, overrides } = record
  const folder = model.split('/').findLast(Boolean)!
  return {
    id,
    name: nameOf(id),
    family: familyOf(id),
    source: new URL(model.endsWith('/') ? model : `${model}/`),
    library: new URL(record.model_lib),
    ...sizeOf(folder),
    gpuBytes: Math.round((record.vram_required_MB ?? 0) * MIB),
    parameters: parametersOf(id),
    quantization: quantizationOf(id),
    contextTokens: overrides?.context_window_size ?? 0,
    kind: KINDS[record.model_type ?? 0]!,
    // Its own list of features says so for a part of them only.
    needsF16: quantizationOf(id).includes('f16'),
    bufferBytes: record.buffer_size_required_bytes ?? 0,
    overrides: { ...overrides },
    ...(manifest && { manifest }),
  }
}

/** `Llama-2-7b-chat-hf-q4f16_1-MLC-1k` → `Llama 2 7B chat, q4f16_1, 1k context`. */
function nameOf(id: string): string {
  const quantization = quantizationOf(id)
  const [model, rest = ''] = id.split(`-${quantization}`)
  const words = model!
    .replace(/-hf$/, '')
    .replaceAll(/(?<=-\d+(?:[._]\d+)?)b(?=-|$)/g, 'B')
    .replaceAll('_', '.')
    .replaceAll('-', ' ')
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
  const kept = rest.replace(/^-MLC-?/, '').replace(/^\dk$/, '$& context')
  return [words, quantization, kept].filter(Boolean).join(', ')
}

function familyOf(id: string): string {
  for (const [pattern, name] of FAMILIES) {
    const [found] = pattern.exec(id) ?? []
    if (found) return found.replace(pattern, name)
  }
  return 'Others'
}

function placeOf({ id }: GpuModel): number {
  const place = FIRST.indexOf(id)
  return place < 0 ? FIRST.length : place
}
