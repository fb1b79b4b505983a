/**
 * WebLLM in a page: models on the reader's own graphics card. Importing this is
 * cheap: the library is larger than all other scripts of the site, and comes when
 * a model is loaded, once, for its Worker alone.
 */
import { fetchBytes, LoadError } from '../fetching.ts'
import {
  EngineError,
  type Engine,
  type Piece,
  type Progress,
  type Wish,
} from './engine.ts'
import type { GpuModel } from './gpu-model.ts'
import { fallOf } from './odds.ts'
import { crashed, failureOf } from './webllm-failures.ts'
import type { Ask, ModelRecord, Said } from './webllm-wire.ts'
import { bytes, default as script } from './webllm.worker.ts?outward'

const SCRIPT = new URL(script, import.meta.url)

/** An engine for this model, with nothing loaded. */
export function webllm(model: GpuModel): Engine {
  return new WebLlm(model)
}

class WebLlm implements Engine {
  readonly #model: GpuModel
  #worker: Worker | null = null
  /** Aborts with what went wrong where the Worker is no more. */
  #end = new AbortController()
  /** Resolves when the last wish that came is told or stopped. */
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(model: GpuModel) {
    this.#model = model
  }

  async load(
    hear: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted()
    this.#putAway(new EngineError('The model was loaded anew.'))
    const end = this.#end
    // A download stops with its Worker only. What is stored by then stays.
    const stop = () => this.#putAway(signal.reason)
    signal.addEventListener('abort', stop)
    try {
      await fetchScript(hear, AbortSignal.any([signal, end.signal]))
      end.signal.throwIfAborted()
      this.#worker = this.#start()
      const loading = this.#ask({ kind: 'load', record: recordOf(this.#model) })
      for await (const said of loading) if (said.kind === 'progress') hear(said)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  async *generate(wish: Wish): AsyncIterable<Piece> {
    const { signal, topK: _cutsByTopPAlone, ...asked } = wish
    const done = await this.#turn(signal)
    try {
      const worker = this.#worker
      if (!worker) throw new EngineError('No model is loaded. Load it first.')
      const stop = () => worker.postMessage({ kind: 'stop' } satisfies Ask)
      signal.addEventListener('abort', stop)
      try {
        for await (const said of this.#ask({
          kind: 'tell',
          wish: { ...asked, seed: spread(asked.seed) },
        })) {
          if (said.kind === 'piece') yield { ...UNTOLD, text: said.text }
          // The mark that closes a text comes as a piece without any.
          if (said.kind === 'told' && said.isWhole)
            yield { ...UNTOLD, text: '' }
        }
        signal.throwIfAborted()
      } finally {
        // Whoever waits no more has it stop, too.
        stop()
        signal.removeEventListener('abort', stop)
      }
    } finally {
      done()
    }
  }

  async dispose(): Promise<void> {
    this.#putAway(new EngineError('The model was put away. Load it again.'))
  }

  #start(): Worker {
    const worker = new Worker(SCRIPT, { type: 'module' })
    worker.addEventListener('error', ({ message }) =>
      this.#putAway(crashed(message)),
    )
    return worker
  }

  /** Nobody waits for what the Worker says any more. */
  #putAway(reason: unknown): void {
    this.#end.abort(reason)
    this.#end = new AbortController()
    this.#worker?.terminate()
    this.#worker = null
  }

  /** What the Worker says to one thing that it is asked, up to its end. */
  async *#ask(ask: Exclude<Ask, { kind: 'stop' }>): AsyncIterable<Said> {
    const worker = this.#worker!
    const { signal } = this.#end
    const listening = new AbortController()
    const heard = new ReadableStream<Said>({
      start: (controller) => {
        signal.addEventListener(
          'abort',
          () => controller.error(signal.reason),
          { signal: listening.signal },
        )
        worker.addEventListener(
          'message',
          ({ data }: MessageEvent<Said>) => {
            if (data.kind === 'failed') {
              controller.error(failureOf(data, this.#model))
              return
            }
            controller.enqueue(data)
            if (data.kind === 'loaded' || data.kind === 'told')
              controller.close()
          },
          { signal: listening.signal },
        )
      },
    }).getReader()
    worker.postMessage(ask)
    try {
      for (;;) {
        const { done, value } = await heard.read()
        if (done) return
        yield value
      }
    } finally {
      listening.abort()
    }
  }

  /** Waits until all that came before are told. @returns what says that this one is, too */
  async #turn(signal: AbortSignal): Promise<() => void> {
    const before = this.#lastTurn
    const told = new AbortController()
    this.#lastTurn = new Promise<void>((resolve) => {
      told.signal.addEventListener('abort', () => resolve())
    })
    await before
    if (!signal.aborted) return () => told.abort()
    told.abort()
    throw signal.reason
  }
}

/**
 * The library's chance is a product of its seed, at first a very small one for
 * small seeds: 1 and 2 would draw the same first token, and each list that is
 * asked for by many seeds would begin alike.
 */
function spread(seed: number): number {
  return 1 + Math.floor(fallOf(seed, 0) * (2 ** 31 - 2))
}

const UNTOLD = { id: -1, logprob: Number.NaN, top: [] }

function recordOf({ id, source, library, overrides }: GpuModel): ModelRecord {
  return {
    model: source.href,
    model_id: id,
    model_lib: library.href,
    overrides,
  }
}

/** A Worker says neither how far its script is, nor why it did not come: so the page asks for it first. */
async function fetchScript(
  hear: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const onProgress = (progress: { loaded: number; total: number }) =>
    hear({ phase: 'engine', ...progress })
  try {
    await fetchBytes(SCRIPT, bytes, {
      signal,
      onProgress,
      what: 'WebLLM',
      kind: { name: 'a script', start: '' },
    })
  } catch (error) {
    if (error instanceof LoadError)
      throw new EngineError(error.message, { cause: error })
    throw error
  }
}
