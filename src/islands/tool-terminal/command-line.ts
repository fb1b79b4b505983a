/**
 * The text box “Command line”: history by arrow keys, completion by Tab, Ctrl-C.
 * Enter is the page's business, as it may come before this script.
 */
import { choicesMarkup } from '../../figures/terminal.ts'
import { complete, sharedStart, type Choice } from '../../terminal/terminal.ts'

interface Heard {
  /** The names of the files there are. */
  files(): Iterable<string>
  changed(): void
  /** Ctrl-C, with what stood in the line. */
  interrupted(line: string): void
}

/** Choices that are shown at once. */
const MOST_CHOICES = 12

export class CommandLine {
  readonly #box: HTMLInputElement
  readonly #choices: HTMLElement
  readonly #heard: Heard
  #history: string[] = []
  /** Where in the history the line is; behind its end, it is the reader's own. */
  #at = 0
  #own = ''

  constructor(card: HTMLElement, heard: Heard) {
    this.#box = card.querySelector('.terminal-line input')!
    this.#choices = card.querySelector('.terminal-choices')!
    this.#heard = heard
    this.#box.addEventListener('keydown', (event) => this.#keyed(event))
    this.#box.addEventListener('input', () => this.#edited())
    this.#choices.addEventListener('click', ({ target }) => {
      const choice = (target as Element).closest<HTMLElement>('[data-choice]')
      if (choice) this.#choose(choice.dataset['choice']!)
    })
  }

  get text(): string {
    return this.#box.value
  }

  set text(text: string) {
    this.#box.value = text
    this.#offer([])
  }

  /** @returns the line, which is empty then */
  take(): string {
    const { text } = this
    this.text = ''
    return text
  }

  /** Lines that arrow keys bring back. */
  remember(lines: readonly string[]): void {
    for (const line of lines) {
      if (line !== this.#history.at(-1)) this.#history.push(line)
    }
    this.#at = this.#history.length
  }

  #edited(): void {
    this.#at = this.#history.length
    this.#offer([])
    this.#heard.changed()
  }

  #keyed(event: KeyboardEvent): void {
    const { key, ctrlKey, shiftKey, altKey, metaKey } = event
    const isPlain = !ctrlKey && !altKey && !metaKey
    const way = { ArrowUp: -1, ArrowDown: 1 }[key]
    if (way && isPlain && !shiftKey) {
      event.preventDefault()
      this.#recall(this.#at + way)
    } else if (key === 'Tab' && isPlain && !shiftKey) {
      // Where nothing can be completed, Tab leaves, as everywhere.
      if (this.#complete()) event.preventDefault()
    } else if (key === 'Escape') this.#offer([])
    else if (key === 'c' && ctrlKey && !this.#hasSelection) {
      event.preventDefault()
      this.#heard.interrupted(this.take())
      this.#heard.changed()
    }
  }

  get #hasSelection(): boolean {
    return this.#box.selectionStart !== this.#box.selectionEnd
  }

  #recall(at: number): void {
    const { length } = this.#history
    if (at < 0 || at > length) return
    if (this.#at === length) this.#own = this.text
    this.text = at === length ? this.#own : this.#history[at]!
    this.#at = at
    this.#box.setSelectionRange(this.text.length, this.text.length)
    this.#heard.changed()
  }

  /** @returns whether there was anything to complete */
  #complete(): boolean {
    const caret = this.#box.selectionStart ?? 0
    const before = this.text.slice(0, caret)
    if (!before.trim()) return false
    const { from, choices } = complete(before, this.#heard.files())
    const [only, other] = choices
    if (!only) return false
    const word = before.slice(from)
    if (!other) {
      if (word === only.text && this.text[caret] === ' ') return false
      this.#replace(from, caret, `${only.text} `)
      this.#offer(only.about ? [only] : [])
      return true
    }
    const shared = sharedStart(choices)
    if (shared !== word) this.#replace(from, caret, shared)
    this.#offer(choices)
    return true
  }

  #choose(text: string): void {
    const caret = this.#box.selectionStart ?? this.text.length
    const { from } = complete(this.text.slice(0, caret), [])
    this.#replace(from, caret, `${text} `)
    this.#offer([])
    this.#box.focus()
  }

  #replace(from: number, to: number, text: string): void {
    this.#box.setRangeText(text, from, to, 'end')
    this.#heard.changed()
  }

  #offer(choices: readonly Choice[]): void {
    const shown = choices.slice(0, MOST_CHOICES)
    this.#choices.hidden = shown.length === 0
    this.#choices.innerHTML = choicesMarkup(shown, choices.length)
  }
}
