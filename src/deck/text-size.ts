/** The size of the notes: two buttons, two keys, and kept on this device. */
import { isPlain } from './keys.ts'
import { make, makeButton } from './making.ts'
import { store, stored } from './stored.ts'

const NAME = 'notes size'
/** Of the usual size. */
const LEAST = 0.6
const MOST = 2.2
const STEP = 0.1

/** Keys that make text larger, or smaller; with and without Shift. */
const KEYS: Record<string, number> = { '+': STEP, '=': STEP, '-': -STEP }

export class TextSize {
  readonly #text: HTMLElement
  readonly #smaller = makeButton('A−', () => this.#change(-STEP), {
    ariaLabel: 'Smaller notes',
    title: 'Smaller notes (-)',
  })
  readonly #larger = makeButton('A+', () => this.#change(STEP), {
    ariaLabel: 'Larger notes',
    title: 'Larger notes (+)',
  })
  readonly element = make(
    'div',
    { className: 'text-size', role: 'group', ariaLabel: 'Text size' },
    this.#smaller,
    this.#larger,
  )
  #size: number

  /** @param text gets `--notes-size`, a share of its usual size */
  constructor(text: HTMLElement) {
    this.#text = text
    this.#size = within(Number(stored('localStorage', NAME) ?? 1))
    this.#show()
  }

  /** Does what a key asks for. @returns whether it asks for anything */
  changed(event: KeyboardEvent): boolean {
    const by = KEYS[event.key]
    if (!by || !isPlain(event)) return false
    this.#change(by)
    return true
  }

  #change(by: number): void {
    this.#size = within(this.#size + by)
    store('localStorage', NAME, this.#size)
    this.#show()
  }

  #show(): void {
    this.#text.style.setProperty('--notes-size', String(this.#size))
    // A button that does nothing says so, and keeps the focus.
    this.#smaller.ariaDisabled = String(this.#size <= LEAST)
    this.#larger.ariaDisabled = String(this.#size >= MOST)
  }
}

function within(size: number): number {
  if (!Number.isFinite(size)) return 1
  return Math.round(Math.min(Math.max(size, LEAST), MOST) * 10) / 10
}
