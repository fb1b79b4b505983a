import { expect, test } from 'vitest'
import { chatWishOf } from './webllm-wish.ts'

const { signal } = new AbortController()
const wish = {
  prompt: 'Once',
  maxTokens: 9,
  temperature: 0.7,
  topK: 40,
  topP: 0.9,
  seed: 1,
  signal,
}

test('a wish can be posted, and says what the library has a word for', () => {
  const asked = chatWishOf({ ...wish, schema: '{}' })
  expect(structuredClone(asked)).toEqual({
    prompt: 'Once',
    maxTokens: 9,
    temperature: 0.7,
    topP: 0.9,
    seed: expect.any(Number),
    schema: '{}',
  })
  expect(chatWishOf({ ...wish, topP: 0 }).topP).toBeGreaterThan(0)
})

test('neighbours among seeds draw their first token anywhere', () => {
  const chances = Array.from({ length: 2000 }, (_, seed) => firstChance(seed))
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const chance of chances) tenths[Math.floor(chance * 10)]! += 1
  for (const count of tenths) {
    expect(count).toBeGreaterThan(140)
    expect(count).toBeLessThan(260)
  }
  expect(new Set(chances).size).toBe(2000)
})

test.each([0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1])(
  'seed %i is one for the library',
  (seed) => {
    const spread = chatWishOf({ ...wish, seed }).seed
    expect(Number.isInteger(spread)).toBe(true)
    expect(spread).toBeGreaterThan(0)
    expect(spread).toBeLessThan(2 ** 31 - 1)
    expect(chatWishOf({ ...wish, seed }).seed).toBe(spread)
  },
)

/** What the library draws first: the seed times 48,271, modulo 2^31 − 1. */
function firstChance(seed: number): number {
  const modulus = 2 ** 31 - 1
  return ((chatWishOf({ ...wish, seed }).seed * 48_271) % modulus) / modulus
}
