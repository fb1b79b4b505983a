/** How many packets who only listens may send: answers and signs of life, no flood. */
const MOST = { atOnce: 10_000, aSecond: 100 }

export class Pace {
  #left = MOST.atOnce
  #at: number

  /** @param now milliseconds */
  constructor(now: number) {
    this.#at = now
  }

  /** @returns whether so many more are in bounds */
  allows(packets: number, now: number): boolean {
    const gained = ((now - this.#at) / 1000) * MOST.aSecond
    this.#left = Math.min(this.#left + gained, MOST.atOnce) - packets
    this.#at = now
    return this.#left >= 0
  }
}
