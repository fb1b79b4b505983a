/**
 * A model of a few bytes on hosts that are not there, for tests of WebLLM: its
 * settings, its tokenizer, five parts of weights, and a library with nothing in it.
 */
import { emptyLibrary } from '../src/engines/webllm-library.fixture.ts'
import type { Route } from 'playwright/test'
import type { Page } from './fixtures.ts'

const HUB = 'https://hub.test/tales/Tale/'

/** Where the model is, for `door.model`. */
export const TALE = { source: HUB, library: 'https://shelf.test/tale.wasm' }

export const PART_BYTES = 300_000
export const PARTS = [0, 1, 2, 3, 4].map((at) => `part_${at}.bin`)

type Answer =
  Parameters<Route['fulfill']>[0] | ((route: Route) => Promise<void>)

export class Hub {
  /** Names of files, in the order in which they were asked for. */
  asked: string[] = []
  readonly #answers: Map<string, Answer>

  /** @param answers in place of files, by name */
  static async open(
    page: Page,
    answers: Record<string, Answer> = {},
  ): Promise<Hub> {
    const hub = new Hub({ ...(await files()), ...answers })
    await page.route(/^https:\/\/(?:hub|shelf)\.test\//, (route) =>
      hub.#serve(route),
    )
    return hub
  }

  private constructor(answers: Record<string, Answer>) {
    this.#answers = new Map(Object.entries(answers))
  }

  answer(name: string, answer: Answer): void {
    this.#answers.set(name, answer)
  }

  async #serve(route: Route): Promise<void> {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!
    this.asked.push(name)
    const answer = this.#answers.get(name) ?? { status: 404 }
    if (typeof answer === 'function') return answer(route)
    return route.fulfill({
      ...answer,
      headers: { 'access-control-allow-origin': '*' },
    })
  }
}

/** Answers as if the cable was out. */
export function offline(route: Route): Promise<void> {
  return route.abort('internetdisconnected')
}

async function files(): Promise<Record<string, Answer>> {
  const records = PARTS.map((dataPath) => ({
    dataPath,
    nbytes: PART_BYTES,
    format: 'raw-shard',
    records: [],
  }))
  const part = { body: Buffer.alloc(PART_BYTES) }
  return {
    'mlc-chat-config.json': { json: { tokenizer_files: ['tokenizer.json'] } },
    'tale.wasm': { body: Buffer.from(await emptyLibrary()) },
    'tokenizer.json': { json: TOKENIZER },
    'tensor-cache.json': { json: { metadata: {}, records } },
    ...Object.fromEntries(PARTS.map((name) => [name, part])),
  }
}

const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: null,
  post_processor: null,
  decoder: null,
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: null,
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: false,
    vocab: { a: 0 },
    merges: [],
  },
}
