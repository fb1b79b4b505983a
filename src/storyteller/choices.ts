/**
 * Chance that knows what it decided: the same choices again for the same seed,
 * and how surprising they were, which makes the entropy of all stories exact.
 */

export class Choices {
  #state: number
  #surprise = 0

  /** @param number which of the many stories of a seed this is for: each can be made without the others */
  constructor(seed: number, number = 0) {
    this.#state =
      Math.imul(seed, 0x9e_37_79_b1) ^ Math.imul(number, 0x85_eb_ca_6b)
  }

  /** The surprise of all choices so far, in nats: minus the logarithm of the probability that they come out like this. */
  get surprise(): number {
    return this.#surprise
  }

  /** 32 bits, by the generator that is known as splitmix32. */
  #next(): number {
    this.#state = (this.#state + 0x9e_37_79_b9) | 0
    let bits = this.#state ^ (this.#state >>> 16)
    bits = Math.imul(bits, 0x21_f0_aa_ad)
    bits = Math.imul(bits ^ (bits >>> 15), 0x73_5a_2d_97)
    return (bits ^ (bits >>> 15)) >>> 0
  }

  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('There is nothing to choose from.')
    this.#surprise += Math.log(items.length)
    return items[Math.floor((this.#next() / 2 ** 32) * items.length)]!
  }

  /** Whether something happens that does so once in so many cases. */
  onceIn(cases: number): boolean {
    const happens = this.#next() < 2 ** 32 / cases
    this.#surprise -= Math.log(happens ? 1 / cases : 1 - 1 / cases)
    return happens
  }
}
