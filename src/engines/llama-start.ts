/** Starts llama.cpp with a file, which may fail without a word. */
import type { Wllama } from '@wllama/wllama/esm/index.js'
import { readGguf, type Gguf } from './gguf.ts'
import { listener, rejection, unstarted } from './llama-failures.ts'
import type { Library } from './runtime.ts'

/** Longer contexts take memory that no page of ours has a use for. */
const MOST_CONTEXT = 4096

/** Setting up takes a second; a large file, a second for so many bytes. */
const START_LIMIT = 30_000
const BYTES_A_SECOND = 20_000_000

export interface Started {
  wllama: Wllama
  gguf: Gguf
  /** How many tokens it looks back on here. */
  context: number
  /** What llama.cpp complained of, one line each. */
  said: string[]
  /** To be aborted, with an EngineError, when this one can tell nothing any more. */
  end: AbortController
  /** Rejects then. */
  ended: Promise<never>
}

/**
 * @param name of the model, for messages
 * @throws {EngineError}; the signal's reason where it was stopped
 */
export async function startLlama(
  library: Library,
  file: Blob,
  name: string,
  signal: AbortSignal,
): Promise<Started> {
  const gguf = await readGguf(file, name)
  signal.throwIfAborted()
  const said: string[] = []
  const failed = new AbortController()
  const wllama = new library.Wllama(
    { default: 'wllama.wasm' },
    {
      // Nothing is downloaded or kept by the package.
      cacheManager: {} as never,
      modelManager: {} as never,
      logger: listener(said, failed),
    },
  )
  wllama.setCompat({ worker: { code: ' ' }, wasm: 'wllama.wasm' })
  const context = Math.min(gguf.contextLength || MOST_CONTEXT, MOST_CONTEXT)
  const limit = START_LIMIT + Math.ceil((file.size / BYTES_A_SECOND) * 1000)
  const late = AbortSignal.timeout(limit)
  try {
    await Promise.race([
      wllama.loadModel([file], {
        n_threads: 1,
        n_gpu_layers: 0,
        n_ctx: context,
        n_batch: context,
        n_parallel: 1,
        log_level: 4,
      }),
      rejection(AbortSignal.any([signal, late, failed.signal])),
    ])
  } catch (error) {
    await wllama.exit()
    signal.throwIfAborted()
    throw unstarted(name, said, error)
  }
  const end = new AbortController()
  return { wllama, gguf, context, said, end, ended: rejection(end.signal) }
}
