/**
 * A time that was measured several times, in words: the one in the middle, and
 * between what it lay. All three have as many digits as the middle one deserves.
 */
import { escape } from './escape.ts'

/** Milliseconds. */
export interface ShownSpread {
  least: number
  median: number
  most: number
}

/** @returns such as `12.3 ms (12.0–14.1)` */
export function spreadWords(spread: ShownSpread): string {
  return `${medianWords(spread)} (${rangeWords(spread)})`
}

/** The same for a cell of a table: the range is a part of its own. */
export function spreadMarkup(spread: ShownSpread): string {
  return `<span class="spread"><b>${escape(medianWords(spread))}</b> <small>(${rangeWords(spread)})</small></span>`
}

/** @returns such as `12.3 ms` */
export function medianWords({ median }: Pick<ShownSpread, 'median'>): string {
  return median < SHORTEST
    ? `< ${SHORTEST} ms`
    : `${shown(median, digitsOf(median))} ms`
}

function rangeWords({ least, median, most }: ShownSpread): string {
  const digits = digitsOf(median)
  return `${shown(least, digits)}–${shown(most, digits)}`
}

/** What is shorter is not told apart. */
const SHORTEST = 0.001

/** Three digits that count, and no more than thousandths. */
function digitsOf(median: number): number {
  if (median >= 100) return 0
  if (median >= 10) return 1
  return median >= 1 ? 2 : 3
}

function shown(milliseconds: number, digits: number): string {
  return milliseconds.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
