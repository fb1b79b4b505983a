/** llama.cpp itself, in Node, with the site's model. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, Model, Piece, Wish } from './engine.ts'
import { llamaInNode, modelFile } from './node.ts'

const { signal } = new AbortController()
let model: Model
let engine: Engine

beforeAll(async () => {
  model = await modelFile('src/storyteller/weights/storyteller.q8_0.gguf')
  engine = llamaInNode(model)
  await engine.load(() => {}, signal)
})
afterAll(() => engine.dispose())

async function told(
  asked: Partial<Wish> = {},
  by: Engine = engine,
): Promise<Piece[]> {
  const wish = { prompt: '', maxTokens: 30, temperature: 0.7, seed: 1, signal }
  const pieces: Piece[] = []
  const all = by.generate({ ...wish, topK: 0, topP: 1, ...asked })
  for await (const piece of all) pieces.push(piece)
  return pieces
}

function text(pieces: Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

describe('llamaInNode', () => {
  test('tells a story to its end, which is a piece without text', async () => {
    const pieces = await told({ maxTokens: 320 })
    expect(text(pieces)).toMatch(/^[\t\n -~]{40,}$/)
    expect(pieces.at(-1)).toMatchObject({ id: 2, text: '' })
    expect(pieces.filter((piece) => piece.text === '')).toHaveLength(1)
  })

  test('says no more than it may', async () => {
    expect(await told({ maxTokens: 7 })).toHaveLength(7)
  })

  test('the same seed is the same story, in another engine too', async () => {
    const first = text(await told({ seed: 5 }))
    expect(text(await told({ seed: 6 }))).not.toBe(first)
    expect(text(await told({ seed: 5 }))).toBe(first)
    const other = llamaInNode(model)
    await other.load(() => {}, signal)
    expect(text(await told({ seed: 5 }, other))).toBe(first)
    await other.dispose()
  })

  test('temperature 0 takes the likeliest, and so does a cut to one', async () => {
    const pieces = await told({ temperature: 0 })
    for (const { id, logprob, top } of pieces) {
      expect(top).toHaveLength(10)
      expect(top[0]).toMatchObject({ id, logprob })
    }
    expect(text(await told({ topK: 1, seed: 9 }))).toBe(text(pieces))
    expect(text(await told({ topP: 0, seed: 9 }))).toBe(text(pieces))
  })

  test('who stops listening keeps nobody waiting', async () => {
    const wish = { prompt: '', maxTokens: 300, temperature: 0.7, signal }
    const all = engine.generate({ ...wish, topK: 0, topP: 1, seed: 1 })
    for await (const piece of all) {
      expect(piece.id).toBeGreaterThan(0)
      break
    }
    expect(await told({ maxTokens: 3 })).toHaveLength(3)
  })

  test('what is put away says so, to those who still listen too', async () => {
    const other = llamaInNode(model)
    await other.load(() => {}, signal)
    const telling = told({ maxTokens: 300 }, other)
    await other.dispose()
    await expect(telling).rejects.toThrow(/put away|No model is loaded/)
    await expect(told({}, other)).rejects.toThrow('No model is loaded')
  })
})
