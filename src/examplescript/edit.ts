/**
 * Edits: what to write to be rid of a problem, as data, where the compiler knows
 * it. An editor offers them, and a command prints them.
 */
import type { Place } from './tree.ts'

/** A part of the source, and what to write in its place. */
export interface Edit extends Place {
  insert: string
}

/** One way to be rid of a problem. */
export interface Fix {
  /** What it does, such as “Change to width”. */
  label: string
  /** In the order of the source; no two of them overlap. */
  edits: Edit[]
}

/** The source with all edits made. */
export function edited(source: string, edits: readonly Edit[]): string {
  let text = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    text += source.slice(at, from) + insert
    at = to
  }
  return text + source.slice(at)
}

/** Writes something else at a place, or nothing. */
export function replace(
  { from, to }: Place,
  insert: string,
  label = `Change to ${shortened(insert)}`,
): Fix {
  return { label, edits: [{ from, to, insert }] }
}

/** Writes something more. */
export function insertAt(
  at: number,
  insert: string,
  label = `Write ${shortened(insert.trim())}`,
): Fix {
  return { label, edits: [{ from: at, to: at, insert }] }
}

/** Writes something before a place, and something behind it. */
export function wrap(
  { from, to }: Place,
  before: string,
  behind: string,
): Edit[] {
  return [
    { from, to: from, insert: before },
    { from: to, to, insert: behind },
  ]
}

/** The longest piece of a program that a label quotes. */
const LONGEST = 32

/** A piece of a program on one line, as short as a label has it. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= LONGEST) return line
  const half = LONGEST / 2
  return `${line.slice(0, half).toWellFormed()}…${line.slice(-half + 1).toWellFormed()}`
}
