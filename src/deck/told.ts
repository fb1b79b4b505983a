/**
 * What a follower was told: the last word on everything, however often the line
 * is lost and whatever the follower does meanwhile. Each time the slides open,
 * an ear hears all of it.
 */
import type { Channel } from './door.ts'
import { heard, isLater, type Said } from './message.ts'

export class Told {
  readonly #words = new Map<string, Said>()

  /**
   * Remembers a word. Stamps are the speaker’s, and held against no clock here.
   * @returns the word if it is news; `'older'` or `'newer'` where it is of another
   *   version; undefined for everything else
   */
  hear(data: unknown): Said | 'older' | 'newer' | undefined {
    const message = heard(data, Infinity)
    if (message === 'older' || message === 'newer') return message
    if (message?.kind !== 'said') return undefined
    const known = this.#words.get(message.name)
    if (known && !isLater(message.stamp, known.stamp)) return undefined
    this.#words.set(message.name, message)
    return message
  }

  get words(): Iterable<Said> {
    return this.#words.values()
  }

  /** The last word on something; undefined where nobody said any. */
  known(name: string): unknown {
    return this.#words.get(name)?.value
  }
}

/** What slides say and hear that follow: nothing goes any further. */
export class Ear implements Channel {
  readonly #hearers = new Set<(event: MessageEvent<unknown>) => void>()
  readonly #asked: () => void
  readonly #moved: () => void

  /**
   * @param asked is called when slides want to hear all
   * @param moved is called when whoever follows has moved
   */
  constructor(asked: () => void, moved: () => void) {
    this.#asked = asked
    this.#moved = moved
  }

  hear(said: Said): void {
    const event = new MessageEvent('message', { data: said })
    for (const hear of this.#hearers) hear(event)
  }

  postMessage(message: { kind: string; name?: string }): void {
    if (message.kind === 'hello') queueMicrotask(this.#asked)
    else if (message.name === 'place') this.#moved()
  }

  addEventListener: Channel['addEventListener'] = (_, hear, options) => {
    this.#hearers.add(hear)
    options?.signal.addEventListener('abort', () => this.#hearers.delete(hear))
  }

  close(): void {
    this.#hearers.clear()
  }
}
