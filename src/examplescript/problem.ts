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
