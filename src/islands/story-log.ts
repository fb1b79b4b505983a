/**
 * The log “Story”. A screen reader hears whole sentences: the one that is still
 * coming is there to be seen only, until its last sign is there.
 */
import { storyMarkup } from '../figures/story.ts'

/** The end of a sentence, with what may close behind it, and of a line. */
const SENTENCE = /^[^]*?(?:[.!?]["’”')]*(?=\s)|\n)/

export class StoryLog {
  readonly #place: HTMLElement
  readonly #coming = document.createElement('span')
  #rest = ''

  constructor(place: HTMLElement) {
    this.#place = place
    this.#coming.ariaHidden = 'true'
    this.#coming.className = 'unfinished'
  }

  /** Shows a story that comes no further here, from its start or to its end. */
  show(prompt: string, text: string, toEnd = false): void {
    this.#place.innerHTML = storyMarkup(prompt, text)
    this.#place.scrollTop = toEnd ? this.#place.scrollHeight : 0
  }

  /** Goes on behind what was said: nothing of that is said again. */
  open(prompt: string, text: string): void {
    this.show(prompt, text, true)
    this.#place.ariaLive = 'polite'
    this.#rest = ''
    if (/(^|\n)$/.test(prompt + text)) this.#newParagraph()
    this.#write('')
  }

  /** @returns whether a sentence has come to its end */
  add(text: string): boolean {
    // Whoever has scrolled back to read goes on reading there.
    const { scrollTop, clientHeight, scrollHeight } = this.#place
    const follows = scrollTop + clientHeight > scrollHeight - 40
    this.#rest += text
    let ended = false
    for (;;) {
      const [sentence] = SENTENCE.exec(this.#rest) ?? []
      if (!sentence) break
      this.#rest = this.#rest.slice(sentence.length)
      this.#write(sentence)
      ended = true
    }
    this.#coming.textContent = this.#rest
    if (follows) this.#place.scrollTop = this.#place.scrollHeight
    return ended
  }

  /** What is still coming has come. */
  close(): void {
    this.#write(this.#rest)
    this.#rest = ''
    this.#coming.remove()
    this.#place.ariaLive = 'off'
  }

  #write(words: string): void {
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) this.#newParagraph()
      if (!line) continue
      const said = document.createElement('span')
      said.textContent = line
      this.#paragraph.append(said)
    }
    this.#coming.textContent = ''
    this.#paragraph.append(this.#coming)
  }

  get #paragraph(): HTMLElement {
    const last = this.#place.lastElementChild
    return (last as HTMLElement | null) ?? this.#newParagraph()
  }

  #newParagraph(): HTMLElement {
    const last = this.#place.lastElementChild
    const isEmpty = last !== null && !last.textContent
    if (isEmpty) return last as HTMLElement
    const paragraph = document.createElement('p')
    this.#place.append(paragraph)
    return paragraph
  }
}
