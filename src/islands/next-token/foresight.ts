/**
 * The page's side of the odds: the weights are fetched once, and one Worker runs
 * them. It answers within milliseconds, so nothing but the fetch can be stopped.
 */
import type { Candidate } from '../../engines/engine.ts'
import { checkHash } from '../../engines/hash.ts'
import { storyteller } from '../../engines/storyteller.ts'
import { fetchBytes } from '../../fetching.ts'
import { Turns, UNWATCHED } from '../turns.ts'
import type { Watcher, Working } from '../working.ts'
import workerUrl from './foresight.worker.ts?worker'

export interface Order {
  /** Without `<s>`. */
  tokens: number[]
  /** With the first order. */
  weights?: Uint8Array
}

/** What came of an order: candidates, or a sentence for the reader. */
export type Answer = { candidates: Candidate[] } | { failed: string }

let weights: Uint8Array | undefined
let worker: Worker | undefined
let queue: Promise<unknown> = Promise.resolve()
const loading = new Turns()

export function isLoaded(): boolean {
  return weights !== undefined
}

/**
 * The likeliest tokens after others, best first. The model is loaded if it is
 * not here yet, which a card shows and can stop.
 *
 * @returns nothing where that was not to be; the card says why
 */
export async function oddsAfter(
  tokens: number[],
  working: Working,
): Promise<Candidate[] | undefined> {
  if (!isLoaded()) {
    await working.run((watcher) => loading.take(watcher, load))
  }
  if (!isLoaded()) return undefined
  try {
    return await candidatesAfter(tokens)
  } catch (error) {
    working.trouble((error as Error).message)
    return undefined
  }
}

/** Has the weights here before anybody asks for odds. */
export function prepareOdds(): void {
  void loading.take(UNWATCHED, load).catch(() => {})
}

/** Fetches the weights, once in a page. @throws LoadError or EngineError */
async function load({ signal, onProgress }: Watcher): Promise<void> {
  if (isLoaded()) return
  const { name, source, bytes, sha256 } = storyteller()
  const came = await fetchBytes(source as URL, bytes, {
    signal,
    onProgress: ({ loaded, total }) =>
      onProgress(loaded, total, 'the storyteller'),
    what: 'the storyteller',
    kind: { name: 'a GGUF file', start: 'GGUF' },
  })
  await checkHash(new Blob([came]), sha256!, name)
  weights = came
}

/** One order is done after the other. @throws Error with a sentence for the reader */
function candidatesAfter(tokens: number[]): Promise<Candidate[]> {
  const turn = queue.then(() => ask(tokens))
  queue = turn.catch(() => {})
  return turn
}

function ask(tokens: number[]): Promise<Candidate[]> {
  const done = new AbortController()
  const { signal } = done
  return new Promise<Candidate[]>((resolve, reject) => {
    const order: Order = { tokens }
    if (!worker) {
      worker = new Worker(new URL(workerUrl, import.meta.url), {
        type: 'module',
      })
      order.weights = weights!
    }
    const lost = () => {
      worker = undefined
      reject(
        new Error(
          'The script that runs the model could not be loaded. Check the connection, and try again.',
        ),
      )
    }
    const hear = ({ data }: MessageEvent<Answer>) => {
      if ('candidates' in data) resolve(data.candidates)
      else reject(new Error(data.failed))
    }
    worker.addEventListener('message', hear, { signal })
    worker.addEventListener('error', lost, { signal })
    worker.postMessage(order)
  }).finally(() => done.abort())
}
