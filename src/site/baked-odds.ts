/** What may come next, baked into pages by the weights that pages load. */
import { readFileSync } from 'node:fs'
import { Foresight } from '../storyteller/likely.ts'
import { MOST_KNOWN, placeOf, type Place } from '../storyteller/likely-place.ts'
import { ownTokenizer } from '../storyteller/own-tokenizer.ts'
import { AuthoringError } from './place.ts'

const WEIGHTS = 'src/storyteller/weights/storyteller.q8_0.gguf'

let foresight: Foresight | undefined

/** The candidates that follow a text. @throws AuthoringError for one that is too long */
export function bakeOdds(text: string, place: string): Place {
  foresight ??= new Foresight(readFileSync(WEIGHTS))
  const tokens = ownTokenizer.encode(text)
  if (tokens.length < foresight.context) {
    return placeOf(foresight.after(tokens, MOST_KNOWN))
  }
  throw new AuthoringError(
    place,
    `this text has ${tokens.length} tokens, and the model looks back on ${foresight.context - 1}.`,
    'Shorten it.',
  )
}
