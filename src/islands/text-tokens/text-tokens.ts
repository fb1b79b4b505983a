/**
 * <text-tokens>: the reader's text cut into tokens while it is typed, and how
 * one of its words came together. The tokenizer comes with this script.
 */
import {
  joiningMarkup,
  textSummary,
  textTokensMarkup,
} from '../../figures/text-tokens.ts'
import { cutText, joinSteps, type CutText } from '../../storyteller/cut.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { Resetting } from '../resetting.ts'

interface TextState extends State {
  text: string
  /** The number of the word whose coming together is shown. */
  word: number
}

/** Characters that are cut at most; what is longer keeps typing slow for nothing. */
const MOST = 10_000

class TextTokens extends LiveIsland<TextState> {
  readonly #resetting = new Resetting<TextState>(
    this,
    {
      untouched: 'This is the original.',
      reset: 'The original is back.',
      undone: 'Your text is back.',
    },
    (words) => this.#say(words),
  )
  #cut!: CutText
  #word = 0

  protected get acts(): Acts {
    return {
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  /** `word-N` shows how a word came together. */
  override act(name: string): void {
    const [, word] = /^word-(\d+)$/.exec(name) ?? []
    if (word === undefined) super.act(name)
    else this.#choose(Number(word))
  }

  protected mount(): void {
    const list = this.piece('.text-tokens')
    this.#word = this.untouched.word
    this.#box.addEventListener('input', () => this.#typed())
    this.#box.addEventListener('selectionchange', () => this.#followCaret())
    list.addEventListener('keydown', (event) => this.#walk(event))
    // Something may have been typed before this script was here.
    if (this.#box.value === this.untouched.text) this.#cutText()
    else this.#typed()
  }

  get state(): TextState {
    return { version: 1, text: this.#box.value, word: this.#word }
  }

  get untouched(): TextState {
    const word = Number(this.dataset['word'])
    return { version: 1, text: this.#box.defaultValue, word }
  }

  restore({ text, word }: TextState): void {
    this.#box.value = text
    this.#word = word
    this.#resetting.forget()
    this.#draw()
  }

  get #box(): HTMLTextAreaElement {
    return this.piece('textarea')
  }

  #cutText(): void {
    this.#cut = cutText(this.#box.value.slice(0, MOST))
  }

  #say(words: string): void {
    this.piece('.bar-status').textContent = words
  }

  #typed(): void {
    this.#resetting.forget()
    this.#say('')
    this.#cutText()
    this.#word = this.#wordAt(this.#box.selectionStart)
    this.#draw()
    this.changed()
  }

  #draw(): void {
    this.#cutText()
    const { tokens } = this.#cut
    const text = this.#box.value
    this.piece('.text-tokens').innerHTML = textTokensMarkup(tokens, this.#word)
    for (const chip of this.#chips) chip.disabled = false
    this.#drawJoining()
    const summary = textSummary(text.slice(0, MOST), tokens)
    this.piece('.text-summary').textContent =
      text.length > MOST
        ? `${summary} Of your text, the first ${MOST.toLocaleString('en')} characters are cut.`
        : summary
  }

  #drawJoining(): void {
    const { words } = this.#cut
    const word = words[Math.min(this.#word, words.length - 1)] ?? ''
    this.piece('.joining-drawn').innerHTML = joiningMarkup(
      word,
      joinSteps(word),
    )
  }

  /** Shows how another word came together. */
  #choose(word: number): void {
    if (word === this.#word) return
    this.#word = word
    for (const chip of this.#chips) {
      chip.ariaPressed = String(chip.dataset['act'] === `word-${word}`)
    }
    this.#drawJoining()
    this.changed()
  }

  /** Moving through the text chooses the word; where nothing is, nothing changes. */
  #followCaret(): void {
    if (document.activeElement !== this.#box) return
    this.#choose(this.#wordAt(this.#box.selectionStart))
  }

  /** @returns the number of the word that has or ends at a place of the text */
  #wordAt(place: number): number {
    // A space is put before the text: all is one further there.
    let end = -1
    const { words } = this.#cut
    const at = words.findIndex((word) => (end += word.length) >= place)
    return Math.max(0, at < 0 ? words.length - 1 : at)
  }

  get #chips(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('.text-tokens button')]
  }

  /** Arrow keys walk along the tokens. */
  #walk(event: KeyboardEvent): void {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const chips = this.#chips
    const at = chips.indexOf(document.activeElement as HTMLButtonElement)
    if (!way || at < 0) return
    event.preventDefault()
    chips[at + way]?.focus()
  }
}

customElements.define('text-tokens', TextTokens)
