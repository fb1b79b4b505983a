/**
 * A browser's stores for large files, each in the way that WebLLM uses it: a whole
 * part is put in under a name and taken out again. For a Worker or a page; only
 * files that are held open are for Workers alone.
 */
import type { StoreKey } from '../../figures/stores.ts'

/** Where measurements put their bytes, in each of the stores. */
const PLACE = 'cache-speeds'

export interface Store {
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** @returns the whole of it, as a model's loading wants it */
  read(name: string): Promise<ArrayBuffer>
}

/** What only Workers know of files. */
interface Holdable {
  createSyncAccessHandle(): Promise<HeldFile>
}

interface HeldFile {
  truncate(bytes: number): void
  write(bytes: Uint8Array<ArrayBuffer>): void
  flush(): void
  getSize(): number
  read(into: ArrayBuffer): void
  close(): void
}

/** Why a browser has no such store, in a sentence for the reader. */
export class NoStore extends Error {}

export const openings: Record<StoreKey, () => Promise<Store>> = {
  cache: openCache,
  opfs: openFiles,
  'opfs-sync': openHeldFiles,
  indexeddb: openDatabase,
}

/** Leaves nothing of a measurement behind, however it ended. */
export async function emptyStores(): Promise<void> {
  await Promise.allSettled([
    globalThis.caches?.delete(PLACE),
    settled(globalThis.indexedDB?.deleteDatabase(PLACE)),
    navigator.storage
      ?.getDirectory?.()
      .then((root) => root.removeEntry(PLACE, { recursive: true })),
  ])
}

async function openCache(): Promise<Store> {
  if (!globalThis.caches)
    throw new NoStore('This browser has no Cache API here.')
  const cache = await caches.open(PLACE)
  const address = (name: string) =>
    new URL(`/${PLACE}/${name}`, location.origin).href
  return {
    write: (name, bytes) => cache.put(address(name), new Response(bytes)),
    read: async (name) => {
      const response = await cache.match(address(name))
      return response!.arrayBuffer()
    },
  }
}

async function openFiles(): Promise<Store> {
  const folder = await openFolder()
  if (!('createWritable' in FileSystemFileHandle.prototype))
    throw new NoStore(
      'This browser writes private files only where they are held open.',
    )
  return {
    write: async (name, bytes) => {
      const handle = await folder.getFileHandle(name, { create: true })
      const file = await handle.createWritable()
      await file.write(bytes)
      await file.close()
    },
    read: async (name) => {
      const handle = await folder.getFileHandle(name)
      const file = await handle.getFile()
      return file.arrayBuffer()
    },
  }
}

async function openHeldFiles(): Promise<Store> {
  const folder = await openFolder()
  if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype))
    throw new NoStore('This browser holds no private files open.')
  const held = async <T>(
    name: string,
    act: (file: HeldFile) => T,
  ): Promise<T> => {
    const handle = await folder.getFileHandle(`held-${name}`, { create: true })
    const file = await (handle as unknown as Holdable).createSyncAccessHandle()
    try {
      return act(file)
    } finally {
      file.close()
    }
  }
  return {
    write: (name, bytes) =>
      held(name, (file) => {
        file.truncate(0)
        file.write(bytes)
        file.flush()
      }),
    read: (name) =>
      held(name, (file) => {
        const bytes = new ArrayBuffer(file.getSize())
        file.read(bytes)
        return bytes
      }),
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  if (!navigator.storage?.getDirectory)
    throw new NoStore('This browser has no private files here.')
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(PLACE, { create: true })
}

async function openDatabase(): Promise<Store> {
  if (!globalThis.indexedDB)
    throw new NoStore('This browser has no IndexedDB here.')
  const opening = indexedDB.open(PLACE, 1)
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore('urls', { keyPath: 'url' }),
  )
  await settled(opening)
  const database = opening.result
  return {
    write: (url, bytes) => {
      const transaction = database.transaction('urls', 'readwrite')
      transaction.objectStore('urls').put({ url, data: bytes.buffer })
      return new Promise((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve())
        for (const end of ['error', 'abort'])
          transaction.addEventListener(end, () => reject(transaction.error))
      })
    },
    read: async (url) => {
      const found = database.transaction('urls').objectStore('urls').get(url)
      await settled(found)
      return (found.result as { data: ArrayBuffer }).data
    },
  }
}

function settled(request: IDBRequest | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!request) return resolve()
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error))
    request.addEventListener('blocked', () => resolve())
  })
}
