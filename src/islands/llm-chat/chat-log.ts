/** The log “Conversation”: what was said, and the answer that is still coming. */
import {
  conversationMarkup,
  howWords,
  turnMarkup,
  type Answered,
  type Turn,
} from '../../figures/chat.ts'
import { Speech } from '../speech.ts'

export class ChatLog {
  readonly #place: HTMLElement
  #speech: Speech | undefined

  constructor(place: HTMLElement) {
    this.#place = place
  }

  /** Shows what comes no further here, to its end. */
  show(turns: readonly Turn[]): void {
    this.#speech = undefined
    this.#place.ariaLive = 'off'
    this.#place.innerHTML = conversationMarkup(turns)
    this.#place.scrollTop = this.#place.scrollHeight
  }

  /** An answer begins behind these turns. */
  open(turns: readonly Turn[], answer: Answered): void {
    this.show(turns)
    this.#place.insertAdjacentHTML('beforeend', turnMarkup(answer))
    const text = this.#place.lastElementChild!.querySelector('.turn-text')!
    this.#speech = new Speech(this.#place, text as HTMLElement)
    this.#speech.open(true)
    this.#place.scrollTop = this.#place.scrollHeight
  }

  /** @returns whether a sentence has come to its end */
  add(text: string): boolean {
    return this.#speech?.add(text) ?? false
  }

  /** What is still coming has come, in this way. */
  close(answer: Answered): void {
    this.#speech?.close()
    this.#speech = undefined
    const how = this.#place.lastElementChild?.querySelector('.turn-how')
    if (how) how.textContent = howWords(answer)
  }
}
