/** What is in the page of tests of WebLLM: its door, and what calls it. */
import type { Engine, Progress, Wish } from '../engines/engine.ts'
import { EngineError } from '../engines/engine.ts'
import type { GpuModel } from '../engines/gpu-model.ts'
import { readDevice } from '../engines/webllm-device.ts'
import { gpuModels } from '../engines/webllm-models.ts'
import { webllm } from '../engines/webllm.ts'

/** What came of loading. */
interface Loaded {
  steps: Progress[]
  /** Empty where it is ready. */
  says: string
  help: readonly string[]
}

const door = {
  gpuModels,
  readDevice,
  /** The first of WebLLM's own, but from another place. */
  model(
    changes: { source: string; library: string } & Record<string, unknown>,
  ) {
    return {
      ...gpuModels[0]!,
      name: 'Tale',
      needsF16: false,
      bytes: 1000,
      ...changes,
      source: new URL(changes.source),
      library: new URL(changes.library),
    } as GpuModel
  },
  webllm,
  /** Stops what `load` is at. */
  stop: new AbortController(),
  async load(engine: Engine): Promise<Loaded> {
    const steps: Progress[] = []
    const hear = (progress: Progress) => void steps.push(progress)
    try {
      await engine.load(hear, door.stop.signal)
      return { steps, says: '', help: [] }
    } catch (error) {
      const { name, message } = error as Error
      const help = error instanceof EngineError ? error.help : []
      return { steps, says: `${name}: ${message}`, help }
    }
  },
  wish(asked: Partial<Wish> = {}): Wish {
    return {
      prompt: 'Once',
      maxTokens: 5,
      temperature: 0,
      topK: 0,
      topP: 1,
      seed: 1,
      signal: new AbortController().signal,
      ...asked,
    }
  },
  /** What is told, with a bar after each piece, and what it fails with. */
  async tell(engine: Engine, asked: Partial<Wish> = {}): Promise<string> {
    let told = ''
    try {
      for await (const { text } of engine.generate(door.wish(asked)))
        told += `${text}|`
    } catch (error) {
      told += String(error)
    }
    return told
  },
}

declare global {
  interface Window {
    door: typeof door
  }
}

window.door = door
