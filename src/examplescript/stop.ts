/** Why a program stopped before its end, as data; showing it is others' work. */

export interface Stop {
  /** What happened, in a sentence. */
  message: string
  /** What to do, if there is an answer. */
  hint?: string
  /** Where, as far as the engine says: its line, from 1, and its place. */
  line?: number
  from?: number
  to?: number
  /** That line, cut around what is marked in it. */
  quote?: Quote
  /** The functions that waited for one another, the innermost first. */
  calls: StopCall[]
}

/** A line in three parts, of which the middle one is marked. */
export interface Quote {
  before: string
  marked: string
  after: string
}

/** A function, and the line where it called the next one, if that is known. */
export interface StopCall {
  name: string
  line?: number
}

/**
 * Why a program stopped, as part of a sentence.
 *
 * @param lines how many it has, if more stands behind it
 */
export function stopWords(
  { line, message }: Stop,
  lines = Number.POSITIVE_INFINITY,
): string {
  const words = message.replace(/\.$/, '')
  if (line === undefined) return `it stopped: ${words}`
  const place = line > lines ? 'in the check itself' : `in line ${line}`
  return `it stopped ${place}: ${words}`
}
