/** Made-up models, stored as WebLLM stores real ones, for tests of what is kept. */
import { createHash } from 'node:crypto'
import type { Page } from './fixtures.ts'

const LIBRARIES =
  'https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/'

export interface Kept {
  /** The address of the folder, which ends in `/`. */
  folder: string
  /** How many shards it has, and how many of them are stored, from the first on. */
  shards: number
  stored: number
  /** The number of the shard that is stored with other bytes. */
  broken?: number
  library?: string
}

/** A model of WebLLM's list: all of it is there, and a shard is broken. */
export const WHOLE: Kept = {
  folder: folderOf('SmolLM2-360M-Instruct-q4f32_1-MLC'),
  shards: 3,
  stored: 3,
  broken: 1,
  library: `${LIBRARIES}SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm`,
}

/** One whose download was stopped. */
export const PARTIAL: Kept = {
  folder: folderOf('Llama-2-7b-chat-hf-q4f16_1-MLC'),
  shards: 5,
  stored: 2,
}

/** One of the reader's own, that is in no list. */
export const OWN: Kept = {
  folder: 'https://models.example/My%20model/resolve/main/',
  shards: 1,
  stored: 1,
  library: 'https://models.example/My%20model/my-webgpu.wasm',
}

export const SHARD_BYTES = 100_000

function folderOf(id: string): string {
  return `https://huggingface.co/mlc-ai/${id}/resolve/main/`
}

/** Puts models where the library would have put them. */
export async function keep(page: Page, ...models: Kept[]): Promise<void> {
  const shard = Buffer.alloc(SHARD_BYTES, 'a wasm new year ')
  const md5 = createHash('md5').update(shard).digest('hex')
  await page.evaluate(store, {
    models,
    text: shard.toString(),
    md5,
  })
}

/** Runs in the page. */
async function store({
  models,
  text,
  md5,
}: {
  models: Kept[]
  text: string
  md5: string
}): Promise<void> {
  const date = 'Sun, 14 Jan 2024 10:00:00 GMT'
  const put = async (name: string, url: string, body: string) => {
    const cache = await caches.open(name)
    await cache.put(url, new Response(body, { headers: { date } }))
  }
  for (const { folder, shards, stored, broken, library } of models) {
    const records = Array.from({ length: shards }, (_, at) => ({
      dataPath: `params_shard_${at}.bin`,
      nbytes: text.length,
      md5sum: md5,
    }))
    await put('webllm/config', `${folder}mlc-chat-config.json`, '{}')
    await put('webllm/model', `${folder}tokenizer.json`, '{}')
    await put(
      'webllm/model',
      `${folder}tensor-cache.json`,
      JSON.stringify({ records }),
    )
    for (const [at, { dataPath }] of records.slice(0, stored).entries()) {
      const body = at === broken ? text.replace('w', 'v') : text
      await put('webllm/model', folder + dataPath, body)
    }
    if (library) await put('webllm/wasm', library, '\0asm')
  }
}

/** What is stored of them, by the ends of the addresses. */
export function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = ['webllm/config', 'webllm/model', 'webllm/wasm']
    const all = await Promise.all(
      names.map(async (name) => {
        if (!(await caches.has(name))) return []
        const cache = await caches.open(name)
        const keys = await cache.keys()
        return keys.map(({ url }) => url)
      }),
    )
    return all.flat()
  })
}
