/** For tests: pieces of a step with as many words, lines or checks as are asked for. */
import type { CountedStep, Piece } from './pieces.ts'

export const text = (count: number) => Array(count).fill('word').join(' ')

function told(kind: 'prose' | 'shown', count: number, line = 5): Piece {
  return { kind, line, text: text(count), terms: [], code: [] }
}

export const prose = (count: number, line?: number) =>
  told('prose', count, line)
export const shown = (count: number, line?: number) =>
  told('shown', count, line)
export const run: Piece = { kind: 'run', line: 6 }
export const slide: Piece = { kind: 'slide', line: 7 }

export function listing(
  of: 'program' | 'quotation',
  lines: number,
  columns: number,
): Piece {
  const code = 'x\n'.repeat(lines - 1) + 'é'.repeat(columns) + '\n'
  return { kind: 'listing', line: 8, code, of }
}

export function exercise(
  checks: number,
  hints: number,
  solved: boolean,
): Piece {
  return { kind: 'exercise', line: 9, checks, hints, solved }
}

/** A good step, but for what is given. */
export function step(change: Partial<CountedStep> = {}): CountedStep {
  return {
    title: 'The longest operator wins',
    line: 3,
    minutes: 1,
    skippable: false,
    pieces: [prose(100), run],
    ...change,
  }
}
