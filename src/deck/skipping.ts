/**
 * What to skip when late: the steps ahead that the plan can do without, and
 * what each wins. The one whose turn it is has a button that goes past it.
 */
import { make, makeButton } from './making.ts'
import { isLate, skippableFrom } from './pace.ts'
import type { TalkTime } from './talk-time.ts'
import type { Lectern } from './tools.ts'

/** More than that is no advice. */
const MOST = 3

export class Skipping {
  readonly #lectern: Lectern
  readonly #talk: TalkTime
  readonly #list = make('ul')
  readonly element = make(
    'section',
    { className: 'speaker-skips', ariaLabel: 'To skip', hidden: true },
    make('h2', {}, 'Late? These can be skipped'),
    this.#list,
    make(
      'p',
      {},
      'When a step comes next, or shows, its button goes to what follows it.',
    ),
  )
  /** What the list shows. */
  #shown = ''

  constructor(lectern: Lectern, talk: TalkTime) {
    this.#lectern = lectern
    this.#talk = talk
  }

  /** @param now milliseconds since 1970 */
  show(now: number): void {
    const { plan, hasBegun } = this.#talk
    const current = this.#lectern.place.step
    const late = hasBegun && isLate(this.#talk.pace(now).behind)
    const steps = late ? skippableFrom(plan, current).slice(0, MOST) : []
    // Whoever is on a button of the list stays on it while nothing changes.
    const shown = JSON.stringify([current, steps])
    if (shown === this.#shown) return
    this.#shown = shown
    this.#list.replaceChildren(...steps.map((step) => this.#item(step)))
    this.element.hidden = steps.length === 0
  }

  #item(step: number): HTMLElement {
    const current = this.#lectern.place.step
    const { title, minutes = 0 } = this.#lectern.steps[step]!
    if (step > current + 1) {
      return make('li', {}, `“${title}”: wins ${minutes} min`)
    }
    const words =
      step === current
        ? `Skip the rest of this step: ${minutes} min`
        : `Skip “${title}”: wins ${minutes} min`
    const skip = makeButton(words, () =>
      this.#lectern.jump({ step: step + 1, presses: 0 }),
    )
    return make('li', {}, skip)
  }
}
