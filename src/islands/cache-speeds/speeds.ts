/** The page's side of measuring stores: one Worker for one measurement. */
import type { StoreKey, StoreTimes } from '../../figures/stores.ts'
import { roomWords } from '../../figures/room-words.ts'
import { WorkFailure } from '../trouble.ts'
import type { Watcher } from '../working.ts'
import workerUrl from './speeds.worker.ts?worker'
import { emptyStores } from './stores.ts'

/** To the Worker. */
export interface Measure {
  parts: number
  partBytes: number
}

/** From it. */
export type SpeedsSaid =
  | { kind: 'turn'; turn: number; turns: number }
  | { kind: 'measured'; times: Record<StoreKey, StoreTimes> }
  | { kind: 'failed'; name: string; message: string }

/** The part of a model that is stored under one name is of this order, too. */
export const PART = 4e6

/** Four stores keep their bytes at once, and one that is written over has them twice. */
const AT_ONCE = 5

/**
 * @returns what each store took
 * @throws WorkFailure; the signal's reason where it was stopped
 */
export async function measureStores(
  megabytes: number,
  { signal, onTold }: Watcher,
): Promise<Record<StoreKey, StoreTimes>> {
  await demandRoom(AT_ONCE * megabytes * 1e6)
  await emptyStores()
  onTold?.('Warming up …')
  const measure = { parts: (megabytes * 1e6) / PART, partBytes: PART }
  try {
    return await ask(measure, signal, (turn, turns) =>
      onTold?.(`Turn ${turn} of at most ${turns} is done …`),
    )
  } finally {
    await emptyStores()
  }
}

async function demandRoom(bytes: number): Promise<void> {
  const { usage = 0, quota } = (await navigator.storage?.estimate?.()) ?? {}
  if (quota === undefined || quota - usage >= bytes) return
  throw noRoom(
    `needs ${roomWords(bytes)}, and ${roomWords(Math.max(0, quota - usage))} are left`,
  )
}

function noRoom(why: string): WorkFailure {
  return new WorkFailure(
    `There is no room to measure: it ${why}. Choose a smaller size, or delete a model.`,
    true,
  )
}

function ask(
  measure: Measure,
  signal: AbortSignal,
  hear: (turn: number, turns: number) => void,
): Promise<Record<StoreKey, StoreTimes>> {
  signal.throwIfAborted()
  const worker = new Worker(new URL(workerUrl, import.meta.url), {
    type: 'module',
  })
  const done = new AbortController()
  const listening = { signal: done.signal }
  return new Promise<Record<StoreKey, StoreTimes>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), listening)
    worker.addEventListener(
      'error',
      () =>
        reject(
          new WorkFailure(
            'The script that measures could not be loaded. Check the connection, and try again.',
            true,
          ),
        ),
      listening,
    )
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<SpeedsSaid>) => {
        if (data.kind === 'turn') hear(data.turn, data.turns)
        else if (data.kind === 'measured') resolve(data.times)
        else reject(failure(data))
      },
      listening,
    )
    worker.postMessage(measure)
  }).finally(() => {
    done.abort()
    worker.terminate()
  })
}

function failure({ name, message }: { name: string; message: string }): Error {
  if (name === 'QuotaExceededError')
    return noRoom('went beyond what the browser gives this site')
  return new WorkFailure(
    `Measuring ended: ${message}. What it had written is deleted; try again.`,
    true,
  )
}
