/**
 * Why a program stopped before its end: what happened in which line, that line
 * itself, and the functions that led there.
 */
import { escape } from './escape.ts'

export interface ShownStop {
  message: string
  hint?: string
  line?: number
  /** A line of the program; what stopped it is marked. */
  quote?: { before: string; marked: string; after: string }
  /** The innermost first. */
  calls: readonly ShownCall[]
}

interface ShownCall {
  name: string
  line?: number
}

/** @returns lines for the `<output>` of the program. */
export function stopMarkup(stop: ShownStop): string {
  const { message, hint, line, quote, calls } = stop
  const [first] = calls
  const place =
    line !== undefined ? ` in line ${line}` : first ? ` in ${first.name}` : ''
  const said = `The program stopped${place}: ${message}`
  const lines = [`<span class="problem">${escape(said)}</span>`]
  if (quote) lines.push(quoteMarkup(quote, line))
  if (calls.length > 1) lines.push(note(callsWords(calls)))
  if (hint) lines.push(note(hint))
  return lines.join('\n')
}

function quoteMarkup(
  { before, marked, after }: NonNullable<ShownStop['quote']>,
  line: number | undefined,
): string {
  const number = line === undefined ? '' : `<span class="note">${line}</span> `
  return `${number}<code>${escape(before)}<mark>${escape(marked)}</mark>${escape(after)}</code>`
}

function note(words: string): string {
  return `<span class="note">${escape(words)}</span>`
}

/** A function that calls itself is told once, and that it did so. */
function callsWords(calls: readonly ShownCall[]): string {
  const told: { words: string; count: number }[] = []
  for (const { name, line } of calls) {
    const words = line === undefined ? name : `${name}, line ${line}`
    const last = told.at(-1)
    if (last?.words === words) last.count++
    else told.push({ words, count: 1 })
  }
  const all = told.map(({ words, count }) =>
    count > 1 ? `${words} (again and again)` : words,
  )
  return `In ${all.join(', called from ')}.`
}
