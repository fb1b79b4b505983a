/**
 * What is stored, in two of the browser's caches: files by their content, so that
 * versions share what they have in common and an interrupted visit goes on where
 * it was; and notes about versions and windows. A browser may delete either.
 */
import { genuine } from './genuine.ts'
import { isNamedByContent, keyOf, type Listed } from './list.ts'

/** What there are notes about. */
export type About = 'version' | 'window' | 'failure'

export class Shelf {
  readonly #root: string
  readonly #files: string
  readonly #notes: string

  /** @param root the site's address: others may share its host, and its caches */
  constructor(root: string) {
    this.#root = root
    const { pathname } = new URL(root)
    this.#files = `a-wasm-new-year:files:${pathname}`
    this.#notes = `a-wasm-new-year:notes:${pathname}`
  }

  /** @returns undefined for what is not there, and where nothing can be read */
  async get(listed: Listed): Promise<Response | undefined> {
    return this.#match(keyOf(listed), {})
  }

  /** A file of any version, whose name says its content. */
  async find(path: string): Promise<Response | undefined> {
    return this.#match(path, { ignoreSearch: true })
  }

  /** The keys of all files. */
  async keys(): Promise<Set<string>> {
    const files = await caches.open(this.#files)
    const requests = await files.keys()
    return new Set(requests.map(({ url }) => url.slice(this.#root.length)))
  }

  /** Fetches a file behind all that the page asks for, and stores it. @throws where it can't */
  async fetch(address: string, listed: Listed): Promise<void> {
    const response = await fetch(this.#root + address, {
      priority: 'low',
      cache: isNamedByContent(listed[0]) ? 'force-cache' : 'no-cache',
    })
    await this.put(listed, response)
  }

  /** Stores what the browser has from an earlier load. @returns whether it has it */
  async takeOver(address: string, listed: Listed): Promise<boolean> {
    try {
      const response = await fetch(this.#root + address, {
        mode: 'same-origin',
        cache: 'only-if-cached',
      })
      await this.put(listed, response)
      return true
    } catch {
      return false
    }
  }

  /** Stores a file if it is the one. @throws NotGenuine, and what the browser throws */
  async put(listed: Listed, response: Response): Promise<void> {
    const file = await genuine(listed, response)
    const files = await caches.open(this.#files)
    await files.put(this.#root + keyOf(listed), file)
  }

  /** The same, as far as it can be done; nothing where all was deleted. */
  async tryPut(listed: Listed, response: Response): Promise<void> {
    try {
      if (await caches.has(this.#notes)) await this.put(listed, response)
    } catch {
      // The page has it all the same.
    }
  }

  /** Deletes all files but these. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const files = await caches.open(this.#files)
    for (const key of await this.keys()) {
      if (!keys.has(key)) await files.delete(this.#root + key)
    }
  }

  async note(about: About, name: string, value: unknown): Promise<void> {
    const notes = await caches.open(this.#notes)
    const text = JSON.stringify(value)
    await notes.put(this.#noteKey(about, name), new Response(text))
  }

  async forget(about: About, name: string): Promise<void> {
    const notes = await caches.open(this.#notes)
    await notes.delete(this.#noteKey(about, name))
  }

  /** All notes about such things, by name. */
  async notes<Value>(about: About): Promise<Map<string, Value>> {
    const found = new Map<string, Value>()
    if (!(await caches.has(this.#notes))) return found
    const notes = await caches.open(this.#notes)
    const start = this.#noteKey(about, '')
    for (const request of await notes.keys()) {
      if (!request.url.startsWith(start)) continue
      const response = await notes.match(request)
      if (response)
        found.set(request.url.slice(start.length), await response.json())
    }
    return found
  }

  async deleteAll(): Promise<void> {
    await Promise.all([this.#files, this.#notes].map((it) => caches.delete(it)))
  }

  async #match(
    key: string,
    options: CacheQueryOptions,
  ): Promise<Response | undefined> {
    try {
      return await caches.match(this.#root + key, {
        ...options,
        cacheName: this.#files,
      })
    } catch {
      return undefined
    }
  }

  #noteKey(about: About, name: string): string {
    return `${this.#root}${about}/${name}`
  }
}
