/**
 * The difference between two texts, line by line, and word by word where a line
 * stands for another one: what stays, what goes, what comes. Signs before the
 * lines say it, too, and not colour alone.
 */
import { escape } from './escape.ts'

/** A line of a difference, in pieces: those that are marked made it one. */
export interface ShownLine {
  kind: 'stays' | 'goes' | 'comes'
  pieces: readonly { text: string; isMarked: boolean }[]
}

/** @returns the content of a `<pre>`: one element a line. */
export function differenceMarkup(lines: readonly ShownLine[]): string {
  return lines.map(lineMarkup).join('')
}

function lineMarkup({ kind, pieces }: ShownLine): string {
  const tag = { stays: 'span', goes: 'del', comes: 'ins' }[kind]
  return `<${tag}>${piecesMarkup(pieces)}\n</${tag}>`
}

/** The text of a line, with its marks. */
export function piecesMarkup(pieces: ShownLine['pieces']): string {
  return pieces
    .map(({ text, isMarked }) =>
      isMarked ? `<b>${escape(text)}</b>` : escape(text),
    )
    .join('')
}
