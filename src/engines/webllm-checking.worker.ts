/** The Worker that reads gigabytes from storage to check them, shard by shard. */
import { checkShard } from './webllm-checking.ts'
import type { Check, CheckSaid } from './webllm-soundness.ts'

/** Bytes between two words about progress. */
const STEP = 1 << 20

addEventListener('message', ({ data }: MessageEvent<Check>) => {
  void check(data).catch((error: Error) =>
    say({ kind: 'failed', message: error.message }),
  )
})

async function check({ folder, shards }: Check): Promise<void> {
  const cache = await caches.open('webllm/model')
  let loaded = 0
  let told = 0
  for (const shard of shards) {
    const response = await cache.match(new URL(shard.name, folder))
    const before = loaded
    const verdict = await checkShard(response, shard, (bytes) => {
      loaded += bytes
      if (loaded - told < STEP) return
      told = loaded
      say({ kind: 'read', loaded })
    })
    loaded = before + shard.bytes
    say({ kind: 'checked', name: shard.name, verdict })
  }
  say({ kind: 'done' })
}

function say(said: CheckSaid): void {
  postMessage(said)
}
