/**
 * Models for the reader's graphics card, as WebLLM runs them: a folder of weights,
 * and a library of code for the card that was compiled for that model.
 */
import type { Model } from './engine.ts'

export interface GpuModel extends Model {
  /** As WebLLM's records call it, such as `Llama-3.2-1B-Instruct-q4f16_1-MLC`. */
  id: string
  /** Whose it is, for lists: "Llama 2", "Qwen 2.5". */
  family: string
  /** The folder of its weights; two models may share one. It ends in `/`. */
  source: URL
  /** A `.wasm` file. */
  library: URL
  /** What is downloaded. */
  bytes: number
  /** Whether `bytes` follow from parameters and bits alone, as nobody weighed the files. */
  isEstimated: boolean
  /** Memory that it takes on the graphics card, in bytes, as WebLLM's records say; 0 where nobody says. */
  gpuBytes: number
  /** How many parameters; 0 where nobody says. */
  parameters: number
  /** How its weights are written, such as `q4f16_1`; empty where nobody says. */
  quantization: string
  /** How many tokens its context holds; 0 where nobody says. */
  contextTokens: number
  /** What it makes: text, text about pictures too, or vectors of numbers and no text at all. */
  kind: 'text' | 'pictures' | 'vectors'
  /** Whether the card has to compute with 16-bit floats. */
  needsF16: boolean
  /** How large one buffer on the card has to be, in bytes; 0 for any. */
  bufferBytes: number
  /** What WebLLM's record changes in the model's own settings, as it says it. */
  overrides: Readonly<Record<string, unknown>>
  /** A file beside the weights that lists the others, for models that have one. */
  manifest?: string
}

export function isForGpu(model: Model): model is GpuModel {
  return 'library' in model
}
