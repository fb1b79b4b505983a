/**
 * Time spent: how long each place was shown, from moves with their times.
 * Whoever goes back and forth adds to what a place had already. Time is the
 * clock's, so it goes on while a window sleeps or a screen is black.
 */
import { isRecord } from '../state.ts'

/** Plain data, for storage and for other windows. */
export interface Tally {
  /** Milliseconds by the place's name. */
  spent: Readonly<Record<string, number>>
  /** What shows, and since when; undefined while no time is counted. */
  here?: { place: string; since: number } | undefined
}

export const UNSPENT: Tally = { spent: {} }

/**
 * Another place shows, or the same one again.
 * @param place undefined if no time is counted from here on
 * @param at milliseconds since 1970
 */
export function moved(
  tally: Tally,
  place: string | undefined,
  at: number,
): Tally {
  const here = place === undefined ? undefined : { place, since: at }
  return { spent: spentBy(tally, at), here }
}

/** @returns milliseconds by the place's name, of the one that shows, too */
export function spentBy({ spent, here }: Tally, now: number): Tally['spent'] {
  if (!here) return spent
  const more = Math.max(now - here.since, 0)
  return { ...spent, [here.place]: (spent[here.place] ?? 0) + more }
}

/** @returns milliseconds at all places whose names start so */
export function sumOf(spent: Tally['spent'], prefix = ''): number {
  return Object.entries(spent)
    .filter(([place]) => place.startsWith(prefix))
    .reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
}

/** The places of a page start with this, and so do those of a step. */
export function placeName(path: string, step = '', slide?: number): string {
  if (!step) return `${path}#`
  return `${path}#${step}/${slide ?? ''}`
}

/** What came from storage or from another window, if it is a tally. */
export function tallyFrom(value: unknown): Tally | undefined {
  if (!isRecord(value) || !isRecord(value['spent'])) return undefined
  const { spent, here } = value
  if (!Object.values(spent).every(isTime)) return undefined
  const isHere =
    here === undefined ||
    (isRecord(here) &&
      typeof here['place'] === 'string' &&
      isTime(here['since']))
  return isHere ? (value as unknown as Tally) : undefined
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
}
