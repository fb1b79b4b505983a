import { expect, test } from 'vitest'
import type { Wish } from './engine.ts'
import { bodyOf, piecesOf } from './wire.ts'

const wish: Wish = {
  prompt: 'Wick',
  maxTokens: 9,
  temperature: 0.7,
  topK: 40,
  topP: 0.9,
  seed: 3,
  signal: new AbortController().signal,
}

test('cuts come before temperature, and nothing else moves the odds', () => {
  const body = bodyOf(wish, 'Wick', 10)
  expect(body).toMatchObject({
    samplers: ['top_k', 'top_p', 'temperature'],
    n_predict: 9,
    seed: 3,
    n_probs: 10,
    cache_prompt: false,
  })
})

test('the last seed is none of chance', () => {
  expect(bodyOf({ ...wish, seed: 0xffff_ffff }, '', 10)).toMatchObject({
    seed: 0,
  })
})

test('a schema takes the place of a grammar', () => {
  const schema = '{"enum":["Wick"]}'
  const body = bodyOf({ ...wish, schema, grammar: 'root ::= "x"' }, '', 10)
  expect(body).toMatchObject({ json_schema: { enum: ['Wick'] } })
  expect(body).not.toHaveProperty('grammar')
  expect(bodyOf({ ...wish, grammar: 'root ::= "x"' }, '', 10)).toMatchObject({
    grammar: 'root ::= "x"',
  })
})

test('a token becomes a piece; bytes that are no text are shown', () => {
  const token = { id: 7, token: ' ran', bytes: [32, 114], logprob: -1 }
  const byte = { id: 8, token: '', bytes: [0xc3], logprob: -2 }
  const end = { id: 2, token: '', bytes: [], logprob: -3 }
  const content = [{ ...token, top_logprobs: [token, byte, end] }]
  const choice = { text: ' ran', finish_reason: null, logprobs: { content } }
  const last = { text: '', finish_reason: 'stop' }
  expect([...piecesOf({ choices: [choice, last] })]).toEqual([
    {
      id: 7,
      text: ' ran',
      logprob: -1,
      top: [
        { id: 7, text: ' ran', logprob: -1 },
        { id: 8, text: '<0xC3>', logprob: -2 },
        { id: 2, text: '', logprob: -3 },
      ],
    },
  ])
})

test('a token whose odds are unknown is still said', () => {
  const choice = { text: ' ran', finish_reason: null }
  expect([...piecesOf({ choices: [choice] })]).toEqual([
    { id: -1, text: ' ran', logprob: Number.NaN, top: [] },
  ])
})
