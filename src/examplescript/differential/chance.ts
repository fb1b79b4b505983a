/** Chance for tests: the same choices again for the same seed. */

export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** 32 bits, by the generator that is known as mulberry32. */
  #next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)
    return (bits ^ (bits >>> 14)) >>> 0
  }

  /** A whole number from 0 to one less than the given one. */
  below(end: number): number {
    return Math.floor((this.#next() / 2 ** 32) * end)
  }

  /** A whole number, the two ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** Whether something happens that does so in this share of all cases. */
  happens(share: number): boolean {
    return this.#next() < share * 2 ** 32
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** One of the items, each as likely as its number says. */
  weighted<T>(items: readonly (readonly [number, T])[]): T {
    const total = items.reduce((sum, [weight]) => sum + weight, 0)
    let left = this.below(total)
    for (const [weight, item] of items) {
      left -= weight
      if (left < 0) return item
    }
    throw new Error('There is nothing to choose from.')
  }

  /** Any 64 bits. */
  bits64(): bigint {
    return (BigInt(this.#next()) << 32n) | BigInt(this.#next())
  }
}

export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31)
}

/** The seed of one of many programs, so that it can be made without the others. */
export function seedOf(seed: number, number: number): number {
  return Math.imul(seed, 0x9e_37_79_b1) ^ Math.imul(number + 1, 0x85_eb_ca_6b)
}
