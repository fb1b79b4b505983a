/**
 * One pass, looked at: what it is for, and what it did to a function, line by
 * line and word by word. Signs before the lines say it, too.
 */
import { differenceMarkup, type ShownLine } from './difference.ts'
import { escape } from './escape.ts'

export interface PassDetail {
  /** Its name; absent for all of them together. */
  pass?: string
  /** What it does, in a sentence. */
  says?: string
  /** The function that is shown, and what became of it. */
  of: string
  lines: readonly ShownLine[]
  /** Whether the module has the same bytes as before. */
  isSameBytes: boolean
  /** Whether the module is so large that there is no text of it. */
  isTooLarge: boolean
}

/** @returns the content of the detail */
export function passDetailMarkup({
  pass,
  says,
  of,
  lines,
  isSameBytes,
  isTooLarge,
}: PassDetail): string {
  const name = pass === undefined ? '' : `<code>${escape(pass)}</code> `
  const words = says ?? (pass ? '' : 'Before all passes, and after them.')
  return `<p class="pass-says">${name}${escape(words)}</p>${isTooLarge ? TOO_LARGE : functionMarkup(of, lines, isSameBytes)}`
}

const TOO_LARGE =
  '<p class="pass-nothing">The module is too large to be printed after each pass. In a terminal, <code>wasm-dis</code> prints it once.</p>'

function functionMarkup(
  of: string,
  lines: readonly ShownLine[],
  isSameBytes: boolean,
): string {
  if (lines.length === 0) {
    return `<p class="pass-nothing">There is no function ${escape(of)} any more.</p>`
  }
  const isSame = lines.every(({ kind }) => kind === 'stays')
  const words = isSame
    ? `It left ${escape(of)} as it was.`
    : isSameBytes
      ? 'The text is another one, and the bytes are the same.'
      : ''
  const note = words && `<p class="pass-nothing">${words}</p>`
  return `${note}<pre class="listing difference" tabindex="0" aria-label="What changed in ${escape(of)}">${differenceMarkup(lines)}</pre>`
}
