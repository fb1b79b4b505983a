/** Problems: what is wrong with a program, as data; showing it is others' work. */

import type { Code } from './codes.ts'
import type { Fix } from './edit.ts'

export interface Problem {
  /** A name for this kind of problem; chapter 1's language has two of its own. */
  code: Code | 'no-operation' | 'too-large'
  /** What is wrong, in a sentence. */
  message: string
  /** Where, in UTF-16 units of the source: `from <= to <= source.length`. */
  from: number
  to: number
  /** What to do, if there is an answer. */
  hint?: string
  /** How to do it, where that is known: each of these removes the problem. */
  fixes?: Fix[]
}
