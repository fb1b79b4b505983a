/** How a chat is asked: the message, what the model is told before, and the knobs. */
import { numberIn, sayValue } from '../knob.ts'
import type { ChatSettings } from './chat-state.ts'

const NUMBERS = ['temperature', 'topP', 'seed', 'most'] as const
const WHOLE = new Set<string>(['seed', 'most'])

/** What stands in the boxes: the message that is not sent, and the settings. */
export interface Boxes extends ChatSettings {
  message: string
}

export class ChatControls {
  readonly #card: HTMLElement
  /** As the page was made. */
  readonly untouched: Boxes

  constructor(card: HTMLElement, changed: () => void) {
    this.#card = card
    this.untouched = {
      message: this.#text('message').defaultValue,
      system: this.#text('system').defaultValue,
      ...this.#numbers((name) => Number(this.#number(name).defaultValue)),
    }
    for (const name of ['message', 'system'] as const)
      this.#text(name).addEventListener('input', changed)
    for (const name of NUMBERS) {
      this.#number(name).addEventListener('input', () => {
        sayValue(this.#number(name))
        changed()
      })
      sayValue(this.#number(name))
    }
  }

  get boxes(): Boxes {
    return {
      message: this.message,
      system: this.#text('system').value,
      ...this.#numbers((name) =>
        numberIn(this.#number(name), this.untouched[name]),
      ),
    }
  }

  /** @param boxes from anywhere: numbers may be their digits */
  set boxes(boxes: Boxes) {
    this.message = boxes.message
    const system = this.#text('system')
    if (system.value !== boxes.system) system.value = boxes.system
    for (const name of NUMBERS) {
      this.#number(name).value = String(boxes[name])
      sayValue(this.#number(name))
    }
  }

  get message(): string {
    return this.#text('message').value
  }

  set message(text: string) {
    const box = this.#text('message')
    // The caret stays where it is.
    if (box.value !== text) box.value = text
  }

  focusMessage(): void {
    this.#text('message').focus()
  }

  #numbers(
    valueOf: (name: (typeof NUMBERS)[number]) => number,
  ): Pick<Boxes, (typeof NUMBERS)[number]> {
    const [temperature, topP, seed, most] = NUMBERS.map((name) =>
      WHOLE.has(name) ? Math.round(valueOf(name)) : valueOf(name),
    ) as [number, number, number, number]
    return { temperature, topP, seed, most }
  }

  #text(name: 'message' | 'system'): HTMLTextAreaElement {
    return this.#card.querySelector(`textarea[data-name="${name}"]`)!
  }

  #number(name: (typeof NUMBERS)[number]): HTMLInputElement {
    return this.#card.querySelector(`input[data-name="${name}"]`)!
  }
}
