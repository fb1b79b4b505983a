/** Problems: what is wrong with a program, as data; showing it is others' work. */

export interface Problem {
  /** A name for this kind of problem, the same in every message. */
  code: string
  /** What is wrong, in a sentence. */
  message: string
  /** Where, in UTF-16 units of the source: `from <= to <= source.length`. */
  from: number
  to: number
  /** What to do, if there is an answer. */
  hint?: string
}

/** Where an offset stands for a person: both count from 1. */
export interface Position {
  line: number
  column: number
}

/** @throws RangeError for an offset outside of the source. */
export function positionOf(source: string, offset: number): Position {
  if (offset < 0 || offset > source.length) {
    throw new RangeError(
      `Invalid offset ${offset} in a source of length ${source.length}.`,
    )
  }
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
