/** Texts as terminals show them: in columns, some characters taking two. */
import { visible } from '../../examplescript/character.ts'

/** What is seen as one character, and where it stands. */
export interface Cell {
  text: string
  column: number
  /** In columns. */
  width: number
  /** In UTF-16 units of the source. */
  from: number
  to: number
}

const TAB = 4

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** What has no shape, or moves the cursor, or turns the direction of others. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu
const IS_HIDDEN = /^[\p{C}\p{Zl}\p{Zp}]/u
/** The half-width forms are of these scripts, too, and are not wide. */
const IS_WIDE =
  /^(?![\u{FF61}-\u{FFDC}])[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yi}\u{3000}-\u{303E}\u{30FC}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}]|^\p{Extended_Pictographic}\u{FE0F}/u

/** A text without anything that a terminal obeys: `<U+001B>` instead. */
export function harmless(text: string): string {
  return text.replaceAll(HIDDEN, (character) => `<${visible(character)}>`)
}

/**
 * The cells of a line, or of a part of it.
 *
 * @param from where it begins in the source
 */
export function cellsOf(line: string, from: number): Cell[] {
  const cells: Cell[] = []
  let column = 0
  for (const { segment, index } of GRAPHEMES.segment(line)) {
    const text = shown(segment, column)
    const width = text === segment ? widthOf(text) : withoutMarks(text).length
    const start = from + index
    cells.push({ text, column, width, from: start, to: start + segment.length })
    column += width
  }
  return cells
}

/** What stands in an emoji that is one of several is no reason to hide it. */
function shown(segment: string, column: number): string {
  if (segment === '\t') return ' '.repeat(TAB - (column % TAB))
  return IS_HIDDEN.test(segment) ? harmless(segment) : segment
}

/** Marks stand on what is before them, and joiners between. */
function withoutMarks(text: string): string {
  return text.replaceAll(/[\p{M}\u{200D}]/gu, '')
}

function widthOf(grapheme: string): number {
  if (!withoutMarks(grapheme)) return 0
  return IS_WIDE.test(grapheme) ? 2 : 1
}
