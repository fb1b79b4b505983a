/**
 * A stored model's shards held against the sums in its list. The page's side:
 * the reading and computing is the Worker's, and ends with it.
 */
import { EngineError } from './engine.ts'
import type { Verdict } from './webllm-checking.ts'
import workerUrl from './webllm-checking.worker.ts?worker'
import { bytesOf, type Shard, type StoredModel } from './webllm-stored.ts'

/** To the Worker. */
export interface Check {
  folder: string
  shards: readonly Shard[]
}

/** From it. */
export type CheckSaid =
  | { kind: 'read'; loaded: number }
  | { kind: 'checked'; name: string; verdict: Verdict }
  | { kind: 'done' }
  | { kind: 'failed'; message: string }

/** What came of it, by the shards' names; those that are not stored are left out. */
export type Soundness = ReadonlyMap<string, Verdict>

/**
 * @throws EngineError; the signal's reason where it was stopped
 */
export function checkStored(
  { folder, shards, files }: StoredModel,
  hear: (loaded: number, total: number) => void,
  signal: AbortSignal,
): Promise<Soundness> {
  const urls = new Set(files.map(({ url }) => url))
  const there = shards.filter(({ name }) =>
    urls.has(new URL(name, folder).href),
  )
  const total = bytesOf(there)
  const verdicts = new Map<string, Verdict>()
  const worker = new Worker(new URL(workerUrl, import.meta.url), {
    type: 'module',
  })
  const done = new AbortController()
  return new Promise<Soundness>((resolve, reject) => {
    signal.throwIfAborted()
    const listening = { signal: done.signal }
    signal.addEventListener('abort', () => reject(signal.reason), listening)
    worker.addEventListener('error', () => reject(failed('')), listening)
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<CheckSaid>) => {
        if (data.kind === 'read') hear(data.loaded, total)
        else if (data.kind === 'checked') verdicts.set(data.name, data.verdict)
        else if (data.kind === 'done') resolve(verdicts)
        else reject(failed(data.message))
      },
      listening,
    )
    worker.postMessage({ folder, shards: there } satisfies Check)
  }).finally(() => {
    done.abort()
    worker.terminate()
  })
}

function failed(message: string): EngineError {
  const why = message ? `: ${message}` : ''
  return new EngineError(
    `The check could not go on${why}. Nothing was changed; try again.`,
  )
}
