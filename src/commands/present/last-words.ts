/** How much the last words take that a broker keeps, so that it stays bounded. */
export class LastWords {
  readonly #most: { names: number; bytes: number }
  readonly #sizes = new Map<string, number>()
  /** Of all that is kept. */
  bytes = 0

  constructor(names: number, bytes: number) {
    this.#most = { names, bytes }
  }

  /**
   * @param bytes of the message; none takes the name back
   * @returns whether there is room for it
   */
  keep(topic: string, bytes: number): boolean {
    const size = bytes && bytes + topic.length
    const known = this.#sizes.get(topic)
    const sum = this.bytes - (known ?? 0) + size
    const isNew = known === undefined && size > 0
    const isFull = isNew && this.#sizes.size >= this.#most.names
    if (sum > this.#most.bytes || isFull) return false
    this.bytes = sum
    if (size > 0) this.#sizes.set(topic, size)
    else this.#sizes.delete(topic)
    return true
  }
}
