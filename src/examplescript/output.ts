/**
 * What a program prints. A line costs the same however many there were before,
 * and what a page is told of them stays small: the first lines, the last one,
 * and how many there are. The whole is kept beside, in pieces.
 */
import type { OutputLine } from './talk.ts'

/** In characters. More than anybody reads; a program that prints more is stopped. */
const MOST_TEXT = 64_000_000
/** How many lines a page shows, how many characters of all, and of one. */
const MOST_LINES = 500
const MOST_SHOWN = 60_000
const LONGEST = 2000
/** So many texts become one piece: few enough to be joined at once. */
const PIECE = 4096

/** A program printed more than is kept. */
export class TooMuchOutput extends Error {
  override readonly name = 'TooMuchOutput'
  override readonly message = 'It printed more than 64 MB of text.'
}

/** What a person is shown of an output. */
export interface ShownOutput {
  /** How many lines there are. */
  count: number
  first: OutputLine[]
  /** The last one, where lines are left out between. */
  last?: OutputLine
  /** Whether any line is left out or shortened. */
  isCut: boolean
}

/** The lines of a program, as they are printed. */
export class Output {
  readonly #first: string[] = []
  readonly #pieces: string[] = []
  #pending: string[] = []
  #size = 0
  #count = 0

  /** @throws TooMuchOutput if that is more than is kept */
  print(text: string): void {
    this.#size += text.length + 1
    if (this.#size > MOST_TEXT) throw new TooMuchOutput()
    let from = 0
    for (;;) {
      const end = text.indexOf('\n', from)
      this.#count++
      if (this.#first.length <= MOST_LINES) {
        this.#first.push(text.slice(from, end < 0 ? undefined : end))
      }
      if (end < 0) break
      from = end + 1
    }
    this.#pending.push(text)
    if (this.#pending.length === PIECE) this.#join()
  }

  #join(): void {
    if (this.#pending.length === 0) return
    // A text that is joined is flat: what it was made of can be forgotten.
    this.#pieces.push(`${this.#pending.join('\n')}\n`)
    this.#pending = []
  }

  get length(): number {
    return this.#count
  }

  /** All of it, in pieces that each end with a line. */
  get pieces(): readonly string[] {
    this.#join()
    return this.#pieces
  }

  /** The first lines, as many as are kept apart. */
  slice(from: number, to: number): string[] {
    return this.#first.slice(from, to)
  }

  includes(line: string): boolean {
    const within = `\n${line}\n`
    return this.pieces.some(
      (piece) => piece.startsWith(within.slice(1)) || piece.includes(within),
    )
  }

  get #last(): string {
    const piece = this.pieces.at(-1) ?? '\n'
    return piece.slice(piece.lastIndexOf('\n', piece.length - 2) + 1, -1)
  }

  get shown(): ShownOutput {
    return shownLines(
      this.#count,
      this.#first.map((text) => ({ text })),
      () => ({ text: this.#last }),
    )
  }
}

/**
 * What is shown of lines.
 *
 * @param first at least one more than is shown, if there are so many
 */
export function shownLines(
  count: number,
  first: readonly OutputLine[],
  last: () => OutputLine,
): ShownOutput {
  const shown: OutputLine[] = []
  let size = 0
  for (const line of first.slice(0, MOST_LINES)) {
    const short = shortened(line)
    size += short.text.length
    if (size > MOST_SHOWN) break
    shown.push(short)
  }
  const isShortened = shown.some(({ text }, at) => text !== first[at]!.text)
  if (count <= shown.length) return { count, first: shown, isCut: isShortened }
  const isLast = count === shown.length + 1
  const end = last()
  const short = shortened(end)
  const isCut = !isLast || isShortened || short.text !== end.text
  return { count, first: shown, last: short, isCut }
}

function shortened(line: OutputLine): OutputLine {
  const { text } = line
  if (text.length <= LONGEST) return line
  return { ...line, text: `${text.slice(0, LONGEST).toWellFormed()}…` }
}
