/** Reset, as cards have it: back to the original, and once more back from there. */
import type { LiveIsland, State } from './island.ts'

interface Words {
  /** Of a state that is untouched already. */
  untouched: string
  /** When the original is there. */
  reset: string
  /** When the reader's own state is there again. */
  undone: string
}

export class Resetting<S extends State> {
  readonly #island: LiveIsland<S>
  readonly #words: Words
  readonly #say: (words: string) => void
  #before: S | undefined

  constructor(
    island: LiveIsland<S>,
    words: Words,
    say: (words: string) => void,
  ) {
    this.#island = island
    this.#words = words
    this.#say = say
  }

  /** Back to the original. @returns whether anything changed */
  reset(): boolean {
    if (this.#island.isUntouched) {
      this.#say(this.#words.untouched)
      return false
    }
    this.replace(this.#island.untouched)
    this.#say(this.#words.reset)
    return true
  }

  /** Puts another state in the place of the reader's, which can be undone. */
  replace(state: S): void {
    const before = this.#island.state
    this.#island.restore(state)
    this.#remember(before)
  }

  /** @returns whether anything changed */
  undo(): boolean {
    if (!this.#before) return false
    this.#island.restore(this.#before)
    this.#remember(undefined)
    this.#say(this.#words.undone)
    return true
  }

  /** The reader goes on: what was before cannot come back any more. */
  forget(): void {
    this.#remember(undefined)
  }

  #remember(state: S | undefined): void {
    if (state === this.#before) return
    this.#before = state
    const button = this.#island.querySelector<HTMLElement>(
      '[data-act="reset"], [data-act="undo-reset"]',
    )!
    button.textContent = state ? 'Undo reset' : 'Reset'
    button.dataset['act'] = state ? 'undo-reset' : 'reset'
  }
}
