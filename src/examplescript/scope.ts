/** Names and what they stand for, block by block, the inner ones first. */

export class Scope<T> {
  readonly #outer: Scope<T> | undefined
  readonly #names = new Map<string, T>()

  constructor(outer?: Scope<T>) {
    this.#outer = outer
  }

  /** @returns false if the block has the name already */
  declare(name: string, what: T): boolean {
    if (this.#names.has(name)) return false
    this.#names.set(name, what)
    return true
  }

  find(name: string): T | undefined {
    return this.#names.get(name) ?? this.#outer?.find(name)
  }

  /** All names that can be seen from here. */
  *names(): Iterable<string> {
    yield* this.#names.keys()
    if (this.#outer) yield* this.#outer.names()
  }
}
