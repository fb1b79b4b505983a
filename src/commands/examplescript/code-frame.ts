/**
 * Code frames: the lines of a source that a range stands in, each with a marker
 * under its part of it. Lines keep to the width of a terminal.
 */
import { positionIn } from '../../examplescript/position.ts'
import type { Place } from '../../examplescript/tree.ts'
import { cellsOf, type Cell } from './cells.ts'

/** A source, and where its lines begin. */
export interface Lines {
  text: string
  starts: readonly number[]
}

/** One line of a frame. Where a number is left out, so is the line. */
export interface FrameLine {
  /** From 1. */
  number: number
  text: string
  /** Blanks and carets to stand below the text; empty for an empty line. */
  marker: string
}

/** How many columns of a line are shown, and how many of them before a marker. */
const WIDTH = 70
const BEFORE = 25
/** How many lines are shown of a range: the first ones, and the last. */
const LINES = 4

/** The lines that a range is in. An empty range is marked where it stands. */
export function frameLines(lines: Lines, range: Place): FrameLine[] {
  const { from, to } = range
  const first = positionIn(lines.starts, from).line
  // A range that takes the end of its last line with it does not go on.
  const last = positionIn(lines.starts, Math.max(from, to - 1)).line
  return numbersOf(first, last).map((number) => {
    const isFirst = number === first
    return { number, ...frameLine(lines, number, range, isFirst) }
  })
}

function numbersOf(first: number, last: number): number[] {
  const count = Math.min(last - first + 1, LINES)
  const numbers = Array.from({ length: count }, (_, index) => first + index)
  if (count === LINES) numbers[count - 1] = last
  return numbers
}

function frameLine(
  { text, starts }: Lines,
  number: number,
  range: Place,
  isFirst: boolean,
): Omit<FrameLine, 'number'> {
  const start = starts[number - 1]!
  const end = endOfLine(text, starts[number])
  const indent = /[^ \t]|$/.exec(text.slice(start, end))!.index
  const from = isFirst ? range.from : start + indent
  const to = Math.min(range.to, end)
  const shown = cut(text, { from: start, to: end }, { from, to })
  return isFirst || from < to ? shown : { ...shown, marker: '' }
}

/** Without what ends the line. */
function endOfLine(text: string, next: number | undefined): number {
  if (next === undefined) return text.length
  return text[next - 2] === '\r' ? next - 2 : next - 1
}

/** The part of a line that fits, around what is marked. */
function cut(
  text: string,
  line: Place,
  mark: Place,
): Omit<FrameLine, 'number'> {
  // A line may be the whole program: nobody looks at more of it than this.
  const from = Math.max(line.from, whole(text, mark.from - WIDTH))
  const to = Math.min(line.to, whole(text, mark.from + WIDTH))
  const cells = cellsOf(text.slice(from, to), from)
  const total = endOf(cells.at(-1))
  const start = cells.find((cell) => cell.to > mark.from)?.column ?? total
  const isCut = total > WIDTH || from > line.from || to < line.to
  const most = Math.max(0, total - WIDTH)
  const left = isCut ? Math.min(Math.max(0, start - BEFORE), most) : 0
  const shown = cells.filter(
    (cell) => cell.column >= left && endOf(cell) <= left + WIDTH,
  )
  const before = (shown[0]?.from ?? line.from) > line.from ? '…' : ''
  const after = (shown.at(-1)?.to ?? line.to) < line.to ? '…' : ''
  const marked = shown.filter(
    (cell) => cell.to > mark.from && cell.from < mark.to,
  )
  const blanks = before.length + start - (shown[0]?.column ?? 0)
  const carets = Math.max(1, endOf(marked.at(-1)) - start)
  return {
    text: before + shown.map((cell) => cell.text).join('') + after,
    marker: ' '.repeat(blanks) + '^'.repeat(carets),
  }
}

/** The column behind a cell. */
function endOf(cell: Cell | undefined): number {
  return cell ? cell.column + cell.width : 0
}

/** Not in the middle of a character of two units. */
function whole(text: string, at: number): number {
  const isMiddle = /^[\u{DC00}-\u{DFFF}]/u.test(text.charAt(at))
  return isMiddle ? at + 1 : at
}
