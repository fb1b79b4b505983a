/**
 * Whether a stored shard is the one that its model's list means: by its size and
 * its MD5 sum, which the library never looks at. MD5 finds what broke on the way;
 * it keeps out nobody who alters both.
 */
import { md5 } from '@noble/hashes/legacy.js'
import type { Shard } from './webllm-stored.ts'

/** What is stored in the place of a shard. */
export type Verdict =
  'sound' | 'other-size' | 'other-bytes' | 'missing' | 'no-sum' // its size is right, and the list has no sum

/**
 * @param response what is stored
 * @param hear told how many bytes were read, piece by piece
 */
export async function checkShard(
  response: Response | undefined,
  shard: Shard,
  hear: (bytes: number) => void,
): Promise<Verdict> {
  if (!response?.body) return 'missing'
  const sum = md5.create()
  let bytes = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    sum.update(value)
    bytes += value.length
    hear(value.length)
  }
  if (bytes !== shard.bytes) return 'other-size'
  if (!shard.md5) return 'no-sum'
  return digits(sum.digest()) === shard.md5 ? 'sound' : 'other-bytes'
}

function digits(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
