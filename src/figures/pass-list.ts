/**
 * Passes in their order: a row for each, with what it did to the size, and a
 * first row for all of them together.
 */
import { escape } from './escape.ts'

/** One pass, and what it did to a module. */
export interface PassRow {
  pass: string
  /** Which time around, counted from 1. */
  round: number
  isChanged: boolean
  /** Sizes in bytes. */
  before: number
  after: number
  /** Of a warm run; absent where nobody measured. */
  milliseconds?: number
  /** Whether it is no pass, but what the writer does behind them. */
  isWriter?: boolean
}

/** @param chosen the number of the row that is chosen: 0 is the first one */
export function passListMarkup(
  rows: readonly PassRow[],
  chosen: number,
): string {
  const times = rows.flatMap(({ milliseconds }) => milliseconds ?? [])
  const all: PassRow = {
    pass: 'All passes',
    round: 1,
    isChanged: rows.some(({ isChanged }) => isChanged),
    before: rows[0]?.before ?? 0,
    after: rows.at(-1)?.after ?? 0,
    ...(times.length > 0 && {
      milliseconds: times.reduce((sum, time) => sum + time, 0),
    }),
  }
  const items = [all, ...rows].map((row, index) =>
    rowMarkup(row, index, index === chosen, rows[index - 2]?.round),
  )
  return `<table class="pass-list"><caption class="unseen">Passes in their order</caption><thead><tr><th scope="col">Pass</th><th scope="col"><span class="unseen">Changed</span></th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Time</th></tr></thead><tbody>${items.join('')}</tbody></table>`
}

function rowMarkup(
  { pass, round, isChanged, before, after, milliseconds }: PassRow,
  index: number,
  isChosen: boolean,
  roundBefore: number | undefined,
): string {
  const time = milliseconds === undefined ? '' : timeWords(milliseconds)
  const isNewRound = roundBefore !== undefined && round !== roundBefore
  const classes = [
    isChanged ? 'changed' : 'unchanged',
    ...(isNewRound ? ['again'] : []),
  ].join(' ')
  const tab = isChosen ? 0 : -1
  return `<tr class="${classes}"><th scope="row"><button type="button" data-step="${index}" tabindex="${tab}" aria-pressed="${isChosen}" disabled>${escape(pass)}</button></th><td>${isChanged ? 'changed' : 'unchanged'}</td><td>${bytes(before)}</td><td class="${after < before ? 'less' : after > before ? 'more' : ''}">${bytes(after)}</td><td>${time}</td></tr>`
}

/** Browsers tell tenths of milliseconds apart, and no more. */
export function timeWords(milliseconds: number): string {
  return milliseconds < 0.1 ? '< 0.1 ms' : `${milliseconds.toFixed(1)} ms`
}

function bytes(count: number): string {
  return count.toLocaleString('en')
}

/** What came of all passes, in a sentence. */
export function passSummary(rows: readonly PassRow[]): string {
  if (rows.length === 0) return 'No pass'
  const passes = rows.filter(({ isWriter }) => !isWriter)
  const changed = passes.filter(({ isChanged }) => isChanged).length
  const words = passes.length === 1 ? '1 pass' : `${passes.length} passes`
  const did = changed === passes.length ? '' : `, ${changed} changed something`
  return `${words}${did}: ${bytes(rows[0]!.before)} → ${bytes(rows.at(-1)!.after)} bytes`
}
