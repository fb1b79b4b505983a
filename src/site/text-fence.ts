/**
 * The words of a fence whose text is cut into tokens: `text tokens`, and
 * `of=WORD` for the word whose coming together is shown first.
 */
import { AuthoringError } from './place.ts'

const FENCE = /^text tokens(?: of=(\S+))? title="([^"]+)"$/

export interface TextFence {
  title: string
  /** The word that is shown; '' is the first. */
  of: string
}

export function isText(info: string): boolean {
  return /^text tokens\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseText(info: string, place: string): TextFence {
  const [whole, of = '', title = ''] = FENCE.exec(info) ?? []
  if (whole !== undefined) return { title, of }
  throw new AuthoringError(
    place,
    `“${info}” does not say what to cut.`,
    'Write text tokens title="…", and before the title of=WORD for the word that is shown first.',
  )
}
