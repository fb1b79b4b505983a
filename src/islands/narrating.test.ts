/** One engine for a page: one after the other, loaded once, and stopped. */
import { describe, expect, test } from 'vitest'
import {
  EngineError,
  type Engine,
  type Model,
  type Piece,
  type Wish,
} from '../engines/engine.ts'
import { Narrator } from './narrating.ts'

const MODEL: Model = {
  name: 'A',
  source: new URL('https://here.example/a.gguf'),
  bytes: 4,
}
const OTHER: Model = { ...MODEL, source: new Blob(['GGUF']) }
const WISH: Omit<Wish, 'signal'> = {
  prompt: 'one two',
  maxTokens: 9,
  temperature: 0,
  topK: 0,
  topP: 1,
  seed: 1,
}

/** Says the words of its prompt, and writes down what was done to it. */
class Scripted implements Engine {
  readonly #log: string[]

  constructor(log: string[]) {
    this.#log = log
  }

  async load(hear: Parameters<Engine['load']>[0], signal: AbortSignal) {
    this.#log.push('load')
    hear({ phase: 'model', loaded: 1, total: 4 })
    await Promise.resolve()
    signal.throwIfAborted()
  }

  async *generate({ prompt, signal }: Wish): AsyncIterable<Piece> {
    for (const text of String(prompt).split(' ')) {
      await Promise.resolve()
      signal.throwIfAborted()
      if (text === '!') throw new EngineError('The engine stopped.')
      yield { id: 1, text, logprob: 0, top: [] }
    }
  }

  async dispose() {
    this.#log.push('dispose')
  }
}

function setUp() {
  const log: string[] = []
  const narrator = new Narrator(() => new Scripted(log))
  const tell = (
    model: Model,
    prompt = WISH.prompt,
    stop = new AbortController(),
    heard = (_text: string) => {},
  ) =>
    narrator.tell(
      model,
      { ...WISH, prompt },
      {
        signal: stop.signal,
        onProgress: (loaded, total, what) =>
          log.push(`${what} ${loaded}/${total}`),
        onReady: () => log.push('ready'),
      },
      ({ text }) => {
        log.push(text)
        heard(text)
      },
    )
  return { log, tell }
}

describe('a page', () => {
  test('loads a model once', async () => {
    const { log, tell } = setUp()
    await tell(MODEL)
    await tell({ ...MODEL, source: new URL('https://here.example/a.gguf') })
    expect(log).toEqual(
      'load|the model 1/4|ready|one|two|ready|one|two'.split('|'),
    )
  })

  test('gives one model up for another', async () => {
    const { log, tell } = setUp()
    await tell(MODEL)
    await tell(OTHER, 'x')
    expect(log.slice(5)).toEqual(
      'dispose|load|the model 1/4|ready|x'.split('|'),
    )
  })

  test('tells one after the other', async () => {
    const { log, tell } = setUp()
    await Promise.all([tell(MODEL, 'a b'), tell(MODEL, 'c d')])
    expect(log.filter((word) => word.length === 1)).toEqual([...'abcd'])
  })

  test('loads anew after a failure', async () => {
    const { log, tell } = setUp()
    await expect(tell(MODEL, 'a !')).rejects.toThrow('The engine stopped.')
    await tell(MODEL, 'b')
    expect(log.filter((word) => !/ready|the model/.test(word))).toEqual(
      'load|a|dispose|load|b'.split('|'),
    )
  })

  test('stops at once, while it waits, loads or tells, and goes on', async () => {
    const { log, tell } = setUp()
    const [loading, waiting, telling] = [0, 1, 2].map(
      () => new AbortController(),
    )
    const first = tell(MODEL, 'a', loading)
    const second = tell(MODEL, 'b', waiting)
    loading!.abort()
    waiting!.abort()
    await expect(first).rejects.toThrow(/abort/)
    await expect(second).rejects.toThrow(/abort/)
    const third = tell(MODEL, 'c d', telling, () => telling!.abort())
    await expect(third).rejects.toThrow(/abort/)
    await tell(MODEL, 'e')
    const words = log.filter((word) => word.length === 1)
    expect(words).toEqual(['c', 'e'])
  })
})
