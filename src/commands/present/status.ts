/**
 * What happens while one presents, in the terminal: notes one below the other,
 * and under them, where that can be seen, how many follow.
 */

/** Lines in a while; somebody outside can cause them, and could fill a disk. */
const MOST = 20

/** Milliseconds of that while. */
const WHILE = 10_000

export interface Terminal {
  isTTY?: boolean
  write(words: string): unknown
}

export class Status {
  readonly #terminal: Terminal
  readonly #now: () => Date
  #followers = 0
  #since = 0
  #lines = 0
  #untold = 0

  constructor(terminal: Terminal, now = () => new Date()) {
    this.#terminal = terminal
    this.#now = now
  }

  readonly log = (words: string): void => {
    const now = this.#now()
    if (now.getTime() - this.#since > WHILE) {
      const untold = this.#untold
      this.#since = now.getTime()
      this.#lines = 0
      this.#untold = 0
      if (untold > 0) this.#line(now, `(${untold} more notes like these.)`)
    }
    if (this.#lines >= MOST) this.#untold++
    else this.#line(now, words)
  }

  readonly count = (followers: number): void => {
    this.#followers = followers
    this.#show()
  }

  #line(now: Date, words: string): void {
    this.#lines++
    const start = this.#terminal.isTTY ? '\r\u001B[K' : ''
    const time = now.toTimeString().slice(0, 8)
    this.#terminal.write(`${start}${time} ${words}\n`)
    this.#show()
  }

  #show(): void {
    if (!this.#terminal.isTTY) return
    const count = this.#followers
    const words = count === 1 ? '1 follows' : `${count} follow`
    this.#terminal.write(`\r\u001B[K${words}`)
  }
}
