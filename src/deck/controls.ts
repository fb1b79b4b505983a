/** What keys do, for whoever has none: quiet buttons in a corner, and where we are. */
import type { Wish } from './keys.ts'

/** Each sign is a path in a square of 24. */
const BUTTONS: [sign: string, name: string, wish: Wish][] = [
  ['M15 5l-7 7 7 7', 'Previous slide', 'back'],
  ['M9 5l7 7-7 7', 'Next slide', 'next'],
  [
    'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
    'All slides',
    'overview',
  ],
  [
    'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h2M7 14h10',
    'Keys and tools',
    'keys',
  ],
  [
    'M3 4.5h18v11H3zM8 20h8M12 15.5V20M7 8.5h6M7 11.5h3',
    'Presenter’s window',
    'speaker',
  ],
  ['M6 6l12 12M18 6L6 18', 'Back to the page', 'leave'],
]

export class Controls {
  readonly element = document.createElement('nav')
  readonly #counter = document.createElement('span')
  readonly #spoken = document.createElement('span')
  readonly #told = document.createElement('span')
  #telling = 0

  /** @param wish is called with what a button asks for */
  constructor(wish: (wish: Wish) => void, without: readonly Wish[] = []) {
    const { element } = this
    element.className = 'slide-controls'
    element.ariaLabel = 'Slides'
    const live = document.createElement('p')
    live.setAttribute('role', 'status')
    this.#counter.ariaHidden = 'true'
    this.#spoken.className = 'unseen'
    this.#told.className = 'slide-told'
    live.append(this.#told, this.#counter, this.#spoken)
    const buttons = BUTTONS.filter(
      ([, , asked]) => !without.includes(asked),
    ).map(([sign, name, asked]) => button(sign, name, () => wish(asked)))
    element.append(buttons[0]!, live, ...buttons.slice(1))
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement)
  }

  /** Says which slide shows, by its number and by its words. */
  say(number: number, count: number, title: string): void {
    this.#counter.textContent = `${number} / ${count}`
    this.#spoken.textContent = `Slide ${number} of ${count}: ${title}`
  }

  /** Says something for a while, beside the number of the slide. */
  tell(words: string): void {
    this.#told.textContent = words
    clearTimeout(this.#telling)
    this.#telling = window.setTimeout(() => {
      this.#told.textContent = ''
    }, A_WHILE)
  }
}

/** Milliseconds in which a short sentence is read. */
const A_WHILE = 6000

function button(sign: string, name: string, act: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${sign}"/></svg>`
  element.ariaLabel = name
  element.title = name
  element.addEventListener('click', act)
  return element
}
