/**
 * One pass, looked at: what it is for, and what it did to a function, line by
 * line and word by word. Signs before the lines say it, too.
 */
import { escape } from './escape.ts'

/** A line of a difference, in pieces: those that are marked made it one. */
export interface DetailLine {
  kind: 'stays' | 'goes' | 'comes'
  pieces: readonly { text: string; isMarked: boolean }[]
}

export interface PassDetail {
  /** Its name; absent for all of them together. */
  pass?: string
  /** What it does, in a sentence. */
  says?: string
  /** The function that is shown, and what became of it. */
  of: string
  lines: readonly DetailLine[]
  /** Whether the module has the same bytes as before. */
  isSameBytes: boolean
}

/** @returns the content of the detail */
export function passDetailMarkup({
  pass,
  says,
  of,
  lines,
  isSameBytes,
}: PassDetail): string {
  const name = pass === undefined ? '' : `<code>${escape(pass)}</code> `
  const words = says ?? (pass ? '' : 'Before all passes, and after them.')
  return `<p class="pass-says">${name}${escape(words)}</p>${differenceMarkup(of, lines, isSameBytes)}`
}

function differenceMarkup(
  of: string,
  lines: readonly DetailLine[],
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
  const items = lines.map((line, index) => lineMarkup(line, index))
  return `${note}<pre class="listing difference" tabindex="0" aria-label="What changed in ${escape(of)}">${items.join('')}</pre>`
}

function lineMarkup({ kind, pieces }: DetailLine, index: number): string {
  const tag = { stays: 'span', goes: 'del', comes: 'ins' }[kind]
  return `<${tag} data-line="${index}">${piecesMarkup(pieces)}\n</${tag}>`
}

/** The text of a line, with its marks. */
export function piecesMarkup(pieces: DetailLine['pieces']): string {
  return pieces
    .map(({ text, isMarked }) =>
      isMarked ? `<b>${escape(text)}</b>` : escape(text),
    )
    .join('')
}
