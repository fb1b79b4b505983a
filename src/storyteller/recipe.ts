/** What the model is made from, in numbers. */
import { CAST, namesOf } from './cast.ts'

/** Of all chance in the making of the corpus. */
export const SEED = 1

/** Stories to learn from; those with the next numbers are for validation. */
export const STORIES = 60_000

/** Pieces of text in the tokenizer; with 256 bytes and three marks, a vocabulary of 1,280. */
export const PIECE_COUNT = 1021

/** Tokens that the model looks back on: a story is whole in it, marks included. */
export const CONTEXT = 320

/** The words of the cast, which a story must not lose: each is one token. */
export function wholeWords(): string[] {
  return Object.keys(CAST).flatMap(namesOf)
}
