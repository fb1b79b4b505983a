/**
 * What WebLLM has stored, by folders of weights: pure, so anything can ask. The
 * library keeps files under their addresses, and knows no list of models.
 */
import type { GpuModel } from './gpu-model.ts'

/** The library's three caches, under their names in the browser. */
export const CACHES = ['webllm/config', 'webllm/model', 'webllm/wasm'] as const

export interface StoredFile {
  cache: (typeof CACHES)[number]
  url: string
  bytes: number
  /** When it came, in milliseconds since 1970; undefined where its host does not let a page read that. */
  since?: number
}

/** A file of weights, as `tensor-cache.json` lists it. */
export interface Shard {
  /** Its name in the folder. */
  name: string
  bytes: number
  /** In hexadecimal digits; '' where nobody says. */
  md5: string
}

/** A folder of weights, and what is stored of it. Models may share one. */
export interface StoredModel {
  /** The folder's address, which ends in `/`. */
  folder: string
  /** Of the model that uses it, or the first of several; the folder's own where no list knows it. */
  name: string
  host: string
  /** All that goes when the model is deleted. */
  files: readonly StoredFile[]
  /** Libraries that other stored models need as well. */
  shared: readonly StoredFile[]
  /** Of `files`, together. */
  bytes: number
  /** All shards, stored or not; empty where their list is not stored or cannot be read. */
  shards: readonly Shard[]
  storedShards: number
  /** What the shards that are not there would bring; 0 where their list is unknown. */
  missingBytes: number
  /** Whether settings, tokenizer and all shards are there. */
  isComplete: boolean
  /** When its first file came, where that is known. */
  since?: number
}

export interface Stored {
  models: StoredModel[]
  /** Libraries that no stored model uses. */
  others: StoredFile[]
}

/** The folder that WebLLM takes a model's weights from, as it completes an address. */
export function weightsFolder({ source }: Pick<GpuModel, 'source'>): string {
  const address = source.href.replace(/\/?$/, '/')
  return /.+\/resolve\/.+\//.test(address) ? address : `${address}resolve/main/`
}

/** Whether this model starts without any download. */
export function needsNoDownload(
  model: GpuModel,
  stored: readonly StoredModel[],
): boolean {
  const folder = weightsFolder(model)
  const found = stored.find((one) => one.folder === folder)
  if (!found?.isComplete) return false
  // One on this machine is never kept: the library fetches it each time.
  if (model.library.href.includes('localhost')) return true
  return [...found.files, ...found.shared].some(
    ({ url }) => url === model.library.href,
  )
}

/**
 * @param lists of shards, by their folder; null for one that cannot be read
 * @param known models that have a name, and whose libraries are known
 */
export function byFolder(
  files: readonly StoredFile[],
  lists: ReadonlyMap<string, readonly Shard[] | null>,
  known: readonly GpuModel[],
): Stored {
  const folders = new Map<string, StoredFile[]>()
  const libraries: StoredFile[] = []
  for (const file of files) {
    if (file.cache === 'webllm/wasm') libraries.push(file)
    else push(folders, folderOf(file.url), file)
  }
  const users = new Map<StoredFile, string[]>()
  for (const folder of folders.keys()) {
    const needed = librariesOf(folder, known, libraries)
    for (const library of needed) push(users, library, folder)
  }
  const models = [...folders].map(([folder, own]) => {
    const needed = libraries.filter((one) => users.get(one)?.includes(folder))
    const shared = needed.filter((one) => users.get(one)!.length > 1)
    const all = [...own, ...needed.filter((one) => !shared.includes(one))]
    return {
      ...storedModel(folder, all, lists.get(folder) ?? []),
      name: nameOf(folder, known),
      shared,
    }
  })
  return {
    models: models.sort((one, other) => one.name.localeCompare(other.name)),
    others: libraries.filter((library) => !users.has(library)),
  }
}

function storedModel(
  folder: string,
  files: readonly StoredFile[],
  shards: readonly Shard[],
): Omit<StoredModel, 'name' | 'shared'> {
  const urls = new Set(files.map(({ url }) => url))
  const has = (name: string) => urls.has(new URL(name, folder).href)
  const missing = shards.filter(({ name }) => !has(name))
  const since = files.flatMap((file) => file.since ?? [])
  return {
    folder,
    host: new URL(folder).host,
    files,
    bytes: bytesOf(files),
    shards,
    storedShards: shards.length - missing.length,
    missingBytes: bytesOf(missing),
    isComplete:
      shards.length > 0 &&
      missing.length === 0 &&
      has('mlc-chat-config.json') &&
      (has('tokenizer.json') || has('tokenizer.model')),
    ...(since.length > 0 && { since: Math.min(...since) }),
  }
}

/** Those that a list names; of a model in no list, those that lie with it. */
function librariesOf(
  folder: string,
  known: readonly GpuModel[],
  libraries: readonly StoredFile[],
): StoredFile[] {
  const urls = modelsOf(folder, known).map(({ library }) => library.href)
  const home = homeOf(folder)
  return libraries.filter(
    ({ url }) =>
      urls.includes(url) || (urls.length === 0 && url.startsWith(home)),
  )
}

function modelsOf(folder: string, known: readonly GpuModel[]): GpuModel[] {
  return known.filter((model) => weightsFolder(model) === folder)
}

/** Of several models that share a folder, the shortest name says what they share. */
function nameOf(folder: string, known: readonly GpuModel[]): string {
  const [shortest] = modelsOf(folder, known)
    .map(({ name }) => name)
    .sort((one, other) => one.length - other.length)
  return shortest ?? decodeURIComponent(homeOf(folder).split('/').at(-2)!)
}

/** `…/mlc-ai/ID/resolve/main/` → `…/mlc-ai/ID/` */
function homeOf(folder: string): string {
  return folder.replace(/resolve\/.+\/$/, '')
}

export function folderOf(url: string): string {
  return new URL('.', url).href
}

export function bytesOf(files: readonly { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** @returns null where it is no list of shards */
export function shardsOf(list: unknown): Shard[] | null {
  const { records } = (list ?? {}) as { records?: unknown }
  if (!Array.isArray(records)) return null
  return records.every(isRecord)
    ? records.map(({ dataPath, nbytes, md5sum }) => ({
        name: dataPath,
        bytes: nbytes,
        md5: typeof md5sum === 'string' ? md5sum.toLowerCase() : '',
      }))
    : null
}

function isRecord(
  value: unknown,
): value is { dataPath: string; nbytes: number; md5sum?: unknown } {
  const { dataPath, nbytes } = (value ?? {}) as Record<string, unknown>
  return typeof dataPath === 'string' && typeof nbytes === 'number'
}
