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
import { ProgramIsland, type ProgramState } from './program-island.ts'
import { WorkFailure, type Watcher } from './workshop.ts'

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
        onProgress: (...progress) => this.#progress(...progress),
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

  #progress(loaded: number, total: number, what: string): void {
    const status = this.piece('.bar-status')
    const words = `Loading ${what}, once: ${loadedWords(loaded, total)}`
    let bar = status.querySelector('progress')
    if (!bar) {
      bar = document.createElement('progress')
      status.replaceChildren('', bar)
    }
    bar.ariaLabel = `Loading ${what}`
    bar.max = total
    bar.value = loaded
    if (status.firstChild!.textContent !== words) {
      status.firstChild!.textContent = words
    }
  }

  /** Says what went wrong, with a retry where that may help; '' takes it away. */
  protected trouble(words: string, retry = false): void {
    const place = this.piece('.trouble')
    place.hidden = !words
    place.textContent = words
    if (!retry) return
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['act'] = this.primary[0]
    button.textContent = 'Try again'
    place.append(button)
  }
}

/** A live region speaks each change: whole megabytes are enough, or hundreds of KB. */
function loadedWords(loaded: number, total: number): string {
  if (total >= MEGABYTES)
    return `${rounded(loaded, 1e6)} of ${rounded(total, 1e6)} MB`
  const hundreds = loaded < total ? Math.floor(loaded / 1e5) * 1e5 : loaded
  return `${rounded(hundreds, 1000)} of ${rounded(total, 1000)} KB`
}

/** What is as large is told in megabytes. */
const MEGABYTES = 5e6

function rounded(bytes: number, unit: number): string {
  return (bytes / unit).toLocaleString('en', { maximumFractionDigits: 0 })
}
