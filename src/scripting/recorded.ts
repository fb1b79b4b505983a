/**
 * What a run tells, piece by piece, as plain data that can be posted, and how
 * much of it: what goes on and on is cut, with a word on it.
 */

/** Who speaks: the program by its console, or the library. */
export type Speaker = 'log' | 'error' | 'binaryen'

/** A module as it is at one moment. */
export interface Snapshot {
  text: string
  /** Size in bytes; absent while the module is not valid. */
  size?: number
  /** Why it is not valid, in the validator’s words. */
  problem?: string
}

/** One thing that happened, in the order in which they did. */
export type Recorded =
  | { kind: 'said'; by: Speaker; text: string }
  /** More would have been said. */
  | { kind: 'cut' }
  /** A call that changes a module, such as `optimize()`; modules count from 1. */
  | {
      kind: 'step'
      module: number
      call: string
      before: Snapshot
      after: Snapshot
    }
  /** More steps were made than are looked at. */
  | { kind: 'steps-cut' }
  /** A module as it was left: at the end, or when it was disposed of. */
  | { kind: 'left'; module: number; left: Snapshot }
  | { kind: 'emitted'; bytes: Uint8Array }
  | { kind: 'stopped'; stop: ScriptStop }

/** Why a program stopped before its end. */
export interface ScriptStop {
  message: string
  /** The line of the program, from 1, and its text. */
  line?: number
  quote?: string
}

/** All that a run has told so far. */
export type Recording = readonly Recorded[]

export const MOST = {
  /** Lines that are said. */
  lines: 200,
  /** Characters of all that is said. */
  said: 20_000,
  /** Steps that are looked at. */
  steps: 24,
  /** Modules that are shown. */
  modules: 12,
  /** Characters of a module's text. */
  text: 60_000,
} as const

/** A text of at most so many characters. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const left = (text.length - most).toLocaleString('en')
  return `${text.slice(0, most).toWellFormed()}\n… ${left} more characters`
}
