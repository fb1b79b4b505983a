/**
 * The Worker that measures stores: random bytes are written and read in each, in
 * turns. What it wrote is deleted by the page, which may stop it at any moment.
 */
import { STORES, type StoreKey, type StoreTimes } from '../../figures/stores.ts'
import { measurePromisesInTurns } from '../../measuring/measuring.ts'
import { NoStore, openings, type Store } from './stores.ts'
import type { Measure, SpeedsSaid } from './speeds.ts'

/** Milliseconds for all stores together, and turns that are enough. */
const PATIENCE = 40_000
const TURNS = 5

/** No call gives more random bytes than these at once. */
const AT_ONCE = 65_536

addEventListener('message', ({ data }: MessageEvent<Measure>) => {
  void measure(data).catch(({ name, message }: Error) =>
    say({ kind: 'failed', name, message }),
  )
})

async function measure({ parts, partBytes }: Measure): Promise<void> {
  const { stores, refusals } = await openAll()
  const bytes = randomBytes(partBytes)
  const names = Array.from({ length: parts }, (_, part) => `part-${part}`)
  const acts = stores.flatMap(({ store }) => [
    async () => {
      for (const name of names) await store.write(name, bytes)
    },
    async () => {
      for (const name of names) await demand(store, name, partBytes)
    },
  ])
  const spreads = await measurePromisesInTurns(acts, {
    patience: PATIENCE,
    runs: TURNS,
    now: () => performance.now(),
    onTurn: (turn) => say({ kind: 'turn', turn, turns: TURNS }),
  })
  const measured = stores.map(
    ({ key }, at) =>
      [key, { write: spreads[2 * at]!, read: spreads[2 * at + 1]! }] as const,
  )
  const times = { ...Object.fromEntries(measured), ...refusals }
  say({ kind: 'measured', times: times as Record<StoreKey, StoreTimes> })
}

/** A store that gives back less would look quick. */
async function demand(
  store: Store,
  name: string,
  bytes: number,
): Promise<void> {
  const { byteLength } = await store.read(name)
  if (byteLength !== bytes)
    throw new Error(`a store gave ${byteLength} bytes back for ${bytes}`)
}

async function openAll(): Promise<{
  stores: { key: StoreKey; store: Store }[]
  refusals: Partial<Record<StoreKey, StoreTimes>>
}> {
  const stores: { key: StoreKey; store: Store }[] = []
  const refusals: Partial<Record<StoreKey, StoreTimes>> = {}
  for (const { key } of STORES) {
    try {
      stores.push({ key, store: await openings[key]() })
    } catch (error) {
      if (!(error instanceof NoStore)) throw error
      refusals[key] = { refusal: error.message }
    }
  }
  return { stores, refusals }
}

/** Bytes that no store can make smaller. */
function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let from = 0; from < length; from += AT_ONCE)
    crypto.getRandomValues(bytes.subarray(from, from + AT_ONCE))
  return bytes
}

function say(said: SpeedsSaid): void {
  postMessage(said)
}
