/** What may come next, by the weights that the site has. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Foresight } from './likely.ts'
import { ownTokenizer } from './own-tokenizer.ts'

const FILE = 'src/storyteller/weights/storyteller.q8_0.gguf'
const bytes = readFileSync(FILE)
const tokens = ownTokenizer.encode('Every pup has a name')

test('all odds are 1 together, the best comes first', () => {
  const all = new Foresight(bytes).after(tokens, 2000)
  expect(all).toHaveLength(1280)
  const sum = all.reduce((odds, { logprob }) => odds + Math.exp(logprob), 0)
  expect(sum).toBeCloseTo(1, 6)
  for (const [at, { logprob }] of all.slice(1).entries()) {
    expect(logprob).toBeLessThanOrEqual(all[at]!.logprob)
  }
  expect(ownTokenizer.tokens[all[0]!.id]).toBe(all[0]!.text)
})

test('what was asked before changes no odds', () => {
  const foresight = new Foresight(bytes)
  const fresh = (of: number[]) => new Foresight(bytes).after(of, 5)
  const ways = [
    tokens,
    tokens.slice(0, 2),
    [...tokens, 300],
    tokens,
    tokens,
    [],
  ]
  for (const way of ways) expect(foresight.after(way, 5)).toEqual(fresh(way))
})

test('a text longer than the context is refused, and the next one is not', () => {
  const foresight = new Foresight(bytes)
  const long = Array.from({ length: foresight.context }, () => 300)
  expect(() => foresight.after(long, 5)).toThrow('has no place')
  expect(foresight.after(long.slice(1), 5)).toHaveLength(5)
})
