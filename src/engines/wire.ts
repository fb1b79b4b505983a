/** What goes to llama.cpp and comes from it, in its server's own names. */
import type { Candidate, Piece, Wish } from './engine.ts'

/** This one asks for a seed of chance. */
const NO_SEED = 0xffff_ffff

/**
 * Any text. A token that leads to none, such as the second half of a character
 * without its first, is drawn again.
 */
const TEXT = String.raw`root ::= [\t\n\r -\uD7FF\uE000-\U0010FFFF]*`

/**
 * All that could move the odds away from what is asked for is off, and nothing
 * that was read before is used again: sums in another order round differently.
 *
 * @param top how many of the likeliest tokens are told at each place
 */
export function bodyOf(wish: Wish, prompt: string, top: number): object {
  return {
    prompt,
    n_predict: wish.maxTokens,
    samplers: ['top_k', 'top_p', 'temperature'],
    temperature: wish.temperature,
    top_k: wish.topK,
    top_p: wish.topP,
    seed: wish.seed % NO_SEED,
    n_probs: top,
    cache_prompt: false,
    ...limitOf(wish),
  }
}

/** llama.cpp makes a grammar of a schema itself, and takes one of the two. */
function limitOf({ grammar, schema }: Wish): object {
  if (schema) return { json_schema: JSON.parse(schema) }
  return { grammar: grammar || TEXT }
}

interface Token {
  id: number
  token: string
  bytes: number[]
  logprob: number
}

/** A part of an answer: a token, or why no more come. */
export interface Chunk {
  choices: {
    text: string
    finish_reason: string | null
    logprobs?: { content: (Token & { top_logprobs: Token[] })[] } | null
  }[]
}

const UNTOLD = { id: -1, logprob: Number.NaN, top: [] }

export function* piecesOf({ choices }: Chunk): Generator<Piece> {
  for (const { text, finish_reason: end, logprobs } of choices) {
    if (end) continue
    const token = logprobs?.content[0]
    if (!token) yield { ...UNTOLD, text }
    else {
      const top = token.top_logprobs.map(candidate)
      yield { ...candidate(token), text, top }
    }
  }
}

function candidate({ id, token, bytes, logprob }: Token): Candidate {
  return { id, text: token || shown(bytes), logprob }
}

/** Bytes that are no text alone, as vocabularies write them: `<0xC3>`. */
function shown(bytes: number[]): string {
  return bytes
    .map((byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`)
    .join('')
}
