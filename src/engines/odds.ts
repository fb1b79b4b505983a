/**
 * From what a model holds likely to what is drawn: top-k cuts first, then top-p,
 * then temperature sharpens or flattens what is left. This is the order of
 * llama.cpp's samplers: both cuts look at the odds as the model gave them.
 */
import type { Candidate } from './engine.ts'

export interface Sampling {
  /** 0 takes the likeliest each time; 1 takes the odds as they are. */
  temperature: number
  /** Only so many of the likeliest are drawn from; 0 is all of them. */
  topK: number
  /** Only the likeliest that together have this probability, from 0 to 1; never fewer than one. */
  topP: number
}

/** A candidate with its chance to be drawn. */
export interface Chance extends Candidate {
  /** From 0 to 1; all of them are 1 together. */
  chance: number
  /** What keeps it from being drawn. */
  cut?: 'top-k' | 'top-p'
}

/**
 * @param top candidates, best first; those that are missing count as cut by top-k
 * @returns the same candidates in the same order
 */
export function chancesOf(
  top: readonly Candidate[],
  { temperature, topK, topP }: Sampling,
): Chance[] {
  const kept = topK > 0 ? top.slice(0, topK) : top
  const odds = softmax(kept.map(({ logprob }) => logprob))
  const count = countUntil(odds, topP)
  const heated = heat(kept.slice(0, count), temperature)
  return top.map((candidate, index) => ({
    ...candidate,
    chance: heated[index] ?? 0,
    ...(index >= count && { cut: index < kept.length ? 'top-p' : 'top-k' }),
  }))
}

/**
 * Draws one.
 *
 * @param at where chance falls, from 0 up to but not 1
 * @throws RangeError where there is nothing to draw
 */
export function draw(chances: readonly Chance[], at: number): Chance {
  let left = at
  for (const candidate of chances) {
    left -= candidate.chance
    if (left < 0) return candidate
  }
  // Sums of fractions may miss 1 by a hair.
  const last = chances.findLast(({ chance }) => chance > 0)
  if (last) return last
  throw new RangeError('There is nothing to draw from.')
}

/**
 * Where chance falls at a place of a text: the same for the same seed. It is the
 * mixing of splitmix32, so that neighbours have nothing in common.
 *
 * @param seed a whole number from 0 to 4,294,967,295
 * @param place how many tokens were drawn before it
 * @returns from 0 up to but not 1
 */
export function fallOf(seed: number, place: number): number {
  return mixed(mixed(seed) + place + 1) / 2 ** 32
}

function mixed(number: number): number {
  let bits = (number + 0x9e_37_79_b9) | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21_f0_aa_ad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x73_5a_2d_97)
  return (bits ^ (bits >>> 15)) >>> 0
}

/** @returns how many of the first have a probability together, but one at least */
function countUntil(odds: readonly number[], together: number): number {
  let sum = 0
  for (const [index, probability] of odds.entries()) {
    sum += probability
    if (sum >= together) return index + 1
  }
  return odds.length
}

function heat(kept: readonly Candidate[], temperature: number): number[] {
  const best = kept[0]?.logprob ?? 0
  if (temperature > 0) {
    // From the best one on, as a quotient by a temperature close to 0 may be infinite.
    return softmax(kept.map(({ logprob }) => (logprob - best) / temperature))
  }
  return kept.map((_, index) => (index === 0 ? 1 : 0))
}

/** Numbers as shares of 1, each e to its power; the largest is taken off first, as e to it may be infinite. */
function softmax(logits: readonly number[]): number[] {
  const [first = 0] = logits
  const powers = logits.map((logit) => Math.exp(logit - first))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}
