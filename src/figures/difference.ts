/**
 * The difference between two texts, line by line: what stays, what goes, what
 * comes. Signs before the lines say it, too, and not colour alone.
 */
import { escape } from './escape.ts'

/** A run of lines, each with its line end. */
export interface DifferencePart {
  value: string
  added?: boolean
  removed?: boolean
}

/** @returns the content of a `<pre>`: one element a line. */
export function differenceMarkup(parts: readonly DifferencePart[]): string {
  return parts
    .flatMap(({ value, added, removed }) => {
      const tag = added ? 'ins' : removed ? 'del' : 'span'
      const lines = value.replace(/\n$/, '').split('\n')
      return lines.map((line) => `<${tag}>${escape(line)}\n</${tag}>`)
    })
    .join('')
}
