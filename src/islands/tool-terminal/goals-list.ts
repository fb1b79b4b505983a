/** The list “Goals”: what a lesson asks for is ticked once it is reached. */
import { parseGoal, type Goal, type Reached } from '../../terminal/terminal.ts'

export class Goals {
  readonly #said: HTMLElement | null
  readonly #items: HTMLElement[]
  readonly #goals: Goal[]

  constructor(card: HTMLElement) {
    this.#said = card.querySelector('.goals-said')
    this.#items = [...card.querySelectorAll<HTMLElement>('.goals [data-goal]')]
    // The build has parsed each, and has held it against a way there.
    this.#goals = this.#items.map((item) => parseGoal(item.dataset['goal']!)!)
  }

  /** Ticks what is reached; what was reached stays so. */
  look(reached: Reached): void {
    const before = this.#open
    for (const [at, item] of this.#items.entries()) {
      if (this.#goals[at]!(reached)) this.#tick(item, true)
    }
    if (this.#open === before) return
    this.#say(
      this.#open === 0 ? 'All goals are reached.' : 'A goal is reached.',
    )
  }

  forget(): void {
    for (const item of this.#items) this.#tick(item, false)
    this.#say('')
  }

  get #open(): number {
    return this.#items.filter((item) => !item.matches('.reached')).length
  }

  #tick(item: HTMLElement, isReached: boolean): void {
    item.classList.toggle('reached', isReached)
    const tick = item.querySelector<HTMLElement>('.tick')!
    tick.ariaLabel = isReached ? 'reached' : 'open'
  }

  #say(words: string): void {
    if (this.#said) this.#said.textContent = words
  }
}
