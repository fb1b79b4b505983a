/** A wish, as WebLLM takes it. */
import type { Wish } from './engine.ts'
import { fallOf } from './odds.ts'
import type { ChatWish } from './webllm-wire.ts'

/** The library's cut takes nothing for no wish at all. */
const LEAST_TOP_P = 1e-6

/** @returns all but what it has no word for: it cuts by top-p alone */
export function chatWishOf({
  prompt,
  maxTokens,
  temperature,
  topP,
  seed,
  grammar,
  schema,
}: Wish): ChatWish {
  return {
    prompt,
    maxTokens,
    temperature,
    topP: Math.max(topP, LEAST_TOP_P),
    seed: spread(seed),
    ...(grammar && { grammar }),
    ...(schema && { schema }),
  }
}

/**
 * The library's chance is a product of its seed, at first a very small one for
 * small seeds: 1 and 2 would draw the same first token, and each list that is
 * asked for by many seeds would begin alike.
 */
function spread(seed: number): number {
  return 1 + Math.floor(fallOf(seed, 0) * (2 ** 31 - 2))
}
