/**
 * A model on its way: how far it is, how fast it comes, and how long it takes
 * yet. To pause ends the Worker; what is stored by then stays, and the next
 * load goes on from there.
 */
import type { Model } from '../../engines/engine.ts'
import { isForGpu, type GpuModel } from '../../engines/gpu-model.ts'
import { bytesWords } from '../../figures/model-choice.ts'
import { LOADED_WORDS } from '../narrating.ts'
import { narrator } from '../narrator.ts'
import type { Watcher } from '../working.ts'
import { Transfer } from './transfer.ts'

/** In their order, as the card shows them. */
const PHASES = [
  LOADED_WORDS.engine,
  LOADED_WORDS.model,
  LOADED_WORDS.memory,
] as const

export class ModelLoading {
  readonly #card: HTMLElement
  /** Is told, in words, where another phase begins. */
  readonly #say: (words: string) => void
  #job: AbortController | undefined
  #model: GpuModel | undefined
  #isPaused = false
  #transfer = new Transfer()
  #phase = -1
  /** Settles when nothing is loaded any more. */
  #ended: Promise<unknown> = Promise.resolve()

  constructor(card: HTMLElement, say: (words: string) => void) {
    this.#card = card
    this.#say = say
  }

  /** What is on its way, or was last. */
  get model(): GpuModel | undefined {
    return this.#model
  }

  /** Whether a model was paused on its way. */
  isPaused(id: string): boolean {
    return this.#isPaused && this.#model?.id === id
  }

  get isBusy(): boolean {
    return this.#job !== undefined
  }

  /**
   * @returns whether it is there; not where it was stopped
   * @throws EngineError
   */
  async load(model: Model): Promise<boolean> {
    const job = new AbortController()
    this.#job = job
    this.#model = isForGpu(model) ? model : undefined
    this.#isPaused = false
    this.#phase = -1
    this.#draw('', 0, 0)
    const loading = narrator.load(model, this.#watcher(job.signal))
    this.#ended = loading.catch(() => {})
    try {
      await loading
      return true
    } catch (error) {
      if (job.signal.aborted) return false
      throw error
    } finally {
      this.#job = undefined
    }
  }

  /** What is stored by then stays, and the next load goes on from there. */
  async pause(): Promise<void> {
    const stopped = this.stop()
    this.#isPaused = true
    await stopped
  }

  async stop(): Promise<void> {
    this.#isPaused = false
    this.#job?.abort()
    await this.#ended
  }

  #watcher(signal: AbortSignal): Watcher {
    return {
      signal,
      onReady: () => {},
      onTold: (words) => this.#draw(words, 0, 0),
      onProgress: (loaded, total, what) => {
        const phase = PHASES.findIndex((words) => words === what)
        if (phase !== this.#phase) this.#begin(phase, what)
        this.#transfer.note(loaded, performance.now())
        const sizes = `${bytesWords(loaded)} of ${bytesWords(total)}`
        const rate = this.#transfer.words(total)
        this.#draw([sizes, rate].filter(Boolean).join(', '), loaded, total)
      },
    }
  }

  #begin(phase: number, what: string): void {
    this.#phase = phase
    this.#transfer = new Transfer()
    this.#say(`Loading ${what} …`)
    for (const [at, item] of this.#phases.entries()) {
      item.toggleAttribute('data-done', at < phase)
      item.ariaCurrent = at === phase ? 'step' : null
    }
  }

  #draw(words: string, loaded: number, total: number): void {
    const bar = this.#piece<HTMLProgressElement>('.chat-loading progress')
    if (total > 0) {
      bar.max = total
      bar.value = loaded
    } else bar.removeAttribute('value')
    this.#piece('.chat-transfer').textContent = words
  }

  get #phases(): NodeListOf<HTMLElement> {
    return this.#card.querySelectorAll('.chat-phases li')
  }

  #piece<E extends HTMLElement>(selector: string): E {
    return this.#card.querySelector<E>(selector)!
  }
}
