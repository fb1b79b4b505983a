/**
 * A folder that a model can be hosted from: all that WebLLM asks for, under the
 * addresses that it makes of the folder's, and `models.json`, which says what is there.
 *
 * ```text
 * DIR/models.json
 * DIR/ID/library.wasm
 * DIR/ID/resolve/main/mlc-chat-config.json  tokenizer.json  tensor-cache.json  params_shard_0.bin …
 * ```
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { GpuRecord } from '../../engines/webllm-records.ts'
import { shardsOf, type Shard } from '../../engines/webllm-stored.ts'
import { fetchFile, kept, MirrorError, type Sums, type Wanted } from './file.ts'

/** WebLLM looks for weights here, below any folder that does not say `resolve`. */
const WEIGHTS = 'resolve/main'

const fileSchema = v.object({
  path: v.string(),
  bytes: v.number(),
  sha256: v.string(),
})
const listSchema = v.object({
  version: v.literal(1),
  models: v.array(
    v.object({
      id: v.string(),
      /** Paths from the list: the folder of weights, and the library. */
      weights: v.string(),
      library: v.string(),
      overrides: v.record(v.string(), v.unknown()),
      files: v.array(fileSchema),
    }),
  ),
})

export type MirrorList = v.InferOutput<typeof listSchema>
type MirroredModel = MirrorList['models'][number]

export interface Mirroring {
  record: GpuRecord
  /** The folder. */
  to: string
  /** The address of another such folder, in place of the hosts of the record. */
  from?: string
  patience: number
  /** Told each time that something more is there. */
  hear: (progress: MirrorProgress) => void
}

export interface MirrorProgress {
  /** The file that is at work. */
  name: string
  /** In bytes of shards, which are nearly all of it. */
  loaded: number
  total: number
}

/** @throws MirrorError; another call goes on where one ended */
export async function mirror(mirroring: Mirroring): Promise<MirroredModel> {
  const { record, to } = mirroring
  const id = record.model_id
  const list = await readMirrorList(to)
  const before = list.models.find((one) => one.id === id)
  const work = new Work(mirroring, before)
  await work.take(work.weights('mlc-chat-config.json'))
  await work.take(work.weights('tensor-cache.json'))
  const shards = await work.readShards()
  if (record.model_manifest)
    await work.take(work.weights(record.model_manifest))
  await work.take(work.weights(await work.readTokenizer()))
  await work.take(work.library())
  for (const shard of shards) await work.takeShard(shard)
  const model: MirroredModel = {
    id,
    weights: `${id}/`,
    library: work.library().path,
    overrides: record.overrides ?? {},
    files: work.files,
  }
  const models = [...list.models.filter((one) => one.id !== id), model]
  await writeFile(
    path.join(to, 'models.json'),
    `${JSON.stringify({ version: 1, models }, null, 2)}\n`,
  )
  return model
}

/** What a folder has; nothing where there is no list yet. */
export async function readMirrorList(folder: string): Promise<MirrorList> {
  const file = path.join(folder, 'models.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { version: 1, models: [] }
  try {
    return v.parse(listSchema, JSON.parse(text))
  } catch (error) {
    throw new MirrorError(
      `${file} is no list of mirrored models. Delete it; the files beside it stay good.`,
      { cause: error },
    )
  }
}

/** A file of the mirror: its path in the folder, and where it comes from. */
interface Place {
  path: string
  url: string
}

class Work {
  readonly files: MirroredModel['files'] = []
  readonly #mirroring: Mirroring
  readonly #before: MirroredModel | undefined
  #loaded = 0
  #total = 0

  constructor(mirroring: Mirroring, before: MirroredModel | undefined) {
    this.#mirroring = mirroring
    this.#before = before
  }

  weights(name: string): Place {
    const { from, record } = this.#mirroring
    const id = record.model_id
    demandPlainName(name)
    const home = from ? `${slashed(from)}${id}/` : slashed(record.model)
    return {
      path: `${id}/${WEIGHTS}/${name}`,
      url: new URL(`${WEIGHTS}/${name}`, home).href,
    }
  }

  library(): Place {
    const { from, record } = this.#mirroring
    const name = record.model_lib.split('/').at(-1)!
    const place = `${record.model_id}/${name}`
    return {
      path: place,
      url: from ? new URL(place, slashed(from)).href : record.model_lib,
    }
  }

  async take(place: Place): Promise<void> {
    const known = this.#before?.files.find((one) => one.path === place.path)
    const wanted = { ...this.#wanted(place), ...known }
    this.#told(place)
    const sums =
      (await kept(wanted)) ?? (await this.#fetch(this.#wanted(place)))
    this.#keep(place, sums)
  }

  async takeShard({ name, bytes, md5 }: Shard): Promise<void> {
    const place = this.weights(name)
    const wanted = { ...this.#wanted(place), bytes, ...(md5 && { md5 }) }
    const known = this.#before?.files.find((one) => one.path === place.path)
    const before = this.#loaded
    this.#told(place)
    const sums =
      (await kept({ ...wanted, ...(known && { sha256: known.sha256 }) })) ??
      (await this.#fetch(wanted, (more) => {
        this.#loaded += more
        this.#told(place)
      }))
    this.#loaded = before + bytes
    this.#told(place)
    this.#keep(place, sums)
  }

  async readShards(): Promise<Shard[]> {
    const shards = shardsOf(await this.#json('tensor-cache.json'))
    if (!shards)
      throw new MirrorError(
        `${this.weights('tensor-cache.json').url} lists no shards. It may be a model for an older WebLLM.`,
      )
    this.#total = shards.reduce((sum, { bytes }) => sum + bytes, 0)
    return shards
  }

  /** The one that the library takes of those that the settings name. */
  async readTokenizer(): Promise<string> {
    const config = (await this.#json('mlc-chat-config.json')) as {
      tokenizer_files?: unknown
    } | null
    const files = config?.tokenizer_files
    const found = ['tokenizer.json', 'tokenizer.model'].find(
      (name) => Array.isArray(files) && files.includes(name),
    )
    if (found) return found
    throw new MirrorError(
      `${this.weights('mlc-chat-config.json').url} names no tokenizer that WebLLM can read.`,
    )
  }

  async #json(name: string): Promise<unknown> {
    const file = path.join(this.#mirroring.to, this.weights(name).path)
    const text = await readFile(file, 'utf8')
    try {
      return JSON.parse(text)
    } catch {
      throw new MirrorError(
        `${this.weights(name).url} is no JSON. Is it a page that asks for a login?`,
      )
    }
  }

  #wanted({ path: place, url }: Place): Wanted {
    return { url, file: path.join(this.#mirroring.to, place) }
  }

  #fetch(wanted: Wanted, hear?: (more: number) => void): Promise<Sums> {
    const { patience } = this.#mirroring
    return fetchFile(wanted, { patience, ...(hear && { hear }) })
  }

  #keep({ path: place }: Place, { bytes, sha256 }: Sums): void {
    this.files.push({ path: place, bytes, sha256 })
  }

  #told({ path: place }: Place): void {
    this.#mirroring.hear({
      name: path.basename(place),
      loaded: this.#loaded,
      total: this.#total,
    })
  }
}

/** The list comes from outside, and names files to write. */
function demandPlainName(name: string): void {
  if (/^[\w-][\w.-]*$/.test(name)) return
  throw new MirrorError(
    `The model’s list names a file “${name}”, which would lie outside of its folder.`,
  )
}

function slashed(address: string): string {
  return address.endsWith('/') ? address : `${address}/`
}
