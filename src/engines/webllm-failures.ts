/** How WebLLM fails, in words for readers: what happened, and what to do. */
import { EngineError } from './engine.ts'
import type { GpuModel } from './gpu-model.ts'
import type { Said } from './webllm-wire.ts'

/** @param said as it came out of the library */
export function failureOf(
  { name, message }: Extract<Said, { kind: 'failed' }>,
  model: GpuModel,
): EngineError {
  return new EngineError(
    `${model.name} failed: ${name}: ${message}. Try again, or choose another model.`,
    { help: ['smaller-model'] },
  )
}

/** The Worker stopped by itself. */
export function crashed(message: string): EngineError {
  return new EngineError(
    `The engine stopped: ${message || 'its Worker ended'}. Load the model again, or choose a smaller one.`,
    { help: ['smaller-model'] },
  )
}
