/**
 * What changes from one text to another: lines that stay, go and come, and in a
 * line that goes for one that comes, which words.
 */
import { diffLines, diffWordsWithSpace } from 'diff'

/** A run of characters within a line. */
export interface Piece {
  text: string
  isMarked: boolean
}

export interface DifferenceLine {
  kind: 'stays' | 'goes' | 'comes'
  pieces: Piece[]
}

/** More edits than these are no longer looked for: all goes, and all comes. */
const MOST_EDITS = 400

/** @returns the lines of both texts, in the order in which they are read */
export function textDifference(
  before: string,
  after: string,
): DifferenceLine[] {
  const parts = diffLines(ended(before), ended(after), {
    maxEditLength: MOST_EDITS,
  }) ?? [
    { value: ended(before), removed: true },
    { value: ended(after), added: true },
  ]
  return parts.flatMap(({ value, added, removed }, index) => {
    const next = parts[index + 1]
    const previous = parts[index - 1]
    if (removed) {
      const other = next?.added ? next.value : ''
      return linesOf('goes', value, other && [value, other])
    }
    if (added) {
      const other = previous?.removed ? previous.value : ''
      return linesOf('comes', value, other && [other, value])
    }
    return linesOf('stays', value, '')
  })
}

/** The last line ends like the others, unless there is none. */
function ended(text: string): string {
  return text && !text.endsWith('\n') ? `${text}\n` : text
}

/** @param pair what went and what came in its place, to mark words in */
function linesOf(
  kind: DifferenceLine['kind'],
  text: string,
  pair: [before: string, after: string] | '',
): DifferenceLine[] {
  const pieces = pair ? markedPieces(kind, pair) : plain(text)
  const lines: DifferenceLine[] = [{ kind, pieces: [] }]
  for (const { text: words, isMarked } of pieces) {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) lines.push({ kind, pieces: [] })
      lines.at(-1)!.pieces.push(...(isMarked ? trimmed(part) : plain(part)))
    }
  }
  return lines.slice(0, -1)
}

function plain(text: string): Piece[] {
  return text ? [{ text, isMarked: false }] : []
}

/**
 * The words of one side. Where little stays in place, marks would be all over
 * it, and say nothing.
 */
function markedPieces(
  kind: DifferenceLine['kind'],
  [before, after]: [string, string],
): Piece[] {
  const text = kind === 'goes' ? before : after
  const words = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!words) return plain(text)
  const stays = words.filter(({ added, removed }) => !added && !removed)
  const kept = lettersIn(stays.map(({ value }) => value).join(''))
  const most = Math.max(lettersIn(before), lettersIn(after))
  if (kept * 2 < most) return plain(text)
  return words
    .filter(({ added, removed }) => (kind === 'goes' ? !added : !removed))
    .map(({ value, added, removed }) => ({
      text: value,
      isMarked: added || removed,
    }))
}

function lettersIn(text: string): number {
  return text.replaceAll(/\s/g, '').length
}

/** A marked piece of a line, without marks on the space around it. */
function trimmed(text: string): Piece[] {
  const [, before = '', words = '', after = ''] =
    /^(\s*)(.*?)(\s*)$/.exec(text) ?? []
  const marked = words ? [{ text: words, isMarked: true }] : []
  return [...plain(before), ...marked, ...plain(after)]
}
