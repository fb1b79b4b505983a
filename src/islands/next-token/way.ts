/**
 * The way of a story: the tokens that were taken after the prompt, and for each
 * place the candidates that there were. Plain numbers, as a state keeps them.
 */
import { candidatesAt, type Place } from '../../storyteller/likely-place.ts'
import { END } from '../../storyteller/tokenizer.ts'

/** Tokens that a way has at most. */
export const LONGEST_WAY = 60

/** What was chosen, and what there was to choose from. */
export interface Way {
  taken: number[]
  /** One more than what is taken, but where the end was, or where nobody has asked yet. */
  places: Place[]
}

/** @param way from anywhere: what does not fit together ends it */
export function soundWay(way: { taken: unknown[]; places: unknown[] }): Way {
  const taken: number[] = []
  const places: Place[] = []
  for (const [at, place] of way.places.slice(0, LONGEST_WAY + 1).entries()) {
    const candidates = candidatesAt(place)
    if (candidates.length === 0) break
    places.push(candidates.flatMap(({ id, logprob }) => [id, logprob]))
    const token = way.taken[at]
    if (at === LONGEST_WAY || !candidates.some(({ id }) => id === token)) break
    taken.push(token as number)
    if (token === END) break
  }
  return { taken, places }
}

export function isOver({ taken }: Way): boolean {
  return taken.at(-1) === END
}

/** The way without its last token. */
export function shortened({ taken, places }: Way): Way {
  return { taken: taken.slice(0, -1), places: places.slice(0, taken.length) }
}

/** The way as it is after another choice at one of its places. */
export function turned({ taken, places }: Way, at: number, token: number): Way {
  return {
    taken: [...taken.slice(0, at), token],
    places: places.slice(0, at + 1),
  }
}
