/** Shards held against their sums: sound, and each way of being something else. */
import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkShard } from './webllm-checking.ts'

const BYTES = randomBytes(300_000)
const SHARD = {
  name: 'params_shard_0.bin',
  bytes: BYTES.length,
  md5: createHash('md5').update(BYTES).digest('hex'),
}

async function verdictOn(bytes: Uint8Array<ArrayBuffer>, shard = SHARD) {
  let heard = 0
  const verdict = await checkShard(
    new Response(bytes),
    shard,
    (more) => (heard += more),
  )
  expect(heard).toBe(bytes.length)
  return verdict
}

test('a shard is sound when its sum is the one in the list', async () => {
  expect(await verdictOn(BYTES)).toBe('sound')
})

test('one bit that fell over is found', async () => {
  const broken = Uint8Array.from(BYTES)
  broken[200_000]! ^= 1
  expect(await verdictOn(broken)).toBe('other-bytes')
})

test('what is too short or too long is told as such', async () => {
  expect(await verdictOn(BYTES.subarray(1))).toBe('other-size')
  const long = new Uint8Array(BYTES.length + 1)
  expect(await verdictOn(long)).toBe('other-size')
})

test('without a sum, the size is all that can be said', async () => {
  expect(await verdictOn(BYTES, { ...SHARD, md5: '' })).toBe('no-sum')
})

test('what is not there is missing', async () => {
  expect(await checkShard(undefined, SHARD, () => {})).toBe('missing')
})
