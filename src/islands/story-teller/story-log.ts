/** The log “Story”: what was given, and what comes behind it. */
import { storyMarkup } from '../../figures/story.ts'
import { Speech } from '../speech.ts'

export class StoryLog {
  readonly #place: HTMLElement
  readonly #speech: Speech

  constructor(place: HTMLElement) {
    this.#place = place
    this.#speech = new Speech(place)
  }

  /** Shows a story that comes no further here, from its start or to its end. */
  show(prompt: string, text: string, toEnd = false): void {
    this.#place.innerHTML = storyMarkup(prompt, text)
    this.#place.scrollTop = toEnd ? this.#place.scrollHeight : 0
  }

  /** Goes on behind what was said. */
  open(prompt: string, text: string): void {
    this.show(prompt, text, true)
    this.#speech.open(/(^|\n)$/.test(prompt + text))
  }

  /** @returns whether a sentence has come to its end */
  add(text: string): boolean {
    return this.#speech.add(text)
  }

  /** What is still coming has come. */
  close(): void {
    this.#speech.close()
  }
}
