/**
 * Chance that knows what it decided: the same choices again for the same seed,
 * and how surprising they were, which makes the entropy of all stories exact.
 */
import { chanceOf } from './chance.ts'

export class Choices {
  readonly #next: () => number
  #surprise = 0

  /** @param number which of the many stories of a seed this is for */
  constructor(seed: number, number = 0) {
    this.#next = chanceOf(seed, number)
  }

  /** The surprise of all choices so far, in nats: minus the logarithm of the probability that they come out like this. */
  get surprise(): number {
    return this.#surprise
  }

  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('There is nothing to choose from.')
    this.#surprise += Math.log(items.length)
    return items[Math.floor(this.#next() * items.length)]!
  }

  /** Whether something happens that does so once in so many cases. */
  onceIn(cases: number): boolean {
    const happens = this.#next() < 1 / cases
    this.#surprise -= Math.log(happens ? 1 / cases : 1 - 1 / cases)
    return happens
  }
}
