/**
 * How far loading is. WebLLM tells it in words for people, and only of whole parts
 * of the weights, which are up to 32 MiB each; the rest is counted as it comes.
 */
import type { Progress } from './engine.ts'
import type { Coming } from './webllm-downloads.ts'

export class LoadingProgress {
  /** Bytes of all weights; 0 until the model's list of them is read. */
  #whole = 0
  #there = 0
  #most = 0
  #areWeightsNext = false
  readonly #coming = new Map<string, Coming>()

  /** The model's list of its files is there: what comes from here on are weights. */
  expect(bytes: number): void {
    this.#whole = bytes
  }

  /**
   * @param report as WebLLM's callback is given it
   * @returns how far it is; null where it says nothing that counts
   */
  told({
    progress,
    text,
  }: {
    progress: number
    text: string
  }): Progress | null {
    const there = Math.round(progress * this.#whole) || 0
    if (text.startsWith('Loading model from cache'))
      return { phase: 'memory', loaded: there, total: this.#whole }
    if (text.startsWith('Loading GPU shader modules')) {
      const [, at = 0, of = 0] = /\[(\d+)\/(\d+)\]/.exec(text) ?? []
      return { phase: 'start', loaded: Number(at), total: Number(of) }
    }
    const isStart = text.startsWith('Start to fetch params')
    if (!isStart && !text.startsWith('Fetching param cache')) return null
    this.#areWeightsNext = true
    this.#there = there
    for (const [url, { isDone }] of this.#coming)
      if (isDone) this.#coming.delete(url)
    return this.#weights()
  }

  /** A file is on its way: of weights, or what goes before them, which is a part of the engine. */
  came(coming: Coming): Progress {
    const { url, loaded, total } = coming
    if (!this.#areWeightsNext) return { phase: 'engine', loaded, total }
    this.#coming.set(url, coming)
    return this.#weights()
  }

  #weights(): Progress {
    let sum = this.#there
    for (const { loaded } of this.#coming.values()) sum += loaded
    // A part that is done is counted twice for a moment, and then once.
    this.#most = Math.min(Math.max(this.#most, sum), this.#whole)
    return { phase: 'model', loaded: this.#most, total: this.#whole }
  }
}
