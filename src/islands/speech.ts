/**
 * A text that comes in pieces into a log. A screen reader hears whole sentences:
 * the one that is still coming is there to be seen only, until its last sign is
 * there.
 */

/** The end of a sentence, with what may close behind it, and of a line. */
const SENTENCE = /^[^]*?(?:[.!?]["’”')]*(?=\s)|\n)/

export class Speech {
  readonly #log: HTMLElement
  /** What the paragraphs stand in: the log, or a part of it. */
  readonly #place: HTMLElement
  readonly #coming = document.createElement('span')
  #rest = ''

  constructor(log: HTMLElement, place = log) {
    this.#log = log
    this.#place = place
    this.#coming.ariaHidden = 'true'
    this.#coming.className = 'unfinished'
  }

  /** Goes on behind what stands there, of which nothing is said again. */
  open(inNewParagraph: boolean): void {
    this.#log.ariaLive = 'polite'
    this.#rest = ''
    if (inNewParagraph) this.#newParagraph()
    this.#write('')
  }

  /** @returns whether a sentence has come to its end */
  add(text: string): boolean {
    // Whoever has scrolled back to read goes on reading there.
    const { scrollTop, clientHeight, scrollHeight } = this.#log
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
    if (follows) this.#log.scrollTop = this.#log.scrollHeight
    return ended
  }

  /** What is still coming has come. */
  close(): void {
    this.#write(this.#rest)
    this.#rest = ''
    this.#coming.remove()
    this.#log.ariaLive = 'off'
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
