/**
 * The same weights say the same by the plain forward pass and by llama.cpp. A
 * prompt that one of them cut into other tokens would change the odds behind it.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine, Piece } from '../engines/engine.ts'
import { llamaInNode, modelFile } from '../engines/node.ts'
import { ForwardPass } from '../storyteller/forward.ts'
import { readGguf, type Gguf } from '../storyteller/read-gguf.ts'
import { goOn } from '../storyteller/telling.ts'
import { END, START } from '../storyteller/tokenizer.ts'

const FILE = 'src/storyteller/weights/storyteller.f16.gguf'

const { signal } = new AbortController()
let engine: Engine
let gguf: Gguf
let pass: ForwardPass

beforeAll(async () => {
  engine = llamaInNode(await modelFile(FILE))
  await engine.load(() => {}, signal)
  gguf = readGguf(await readFile(FILE))
  pass = new ForwardPass(gguf)
})
afterAll(() => engine.dispose())

/** What llama.cpp says, the likeliest each time. */
async function told(prompt: string, maxTokens: number): Promise<Piece[]> {
  const cuts = { temperature: 0, topK: 0, topP: 1, seed: 1 }
  const pieces: Piece[] = []
  const wish = { prompt, maxTokens, signal, ...cuts }
  for await (const piece of engine.generate(wish)) pieces.push(piece)
  return pieces
}

function tokensOf(prompt: string): number[] {
  return [START, ...gguf.tokenizer.encode(prompt)]
}

test('a whole story is the same, token for token', async () => {
  let compared = 0
  for (const prompt of [
    '',
    'words: Mila, Wick, owl, red kite, hill\n',
    'the team: Quill, Thimble, Barley, Wick\n',
  ]) {
    const expected = goOn(pass, tokensOf(prompt), { temperature: 0 })
    expect(expected.ended).toBe(true)
    const ids = (await told(prompt, 320)).map(({ id }) => id)
    expect(ids, prompt).toEqual([...expected.tokens, END])
    compared += ids.length
  }
  expect(compared).toBeGreaterThan(200)
})

test.each([
  'One',
  ' One',
  '  two  spaces ',
  '\n',
  '\n\nOne\n two\n',
  'a\tb',
  'One windy morning, Mila',
  'Mila!?',
  'x'.repeat(60),
  'caf\u{e9} stra\u{df}e',
  '\u{1f436}\u{1f3fb}\u{200d}\u{1f692} woof',
  '\u{4f60}\u{597d}, \u{645}\u{631}\u{62d}\u{628}\u{627}',
  'e\u{301}\u{fffd}',
  '<0x0A>',
  '<unk',
  '< s >',
  '\u{2581}\u{2581}Mila',
  'thethethe andand Lanternpups',
  '"""..."""',
  'ONE WINDY MORNING 123',
])('llama.cpp cuts %j into the same tokens', async (prompt) => {
  const tokens = tokensOf(prompt)
  let logits = new Float32Array()
  for (const [at, token] of tokens.entries()) {
    logits = Float32Array.from(pass.run(token, at))
  }
  const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0)
  const [piece] = await told(prompt, 1)
  for (const { id, logprob } of piece!.top) {
    expect(logprob).toBeCloseTo(logits[id]! - Math.log(sum), 1)
  }
})
