/** What fits into a wish, and what is refused. */
import { describe, expect, test } from 'vitest'
import { demandShort, lastOf } from './story-wish.ts'

describe('what a story goes on from', () => {
  test('is all of it, as long as that fits, or the prompt alone', () => {
    expect(lastOf('Mila', ' slept.')).toBe('Mila slept.')
    const long = 'Mila slept. '.repeat(200)
    expect(lastOf(long, '')).toBe(long)
  })

  test('is its last whole sentences, where it is long', () => {
    const last = lastOf('words: a\n', '"Mila slept," said Wick. '.repeat(80))
    expect(last).toMatch(/^"Mila slept/)
    expect(last.length).toBeGreaterThan(400)
    expect(last.length).toBeLessThanOrEqual(450)
  })
})

test('a prompt of 20,000 characters, and of one more', () => {
  expect(() => demandShort('x'.repeat(20_000))).not.toThrow()
  expect(() => demandShort('x'.repeat(20_001))).toThrow('20,001 characters')
})
