/**
 * The browser's storage, as WebLLM fills it: read and emptied without the library,
 * which would have to be loaded for that and can delete only what it has a record of.
 */
import { EngineError } from './engine.ts'
import type { GpuModel } from './gpu-model.ts'
import {
  byFolder,
  CACHES,
  folderOf,
  shardsOf,
  type Shard,
  type Stored,
  type StoredFile,
  type StoredModel,
} from './webllm-stored.ts'

/** How much room this site has in the browser, in bytes. */
export interface Room {
  usage: number
  quota: number
  /** Of `usage`, what the Cache API has; undefined where a browser does not tell. */
  inCaches?: number
  /** Whether the browser keeps all of it until the reader deletes it. */
  isPersistent: boolean
}

/** Models of which something is stored. */
export async function storedModels(
  known: readonly GpuModel[],
): Promise<StoredModel[]> {
  const { models } = await stored(known)
  return models
}

/**
 * All that WebLLM has stored; nothing where browsers store nothing, as over plain `http:`.
 * @throws EngineError where a browser does not tell
 */
export async function stored(known: readonly GpuModel[]): Promise<Stored> {
  try {
    return await readStored(known)
  } catch (error) {
    throw new EngineError(
      `The browser does not let this page see its storage (${(error as Error).message}). A private window or a setting that blocks the data of sites may be why.`,
      { cause: error },
    )
  }
}

async function readStored(known: readonly GpuModel[]): Promise<Stored> {
  const caches = await openCaches()
  const urls = await Promise.all(
    caches.map(async ({ name, cache }) =>
      (await cache.keys()).map(({ url }) => ({ name, cache, url })),
    ),
  )
  const entries = urls.flat()
  const lists = new Map<string, Shard[] | null>()
  for (const { cache, url } of entries) {
    if (url.endsWith('/tensor-cache.json'))
      lists.set(folderOf(url), await readShards(cache, url))
  }
  const listed = new Map(
    [...lists].flatMap(([folder, shards]) =>
      (shards ?? []).map(
        ({ name, bytes }) => [new URL(name, folder).href, bytes] as const,
      ),
    ),
  )
  const files = await Promise.all(
    entries.map(({ name, cache, url }) =>
      describe(name, cache, url, listed.get(url)),
    ),
  )
  return byFolder(files.flat(), lists, known)
}

/** What other models need as well stays. */
export async function deleteStored({
  files,
}: Pick<StoredModel, 'files'>): Promise<void> {
  await Promise.all(
    files.map(async ({ cache, url }) => {
      const opened = await caches.open(cache)
      await opened.delete(url)
    }),
  )
}

/** Everything that WebLLM has stored. */
export async function deleteAll(): Promise<void> {
  await Promise.all(CACHES.map((name) => caches.delete(name)))
}

/** @returns undefined where a browser has no storage to tell of */
export async function room(): Promise<Room | undefined> {
  const storage = storageManager()
  if (!storage?.estimate) return undefined
  const [estimate, isPersistent] = await Promise.all([
    storage.estimate() as Promise<
      StorageEstimate & { usageDetails?: { caches?: number } }
    >,
    storage.persisted(),
  ])
  const { usage = 0, quota = 0, usageDetails } = estimate
  const inCaches = usageDetails?.caches
  return {
    usage,
    quota,
    isPersistent,
    ...(inCaches !== undefined && { inCaches }),
  }
}

/**
 * Asks the browser to keep what is stored until the reader deletes it.
 * @returns what it answered
 */
export async function persist(): Promise<boolean> {
  return (await storageManager()?.persist?.()) ?? false
}

function storageManager(): StorageManager | undefined {
  return navigator.storage as StorageManager | undefined
}

/** Those that exist: opening one would make it. */
async function openCaches(): Promise<
  { name: (typeof CACHES)[number]; cache: Cache }[]
> {
  if (!globalThis.caches) return []
  const opened = await Promise.all(
    CACHES.map(async (name) =>
      (await caches.has(name))
        ? [{ name, cache: await caches.open(name) }]
        : [],
    ),
  )
  return opened.flat()
}

async function readShards(cache: Cache, url: string): Promise<Shard[] | null> {
  const response = await cache.match(url)
  return shardsOf(await response?.json().catch(() => null))
}

/** @returns nothing for what was deleted meanwhile */
async function describe(
  cacheName: StoredFile['cache'],
  cache: Cache,
  url: string,
  listed: number | undefined,
): Promise<StoredFile[]> {
  const response = await cache.match(url)
  if (!response) return []
  const since = Date.parse(response.headers.get('date') ?? '')
  return [
    {
      cache: cacheName,
      url,
      bytes: listed ?? (await sizeOf(response)),
      ...(since && { since }),
    },
  ]
}

/** The header tells it without reading the file, unless it came compressed. */
async function sizeOf(response: Response): Promise<number> {
  const { headers } = response
  const told = Number(headers.get('content-length'))
  if (told > 0 && !headers.has('content-encoding')) return told
  const blob = await response.blob()
  return blob.size
}
