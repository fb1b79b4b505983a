/** The list of a model's weights, as WebLLM's Worker has stored it: what each part weighs. */

interface TensorCache {
  records: { dataPath: string; nbytes: number }[]
}

/** WebLLM's own name for where models are stored. */
const STORE = 'webllm/model'
const LIST = '/tensor-cache.json'

/** Whether anything of a model is stored, so that it needs less room than its size. */
export async function hasFilesOf(folder: string): Promise<boolean> {
  try {
    const stored = await (await caches.open(STORE)).keys()
    return stored.some(({ url }) => url.startsWith(folder))
  } catch {
    // Browsers may keep storage from a page, or from one that is not secure.
    return false
  }
}

/**
 * @param folder the address that all of the model's files begin with
 * @returns bytes by address; none where no list is stored, or another thing in its place
 */
export async function weightsOf(folder: string): Promise<Map<string, number>> {
  const store = await caches.open(STORE)
  const stored = await store.keys()
  const list = stored.find(
    ({ url }) => url.startsWith(folder) && url.endsWith(LIST),
  )
  const response = list && (await store.match(list))
  if (!response) return new Map()
  try {
    const { records } = (await response.json()) as TensorCache
    return new Map(
      records.map(({ dataPath, nbytes }) => [
        new URL(dataPath, list.url).href,
        nbytes,
      ]),
    )
  } catch {
    // WebLLM says what is wrong with it.
    return new Map()
  }
}
