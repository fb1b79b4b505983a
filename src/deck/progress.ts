/** How much of the chapter is behind, as a thin line under the slide. */
import type { Place, Step } from './steps.ts'

/** @returns the share of the presses that are done, from 0 to 1 */
export function shareOf(
  steps: readonly Pick<Step, 'presses'>[],
  { step, presses }: Place,
): number {
  // Each step but the first costs a press to come to.
  const all = (some: typeof steps) =>
    some.reduce((sum, one) => sum + one.presses + 1, 0)
  const most = all(steps) - 1
  return most > 0 ? (all(steps.slice(0, step)) + presses) / most : 1
}

export class Progress {
  /** For eyes: the number of the slide says it in words. */
  readonly element = document.createElement('div')
  readonly #steps: readonly Step[]

  constructor(steps: readonly Step[]) {
    this.#steps = steps
    this.element.className = 'slide-progress'
  }

  show(place: Place): void {
    const share = shareOf(this.#steps, place)
    this.element.style.setProperty('--share', share.toFixed(4))
  }
}
