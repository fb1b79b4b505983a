/**
 * Windows and their versions. A window that was opened before a new version took
 * over goes on with what its page was made for, and so do the frames in it; what
 * no window and no version has a use for is deleted.
 */
import { byPath, keysOf, type Listed, type SiteList } from './list.ts'
import { scope, type FetchEvent } from './scope.ts'
import type { Shelf } from './shelf.ts'

/** What is noted of a version: when it began to come, in milliseconds since 1970. */
interface VersionNote {
  list: SiteList
  since: number
}

type Files = ReadonlyMap<string, Listed>

export class Windows {
  readonly #shelf: Shelf
  readonly #version: string
  readonly #files: Files
  /** The files of windows of other versions, by the window's id. */
  #others: Promise<Map<string, Files>> | undefined

  /** @param list of the version that the worker is of */
  constructor(shelf: Shelf, list: SiteList) {
    this.#shelf = shelf
    this.#version = list.version
    this.#files = byPath(list)
  }

  /** The files of the version that a request is about: a new window is of the newest. */
  async filesFor(event: FetchEvent): Promise<Files> {
    const others = await this.#read()
    if (others.size === 0) return this.#files
    const { request, clientId } = event
    if (request.destination === 'document') return this.#files
    const id = request.mode === 'navigate' ? await holderOf(event) : clientId
    return others.get(id) ?? this.#files
  }

  /** Remembers which version a new window is of, if there is room for that. */
  async note(id: string, files: Files): Promise<void> {
    if (!id || files !== this.#files) return
    try {
      await this.#shelf.note('window', id, this.#version)
    } catch {
      // A window that nobody knows is taken for one of the newest version.
    }
  }

  /**
   * Meets a window. One that came while there was no worker is of the version that
   * it meets first.
   * @returns whether it is of another version than this worker
   */
  async meet(id: string | undefined): Promise<boolean> {
    if (!id) return false
    const notes = await this.#shelf.notes<string>('window')
    if (!notes.has(id)) await this.note(id, this.#files)
    return (notes.get(id) ?? this.#version) !== this.#version
  }

  /** Deletes what is left of other versions, where no window needs it any more. */
  async tidy(): Promise<void> {
    const { installing, waiting } = scope.registration
    if (installing || waiting) return
    const versions = await this.#shelf.notes<VersionNote>('version')
    const own = versions.get(this.#version)
    if (!own) return
    const needed = new Set([this.#version])
    for (const [id, version] of await this.#shelf.notes<string>('window')) {
      if (await scope.clients.get(id)) needed.add(version)
      else await this.#shelf.forget('window', id)
    }
    const lists: SiteList[] = []
    for (const [version, { list, since }] of versions) {
      // One that came later was interrupted, and will go on.
      if (needed.has(version) || since > own.since) lists.push(list)
      else await this.#shelf.forget('version', version)
    }
    await this.#shelf.keepOnly(keysOf(lists))
    this.#others = undefined
  }

  #read(): Promise<Map<string, Files>> {
    return (this.#others ??= this.#readOthers())
  }

  async #readOthers(): Promise<Map<string, Files>> {
    const others = new Map<string, Files>()
    const versions = await this.#shelf.notes<VersionNote>('version')
    for (const [id, version] of await this.#shelf.notes<string>('window')) {
      const other = version !== this.#version && versions.get(version)
      if (other) others.set(id, byPath(other.list))
    }
    return others
  }
}

/** The window that a frame is in, as far as its address tells; '' if none is. */
async function holderOf({ request }: FetchEvent): Promise<string> {
  const windows = await scope.clients.matchAll({ type: 'window' })
  return (
    windows.find(({ url }) => withoutHash(url) === request.referrer)?.id ?? ''
  )
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '')
}
