/**
 * Keeping: what the reader made of an island is there tomorrow. States lie in
 * this device's storage under the island's key, which names the untouched
 * original, so that an edited chapter never meets yesterday's answers.
 */
import type { State } from './state.ts'

const PREFIX = 'a-wasm-new-year:'

/** Called with a sentence when a change is not kept, and with '' once all are. */
type Complain = (words: string) => void

export class Keeping {
  readonly #waiting = new Map<string, State | null>()
  readonly #complain: Complain
  #timer = 0
  #complained = false

  constructor(complain: Complain) {
    this.#complain = complain
    for (const left of ['pagehide', 'visibilitychange']) {
      addEventListener(left, () => this.#write())
    }
  }

  /** @returns what was kept under the key, if it can be read. */
  get(key: string): State | undefined {
    const waiting = this.#waiting.get(key)
    if (waiting !== undefined) return waiting ?? undefined
    try {
      const text = localStorage.getItem(PREFIX + key)
      const state = text ? JSON.parse(text) : undefined
      return typeof state?.version === 'number' ? state : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps a state, soon; `null` forgets it. */
  set(key: string, state: State | null): void {
    this.setAtLeaving(key, state)
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#write(), 150)
  }

  /** Keeps what changes all the time once the page is left, or covered by another. */
  setAtLeaving(key: string, state: State | null): void {
    this.#waiting.set(key, state)
  }

  /** One that cannot be kept does not keep the others from being kept. */
  #write(): void {
    let words = ''
    for (const [key, state] of this.#waiting) {
      try {
        if (state) localStorage.setItem(PREFIX + key, JSON.stringify(state))
        else localStorage.removeItem(PREFIX + key)
        this.#waiting.delete(key)
      } catch (error) {
        words = complaint(error as Error)
      }
    }
    if (words || this.#complained) this.#complain(words)
    this.#complained = words !== ''
  }
}

function complaint({ name }: Error): string {
  return name === 'QuotaExceededError'
    ? 'Your change is not kept: this browser’s storage for the site is full. Copy the program to be safe.'
    : 'Your change is not kept: this browser forbids the site to store anything. Copy the program to be safe.'
}
