/**
 * Which token comes next. As in llama.cpp, the unlikely ones are cut off by the
 * odds that the model gives, and temperature bends what is left.
 */
import { chanceOf } from './chance.ts'

export interface Settings {
  /** 0 takes the likeliest token each time; 1 takes the odds as they are. */
  temperature: number
  /** Only so many of the likeliest tokens are drawn from; 0 is all of them. */
  topK?: number
  /** Only the likeliest tokens that together have this probability, from 0 to 1. */
  topP?: number
}

/**
 * @param chance gives numbers from 0 to below 1
 * @returns the number of a token
 */
export function sample(
  logits: Float32Array,
  { temperature, topK = 0, topP = 1 }: Settings,
  chance = chanceOf(0),
): number {
  const largest = likeliest(logits)
  if (temperature === 0) return largest
  const kept = topK || topP < 1 ? likely(logits, topK, topP) : undefined
  const count = kept?.length ?? logits.length
  const weights = new Float64Array(count)
  let sum = 0
  for (let at = 0; at < count; at++) {
    const logit = logits[kept?.[at] ?? at]! - logits[largest]!
    sum += weights[at] = Math.exp(logit / temperature)
  }
  let left = chance() * sum
  for (let at = 0; at < count; at++) {
    left -= weights[at]!
    if (left < 0) return kept?.[at] ?? at
  }
  return largest
}

/** @returns the token with the largest logit, the first of several */
export function likeliest(logits: Float32Array): number {
  let best = 0
  for (let at = 1; at < logits.length; at++) {
    if (logits[at]! > logits[best]!) best = at
  }
  return best
}

/** @returns tokens, the likeliest first; one at least */
function likely(logits: Float32Array, topK: number, topP: number): number[] {
  const order = Array.from(logits.keys()).sort(
    (a, b) => logits[b]! - logits[a]!,
  )
  const kept = order.slice(0, topK || order.length)
  const weights = kept.map((token) =>
    Math.exp(logits[token]! - logits[order[0]!]!),
  )
  const enough = topP * weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const last = weights.findIndex((weight) => {
    sum += weight
    return sum >= enough
  })
  return last < 0 ? kept : kept.slice(0, last + 1)
}
