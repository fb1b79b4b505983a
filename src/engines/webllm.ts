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
import { readDevice, reasonAgainst, reasonOfCard } from './webllm-device.ts'
import { failuresOf, refused } from './webllm-failures.ts'
import { Line } from './webllm-line.ts'
import { hasFilesOf } from './webllm-weights.ts'
import { chatWishOf } from './webllm-wish.ts'
import type { ModelRecord } from './webllm-wire.ts'
import { bytes, default as script } from './webllm.worker.ts?outward'

const SCRIPT = new URL(script, import.meta.url)

const UNLOADED = 'No model is loaded. Load it first.'

/** An engine for this model, with nothing loaded. */
export function webllm(model: GpuModel): Engine {
  return new WebLlm(model)
}

class WebLlm implements Engine {
  readonly #model: GpuModel
  #line: Line | null = null
  /** Aborts where what is loaded is wanted no more. */
  #loading = new AbortController()
  /** Why there is no line. */
  #reason: unknown = new EngineError(UNLOADED)
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
    this.#reason = new EngineError(UNLOADED)
    const ends = AbortSignal.any([signal, this.#loading.signal])
    await checkDevice(this.#model)
    ends.throwIfAborted()
    await fetchScript(hear, ends)
    const line = this.#call()
    try {
      const record = recordOf(this.#model)
      for await (const said of line.ask({ kind: 'load', record }, ends))
        if (said.kind === 'progress') {
          const { phase, loaded, total } = said
          hear({ phase, loaded, total })
        }
    } catch (error) {
      // A download stops with its Worker only. What is stored by then stays.
      line.hangUp(error)
      throw error
    }
  }

  async *generate(wish: Wish): AsyncIterable<Piece> {
    const { signal } = wish
    const done = await this.#turn(signal)
    const line = this.#line
    try {
      if (!line) throw this.#reason
      const stop = () => line.stop()
      signal.addEventListener('abort', stop)
      try {
        const ask = { kind: 'tell', wish: chatWishOf(wish) } as const
        for await (const said of line.ask(ask, signal)) {
          if (said.kind === 'piece') yield { ...UNTOLD, text: said.text }
          // The mark that closes a text comes as a piece without any.
          if (said.kind === 'told' && said.isWhole)
            yield { ...UNTOLD, text: '' }
        }
      } finally {
        // Whoever waits no more has it stop, too.
        stop()
        signal.removeEventListener('abort', stop)
      }
    } finally {
      // The next one waits until the card is free.
      void (line?.answered ?? Promise.resolve()).then(done)
    }
  }

  async dispose(): Promise<void> {
    this.#putAway(new EngineError('The model was put away. Load it again.'))
  }

  #call(): Line {
    const worker = new Worker(SCRIPT, { type: 'module' })
    const line = new Line(worker, failuresOf(this.#model))
    this.#line = line
    line.end.addEventListener('abort', () => {
      if (this.#line === line) this.#putAway(line.end.reason)
    })
    return line
  }

  #putAway(reason: unknown): void {
    this.#reason = reason
    const line = this.#line
    this.#line = null
    line?.hangUp(reason)
    this.#loading.abort(reason)
    this.#loading = new AbortController()
  }

  /** Waits until all that came before are told. @returns what says that this one is, too */
  async #turn(signal: AbortSignal): Promise<() => void> {
    const before = this.#lastTurn
    const told = new AbortController()
    const turn = new Promise<void>((resolve) => {
      told.signal.addEventListener('abort', () => resolve())
    })
    this.#lastTurn = before.then(() => turn)
    const stopped = new Promise<never>((_, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    try {
      await Promise.race([before, stopped])
      return () => told.abort()
    } catch (error) {
      told.abort()
      throw error
    }
  }
}

const UNTOLD = { id: -1, logprob: Number.NaN, top: [] }

const TYPES: Record<GpuModel['kind'], number> = {
  text: 0,
  vectors: 1,
  pictures: 2,
}

function recordOf(model: GpuModel): ModelRecord {
  const { id, source, library, kind, overrides, manifest } = model
  return {
    model: source.href,
    model_id: id,
    model_lib: library.href,
    model_type: TYPES[kind],
    ...(manifest && { model_manifest: manifest }),
    overrides,
  }
}

/**
 * Asks the device before anything is downloaded: WebLLM does so after.
 *
 * @throws {EngineError} where the model cannot run, or has no room
 */
async function checkDevice(model: GpuModel): Promise<void> {
  const device = await readDevice()
  const reason = (await hasFilesOf(model.source.href))
    ? reasonOfCard(model, device)
    : reasonAgainst(model, device)
  if (reason) throw refused(model, reason)
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
