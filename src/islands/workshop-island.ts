/**
 * The base of islands whose programs the Worker runs or checks: one primary
 * button, which is Stop while it works; progress, and trouble with a retry.
 */
import {
  completionsAt,
  describeAt,
  type LanguageName,
} from '../examplescript/examplescript.ts'
import type { Acts } from './island.ts'
import { showLoading } from './loading.ts'
import { ProgramIsland, type ProgramState } from './program-island.ts'
import { showTrouble, WorkFailure } from './trouble.ts'
import type { Watcher } from './workshop.ts'

const GIVEN_UP = new Error('Another state came.')

export abstract class WorkshopIsland<
  S extends ProgramState,
> extends ProgramIsland<S> {
  /** The act of the primary button, and its word. */
  protected abstract readonly primary: readonly [act: string, word: string]
  #working: AbortController | undefined

  protected get language(): LanguageName {
    return this.dataset['language'] as LanguageName
  }

  protected override get help() {
    return this.language === 'examplescript'
      ? { describe: describeAt, complete: completionsAt }
      : undefined
  }

  protected override get acts(): Acts {
    return { ...super.acts, stop: () => this.#working?.abort() }
  }

  /** Another state comes: what is at work for the one before would spoil it. */
  protected giveUp(): void {
    if (!this.#working) return
    this.#working.abort(GIVEN_UP)
    this.#end(this.#working)
    this.status('')
  }

  /** @returns what came of a job; undefined when that was not to be. */
  protected async working<T>(
    job: (watcher: Watcher) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.#working) return undefined
    const working = new AbortController()
    this.#working = working
    this.trouble('')
    this.#namePrimary('stop', 'Stop')
    this.status('Starting …')
    try {
      const came = await job({
        signal: working.signal,
        onProgress: (loaded, total, what) =>
          showLoading(this.piece('.bar-status'), what, loaded, total),
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

  #end(working: AbortController): void {
    if (this.#working !== working) return
    this.#working = undefined
    this.#namePrimary(...this.primary)
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
    const button = this.piece('.primary')
    button.textContent = word
    button.dataset['act'] = act
  }

  /** Says what went wrong, with a retry where that may help; '' takes it away. */
  protected trouble(words: string, retry = false): void {
    showTrouble(this.piece('.trouble'), words, retry ? this.primary[0] : '')
  }
}
