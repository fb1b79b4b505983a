/**
 * The text under the table of levels: what one of them made of the program. The build has
 * drawn one; others come from the Worker when the reader asks for them.
 */
import { LEVELS } from '../../examplescript/examplescript.ts'
import {
  levelLookMarkup,
  unreadMarkup,
  type LookChoice,
} from '../../figures/level-look.ts'
import { moduleDifference } from '../../passes/passes.ts'

/** @returns the text of each level; undefined when that was not to be */
type Read = (source: string, levels: string[]) => Promise<string[] | undefined>

export class Look {
  readonly untouched: LookChoice
  readonly #card: HTMLElement
  readonly #read: Read
  readonly #baked: string
  readonly #bakedSource: string
  #choice: LookChoice
  /** Whether a text has come from the Worker. */
  hasRead = false
  /** What was read of one program, by the names of levels. */
  #texts = new Map<string, string>()
  #source: string

  /** @param bakedSource the program whose text the build has drawn */
  constructor(card: HTMLElement, bakedSource: string, read: Read) {
    this.untouched = JSON.parse(card.dataset['look']!) as LookChoice
    this.#card = card
    this.#read = read
    this.#baked = this.#place.innerHTML
    this.#bakedSource = bakedSource
    this.#source = bakedSource
    this.#choice = this.untouched
  }

  /** Drawn anew with the table above it. */
  get #place(): HTMLElement {
    return this.#card.querySelector('.level-look')!
  }

  get choice(): LookChoice {
    return this.#choice
  }

  set choice({ look, against, of }: LookChoice) {
    this.#choice = { look, against, of }
  }

  /** Another level is held against the one that was looked at before. */
  lookAt(level: string): void {
    const { look, against, of } = this.#choice
    const isSame = level === look
    this.choice = { look: level, against: isSame ? against : look, of }
  }

  /** Takes what stands in the boxes. @returns whether that is another choice */
  takeWritten(): boolean {
    const before = JSON.stringify(this.#choice)
    const valueOf = (name: 'against' | 'of') =>
      this.#place.querySelector<HTMLSelectElement>(`[data-name="${name}"]`)
        ?.value ?? this.#choice[name]
    const { look } = this.#choice
    this.choice = { look, against: valueOf('against'), of: valueOf('of') }
    return JSON.stringify(this.#choice) !== before
  }

  /** Shows what is known of a program; `read` brings what is not. */
  show(source: string): void {
    this.#open(source)
    const focused = this.#focused
    this.#place.innerHTML = this.#isBaked ? this.#baked : this.#markup
    this.#card.toggleAttribute('data-looked', !this.isUntouched)
    for (const control of this.#card.querySelectorAll<HTMLButtonElement>(
      '.levels-drawn :disabled',
    )) {
      control.disabled = false
    }
    const again = focused && this.#place.querySelector<HTMLElement>(focused)
    if (again) again.focus({ preventScroll: true })
  }

  /** Fetches what is not known, and shows it; what is there stays until then. */
  async read(source: string): Promise<void> {
    this.#open(source)
    const choice = this.#choice
    const { look, against } = choice
    const missing = [...new Set([against, look])].filter(
      (level) => !this.#isBaked && !this.#texts.has(level),
    )
    const texts =
      missing.length > 0 ? await this.#read(source, missing) : undefined
    if (source !== this.#source || choice !== this.#choice) return
    for (const [at, text] of texts?.entries() ?? []) {
      this.hasRead = true
      this.#texts.set(missing[at]!, text)
    }
    this.show(source)
  }

  /** Another program has other texts, and another level another row. */
  #open(source: string): void {
    if (source !== this.#source) this.#texts.clear()
    this.#source = source
    for (const button of this.#card.querySelectorAll('.level-table button')) {
      button.ariaPressed = String(button.textContent === this.#choice.look)
    }
  }

  get isUntouched(): boolean {
    return JSON.stringify(this.#choice) === JSON.stringify(this.untouched)
  }

  /** Whether what is to be shown is what the build has drawn. */
  get #isBaked(): boolean {
    return this.isUntouched && this.#source === this.#bakedSource
  }

  get #markup(): string {
    const { look, against, of } = this.#choice
    const [before, after] = [against, look].map((one) => this.#texts.get(one))
    if (before === undefined || after === undefined) return unreadMarkup(look)
    return levelLookMarkup({
      look,
      against,
      levels: [...LEVELS.keys()],
      ...moduleDifference(before, after, of),
    })
  }

  /** Which of the choices has the focus: it comes back to the same place. */
  get #focused(): string | undefined {
    const { activeElement } = document
    if (!this.#place.contains(activeElement)) return undefined
    const { name } = (activeElement as HTMLElement).dataset
    return name ? `[data-name="${name}"]` : '[data-name], pre, button'
  }
}
