/**
 * A question in a card: an answer is picked, or it is skipped; then it is
 * revealed, and says why. What the answer is about stays covered until then.
 */

export interface QuestionState {
  /** Counted from 0; null as long as none is picked. */
  answer: number | null
  revealed: boolean
}

export const UNASKED: QuestionState = { answer: null, revealed: false }

interface Asked {
  /** Whether it takes a run to reveal the answer, and not only to pick one. */
  waitsForRun: boolean
  changed: () => void
}

export class Question {
  readonly #card: HTMLElement
  readonly #asked: Asked
  readonly #radios: HTMLInputElement[]
  #state = UNASKED

  /** The question in a card, if it has one. */
  static in(card: HTMLElement, asked: Asked): Question | undefined {
    return card.querySelector('.question')
      ? new Question(card, asked)
      : undefined
  }

  private constructor(card: HTMLElement, asked: Asked) {
    this.#card = card
    this.#asked = asked
    this.#radios = [...card.querySelectorAll<HTMLInputElement>('.answer input')]
    for (const [index, radio] of this.#radios.entries()) {
      radio.addEventListener('change', () => this.#pick(index))
    }
  }

  /** A radio may have been pressed before this script was here. */
  catchUp(): void {
    const picked = this.#radios.findIndex(({ checked }) => checked)
    if (picked >= 0) this.#pick(picked)
  }

  get state(): QuestionState {
    return this.#state
  }

  /** Shows a state of this question. */
  restore(state: QuestionState): void {
    this.#state = state
    for (const [index, radio] of this.#radios.entries()) {
      radio.checked = index === state.answer
    }
    this.#show()
  }

  /** Shows what is right, and why; picked or not. */
  reveal(): void {
    if (!this.#state.revealed) this.restore({ ...this.#state, revealed: true })
  }

  /** Goes on without an answer. */
  skip(): void {
    // The button goes away, and whoever pressed it goes on from the answer.
    const { activeElement, body } = document
    const wasPressed =
      activeElement === body || this.#card.contains(activeElement)
    this.reveal()
    if (wasPressed) this.#whys.focus({ preventScroll: true })
    this.#asked.changed()
  }

  #pick(answer: number): void {
    const revealed = this.#state.revealed || !this.#asked.waitsForRun
    this.restore({ answer, revealed })
    this.#asked.changed()
  }

  get #whys(): HTMLDetailsElement {
    return this.#card.querySelector<HTMLDetailsElement>('.whys')!
  }

  #show(): void {
    const { answer, revealed } = this.#state
    const rows = [...this.#whys.querySelectorAll<HTMLElement>('dl > div')]
    const right = rows.findIndex(({ dataset }) => 'right' in dataset)
    this.#card.toggleAttribute('data-revealed', revealed)
    this.#whys.open = revealed
    for (const [index, row] of rows.entries()) {
      row.hidden = revealed && index !== right && index !== answer
    }
    const said = this.#card.querySelector('.question-said')!
    if (answer === null) said.textContent = ''
    else if (!revealed) said.textContent = 'Now run it, and see.'
    else said.textContent = answer === right ? 'Right.' : 'Not this time.'
  }
}
