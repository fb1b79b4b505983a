/**
 * How large models for the graphics card are. WebLLM's records say what memory
 * they take, and not what is downloaded; that follows from the number of
 * parameters and the bits of each, and was held against files that were weighed.
 */

/**
 * Bits of a parameter, by how weights are written. With 4 bits, 32 weights share
 * a scale, of 16 or 32 bits; with 3, ten of them are in 32 bits, and 40 share one of 16.
 */
const BITS: Readonly<Record<string, number>> = {
  q0f32: 32,
  q0f16: 16,
  q4f32_1: 4 + 32 / 32,
  q4f16_1: 4 + 16 / 32,
  q3f16_1: 32 / 10 + 16 / 40,
}

/**
 * Billions of parameters where a name tells none, or rounds them by more than a
 * twentieth. Source: the model cards at https://huggingface.co, of the model that
 * was converted, not of the conversion.
 */
const BILLIONS: readonly (readonly [RegExp, number])[] = [
  [/^Phi-3\.5-vision/, 4.15],
  [/^Phi-(?:3|3\.5|4)-mini/, 3.82],
  [/^phi-2-/, 2.78],
  [/^phi-1_5-/, 1.42],
  [/^snowflake-arctic-embed-m-/, 0.109],
  [/^snowflake-arctic-embed-s-/, 0.033],
  // "E" is for effective: two of its five billions compute at a time.
  [/^gemma-4-E2B/, 5.1],
  [/^gemma-2-2b/, 2.61],
  [/^gemma-2b/, 2.51],
  [/^OLMo-2-0425-1B/, 1.48],
  [/^RedPajama-INCITE-Chat-3B/, 2.78],
  [/^Llama-2-7b/, 6.74],
  [/^Llama-3\.2-1B/, 1.24],
  [/^(?:Hermes-3-)?Llama-3\.2-3B/, 3.21],
  [/Qwen(?:2|2\.5)?-(?:Coder-|Math-)?7B/, 7.62],
  [/^(?:Mistral|WizardMath)-7B|Mistral-7B/, 7.24],
  [/^Ministral-3-3B/, 3.43],
]

/** Bytes of all files of the weights that were weighed, by the folder's name. */
const WEIGHED: Readonly<Record<string, number>> = {
  'SmolLM2-360M-Instruct-q4f32_1-MLC': 226e6,
  'SmolLM2-135M-Instruct-q0f32-MLC': 540e6,
  'Llama-3.2-1B-Instruct-q4f16_1-MLC': 700e6,
  'Llama-3.2-1B-Instruct-q4f32_1-MLC': 770e6,
  'Llama-2-7b-chat-hf-q4f16_1-MLC': 3.8e9,
  'Llama-2-7b-chat-hf-q4f32_1-MLC': 4.2e9,
  'Mistral-7B-Instruct-v0.2-q4f16_1-MLC': 4.1e9,
  'Mistral-7B-Instruct-v0.3-q4f16_1-MLC': 4.1e9,
  'TinyLlama-1.1B-Chat-v1.0-q4f16_1-MLC': 620e6,
}

export interface Size {
  bytes: number
  isEstimated: boolean
}

/** @returns how the weights of a model of this name are written; '' where it does not say */
export function quantizationOf(id: string): string {
  return /-(q\df(?:16|32)(?:_\d)?)(?:-|$)/.exec(id)?.[1] ?? ''
}

/** @returns how many parameters a model of this name has; 0 where nobody says */
export function parametersOf(id: string): number {
  for (const [name, billions] of BILLIONS)
    if (name.test(id)) return Math.round(billions * 1e9)
  const [, count, unit] = /-(\d+(?:[._]\d+)?)([bm])(?:-|$)/i.exec(id) ?? []
  if (!count) return 0
  const each = unit!.toLowerCase() === 'b' ? 1e9 : 1e6
  return Math.round(Number(count.replace('_', '.')) * each)
}

/**
 * @param folder the name of the folder that its weights lie in
 * @returns what is downloaded; 0 bytes where neither name nor scales say it
 */
export function sizeOf(folder: string): Size {
  const weighed = WEIGHED[folder]
  if (weighed) return { bytes: weighed, isEstimated: false }
  return { bytes: estimateOf(folder), isEstimated: true }
}

/** The same by parameters and bits alone. */
export function estimateOf(folder: string): number {
  const bits = BITS[quantizationOf(folder)] ?? 0
  return Math.round((parametersOf(folder) * bits) / 8)
}
