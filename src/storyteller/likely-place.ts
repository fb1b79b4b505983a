/** The candidates at a place of a text, as plain numbers: for states and pages. */
import type { Likely } from './likely.ts'
import { ownTokenizer } from './own-tokenizer.ts'

/** Candidates that are known at each place: as many as top-k can ask for. */
export const MOST_KNOWN = 40

/** What is less likely is drawn at no temperature that the sliders have. */
const LEAST_LOGPROB = -16

/** As a state has it: number, logarithm, number, logarithm, … */
export type Place = number[]

/** @param candidates best first */
export function placeOf(candidates: readonly Likely[]): Place {
  return candidates
    .slice(0, MOST_KNOWN)
    .filter(({ logprob }, at) => at === 0 || logprob > LEAST_LOGPROB)
    .flatMap(({ id, logprob }) => [id, Math.round(logprob * 1000) / 1000])
}

/** @param place from anywhere; what no place can have is left out */
export function candidatesAt(place: unknown): Likely[] {
  if (!Array.isArray(place)) return []
  const candidates: Likely[] = []
  for (let at = 0; at + 1 < Math.min(place.length, 2 * MOST_KNOWN); at += 2) {
    const [id, logprob] = [place[at] as unknown, place[at + 1] as unknown]
    const text = ownTokenizer.tokens[id as number]
    if (text === undefined || !Number.isFinite(logprob)) break
    candidates.push({ id: id as number, text, logprob: logprob as number })
  }
  return candidates
}
