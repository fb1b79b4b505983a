/**
 * One engine for many: whoever tells with it waits for who tells. So a page has
 * one model in memory, and loads it once.
 */
import type { Engine, Model, Piece, Progress, Wish } from '../engines/engine.ts'
import { isForGpu } from '../engines/gpu-model.ts'
import { Turns, UNWATCHED } from './turns.ts'
import type { Watcher } from './working.ts'

/** What is loaded, in words, as a watcher hears it. */
export const LOADED_WORDS: Record<Progress['phase'], string> = {
  engine: 'the engine',
  model: 'the model',
  memory: 'the model into the graphics card',
  start: '',
}

export class Narrator {
  readonly #make: (model: Model) => Engine
  /** The engine that is ready, and what it has loaded. */
  #ready: { engine: Engine; source: string | Blob } | undefined
  readonly #turns = new Turns()

  /** @param make gives an engine for a model, with nothing loaded */
  constructor(make: (model: Model) => Engine) {
    this.#make = make
  }

  /**
   * Tells by a wish, when all that came before is told.
   *
   * @param hear called with each piece, as it comes
   * @throws EngineError; the signal's reason where it was stopped
   */
  tell(
    model: Model,
    wish: Omit<Wish, 'signal'>,
    watcher: Watcher,
    hear: (piece: Piece) => void,
  ): Promise<void> {
    const { signal } = watcher
    return this.#turns.take(watcher, async (heard) => {
      const engine = await this.#load(model, heard)
      watcher.onReady()
      try {
        for await (const piece of engine.generate({ ...wish, signal })) {
          signal.throwIfAborted()
          hear(piece)
        }
      } catch (error) {
        // One that failed may be good for nothing: the next wish loads anew.
        if (!signal.aborted) await this.#putAway()
        throw error
      }
    })
  }

  /**
   * Has a model ready before anybody wishes for something.
   *
   * @throws EngineError; the signal's reason where it was stopped
   */
  load(model: Model, watcher: Watcher): Promise<void> {
    return this.#turns.take(watcher, async (heard) => {
      await this.#load(model, heard)
      watcher.onReady()
    })
  }

  /** Has a model ready ahead; trouble is told to who tells with it. */
  prepare(model: Model): void {
    void this.load(model, UNWATCHED).catch(() => {})
  }

  /** Gives the memory back, when all that came before is told. */
  putAway(): Promise<void> {
    return this.#turns.take(UNWATCHED, () => this.#putAway())
  }

  /** Whether a wish for this model is told at once. */
  isReady(model: Model): boolean {
    return this.#ready?.source === sourceOf(model)
  }

  async #load(model: Model, watcher: Watcher): Promise<Engine> {
    const source = sourceOf(model)
    if (this.#ready?.source === source) return this.#ready.engine
    await this.#putAway()
    const engine = this.#make(model)
    await engine.load(({ phase, loaded, total }) => {
      if (total > 0 && phase !== 'start') {
        watcher.onProgress(loaded, total, LOADED_WORDS[phase])
      } else watcher.onTold?.('Getting ready …')
    }, watcher.signal)
    this.#ready = { engine, source }
    return engine
  }

  async #putAway(): Promise<void> {
    const { engine } = this.#ready ?? {}
    this.#ready = undefined
    await engine?.dispose()
  }
}

/** Two models are the same by their address, or by being one file; those for the card by their name. */
function sourceOf(model: Model): string | Blob {
  const { source } = model
  if (isForGpu(model)) return `${model.id} ${model.source.href}`
  return source instanceof URL ? source.href : source
}
