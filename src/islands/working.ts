/**
 * The work behind a card's primary button, one job at a time: the button is
 * Stop as long as it takes, with progress beside it, and trouble below with a
 * retry.
 */
import { showLoading } from './loading.ts'
import { showTrouble, WorkFailure } from './trouble.ts'

/** Who waits for a job: may stop it, and hears how far it is. */
export interface Watcher {
  signal: AbortSignal
  /** Bytes of something that is loaded, once, and its name. */
  onProgress: (loaded: number, total: number, what: string) => void
  onReady: () => void
  /** How far a long job is, in words; not every job says. */
  onTold?: (words: string) => void
}

const GIVEN_UP = new Error('Another state came.')

export class Working {
  readonly #card: HTMLElement
  /** The act of the primary button, and its word. */
  readonly #primary: readonly [act: string, word: string]
  #job: AbortController | undefined

  constructor(
    card: HTMLElement,
    primary: readonly [act: string, word: string],
  ) {
    this.#card = card
    this.#primary = primary
  }

  get isBusy(): boolean {
    return this.#job !== undefined
  }

  stop(): void {
    this.#job?.abort()
  }

  /** Another state comes: what is at work for the one before would spoil it. */
  giveUp(): void {
    if (!this.#job) return
    this.#job.abort(GIVEN_UP)
    this.#end(this.#job)
    this.status('')
  }

  /** @returns what came of a job; undefined when that was not to be. */
  async run<T>(job: (watcher: Watcher) => Promise<T>): Promise<T | undefined> {
    if (this.#job) return undefined
    const working = new AbortController()
    this.#job = working
    this.trouble('')
    this.#namePrimary('stop', 'Stop')
    this.status('Starting …')
    try {
      const came = await job({
        signal: working.signal,
        onProgress: (loaded, total, what) =>
          showLoading(this.#piece('.bar-status'), what, loaded, total),
        onReady: () => this.status('Running …'),
        onTold: (words) => this.status(words),
      })
      this.status('')
      return came
    } catch (error) {
      this.#failed(error as Error)
      return undefined
    } finally {
      this.#end(working)
    }
  }

  status(words: string): void {
    this.#piece('.bar-status').textContent = words
  }

  /** Says what went wrong, with a retry where that may help; '' takes it away. */
  trouble(words: string, retry = false): void {
    showTrouble(this.#piece('.trouble'), words, retry ? this.#primary[0] : '')
  }

  #end(working: AbortController): void {
    if (this.#job !== working) return
    this.#job = undefined
    this.#namePrimary(...this.#primary)
  }

  #failed(error: Error): void {
    if (error === GIVEN_UP) return
    const stopped = error.name === 'AbortError'
    this.status(stopped ? 'Stopped.' : '')
    if (stopped) return
    const retry = !(error instanceof WorkFailure) || error.retry
    this.trouble(error.message, retry)
  }

  #namePrimary(act: string, word: string): void {
    const button = this.#piece('.primary')
    button.textContent = word
    button.dataset['act'] = act
  }

  #piece(selector: string): HTMLElement {
    return this.#card.querySelector<HTMLElement>(selector)!
  }
}
