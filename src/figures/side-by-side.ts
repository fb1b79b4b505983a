/**
 * Two texts beside each other, line against line: what both have stands at one
 * height, and what only one has is tinted, with a gap on the other side.
 */
import { piecesMarkup, type ShownLine } from './difference.ts'

/** @param names of the left text and of the right one; an empty one is left out */
export function sideBySideMarkup(
  lines: readonly ShownLine[],
  names: readonly [left: string, right: string],
): string {
  const rows = aligned(lines)
  const sides = names.map((name, side) => {
    if (rows.every((row) => !row[side])) return ''
    const text = rows.map((row) => lineMarkup(row[side])).join('')
    return `<div class="side"><p class="side-name">${name}</p><pre class="listing" tabindex="0" aria-label="${name}: text">${text}</pre></div>`
  })
  return `<div class="side-by-side">${sides.join('')}</div>`
}

type Row = [left: ShownLine | undefined, right: ShownLine | undefined]

function aligned(lines: readonly ShownLine[]): Row[] {
  const rows: Row[] = []
  // The first row of a stretch that only the left has so far.
  let free = 0
  for (const line of lines) {
    if (line.kind === 'goes') rows.push([line, undefined])
    else if (line.kind === 'stays') {
      rows.push([line, line])
      free = rows.length
    } else if (free < rows.length) rows[free++]![1] = line
    else {
      rows.push([undefined, line])
      free = rows.length
    }
  }
  return rows
}

function lineMarkup(line: ShownLine | undefined): string {
  if (!line) return '<span class="gap">\n</span>'
  const own = line.kind === 'stays' ? '' : ' class="own"'
  return `<span${own}>${piecesMarkup(line.pieces)}\n</span>`
}
