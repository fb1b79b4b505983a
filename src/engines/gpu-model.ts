/**
 * Models for the reader's graphics card, as WebLLM runs them: a folder of weights,
 * and a library of code for the card that was compiled for that model.
 */
import type { Model } from './engine.ts'

export interface GpuModel extends Model {
  /** As WebLLM's records call it, such as `Llama-3.2-1B-Instruct-q4f16_1-MLC`. */
  id: string
  /** The folder of its weights; two models may share one. It ends in `/`. */
  source: URL
  /** A `.wasm` file. */
  library: URL
  /** What is downloaded, by the number of its parameters and the bits of each: known only when it is there. */
  bytes: number
  /** Memory that it takes on the graphics card, in bytes, as WebLLM's records say; 0 where nobody says. */
  gpuBytes: number
  /** How many parameters, as its name says; 0 where it does not. */
  parameters: number
  /** Whether the card has to compute with 16-bit floats. */
  needsF16: boolean
  /** How large one buffer on the card has to be, in bytes; 0 for any. */
  bufferBytes: number
  /** What WebLLM's record changes in the model's own settings, as it says it. */
  overrides: Readonly<Record<string, unknown>>
}

export function isForGpu(model: Model): model is GpuModel {
  return 'library' in model
}
