/**
 * A chapter in pieces, as `counted.ts` makes them of its Markdown and as
 * `counting.ts` and `terms.ts` count them. Pure: words and lines, no tokens.
 */

/** Words of a step, read or said. */
export interface Told {
  line: number
  /** Its plain words, without code. */
  text: string
  /** The terms that it explains, by <dfn>; one that is code has backticks. */
  terms: string[]
  /** Its code spans, without backticks. */
  code: string[]
}

/** A paragraph, which is not on the slide. */
type Prose = Told & { kind: 'prose' }

/** A list item, table, quotation of words or sub-heading: on the slide, too. */
type Shown = Told & { kind: 'shown' }

export interface Listing {
  kind: 'listing'
  line: number
  code: string
  of: 'program' | 'quotation'
}

/** Something to do, with what helps. */
export interface Exercise {
  kind: 'exercise'
  line: number
  checks: number
  hints: number
  /** Has it a solution? */
  solved: boolean
}

/** A piece of a step; lines are 0-based lines of the page's body. */
export type Piece =
  | Prose
  | Shown
  | Listing
  | Exercise
  /** A program that runs, or a question to answer: something to do as well. */
  | { kind: 'run' | 'question'; line: number }
  /** What follows is on the step's next slide. */
  | { kind: 'slide'; line: number }

export interface CountedStep {
  title: string
  line: number
  /** As planned for presenting it; undefined if nobody planned. */
  minutes: number | undefined
  skippable: boolean
  /** In the order of the text. */
  pieces: readonly Piece[]
}

export interface CountedChapter {
  /** `content/1-compiling/02-tokens.md` */
  path: string
  minutes: { read: number; present: number }
  steps: readonly CountedStep[]
}

/** Numbers and hyphenated words are one word; a lone sign is none. */
export function words(text: string): number {
  return text.split(/[\s—]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
    .length
}

export function isTold(piece: Piece): piece is Prose | Shown {
  return piece.kind === 'prose' || piece.kind === 'shown'
}

export function hasSomethingToDo({ pieces }: CountedStep): boolean {
  return pieces.some(isToDo)
}

export function isToDo({ kind }: Piece): boolean {
  return kind === 'run' || kind === 'question' || kind === 'exercise'
}

export function wordsOf(pieces: readonly Piece[]): number {
  return total(pieces.filter(isTold).map(({ text }) => words(text)))
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
