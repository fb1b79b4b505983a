/**
 * Turns: of what a page has one of (a Worker, a model), one job comes after the
 * other. While one loads, all who wait behind it see how far that is.
 */
import { stoppable } from './stoppable.ts'
import type { Watcher } from './working.ts'

/** For who loads something ahead: whoever needs it later is told of trouble. */
export const UNWATCHED: Watcher = {
  signal: new AbortController().signal,
  onProgress: () => {},
  onReady: () => {},
}

export class Turns {
  #queue: Promise<unknown> = Promise.resolve()
  readonly #waiting = new Set<Watcher>()

  /**
   * Does something when all that came before is done.
   *
   * @throws what it throws; the signal's reason where it was stopped
   */
  take<T>(watcher: Watcher, act: (watcher: Watcher) => Promise<T>): Promise<T> {
    const { signal } = watcher
    this.#waiting.add(watcher)
    const turn = this.#queue
      .then(() => {
        signal.throwIfAborted()
        return act({ ...watcher, onProgress: this.#progress })
      })
      .finally(() => this.#waiting.delete(watcher))
    this.#queue = turn.catch(() => {})
    return stoppable(turn, signal)
  }

  readonly #progress: Watcher['onProgress'] = (...progress) => {
    for (const { signal, onProgress } of this.#waiting) {
      if (!signal.aborted) onProgress(...progress)
    }
  }
}
