/**
 * What windows in step say to each other. Whatever shares the channel can post
 * anything, and a window may have stayed open for months: so each message says
 * its version, and is looked at before it is believed.
 */

import { isRecord } from '../state.ts'
import { VERSION } from './door.ts'

/** When something was said: milliseconds since 1970, and by which window. */
export interface Stamp {
  /** Never twice the same from one window. */
  at: number
  by: string
}

/** The last word on something, by its name. */
export interface Said {
  kind: 'said'
  /** `place`, or what else all windows have, such as `screen`. */
  name: string
  /** Plain data; whoever shows it looks at its shape. */
  value: unknown
  stamp: Stamp
  /** Whether it was said to a window that came late. */
  answers?: boolean
}

/** A window has come, or has missed something, and wants to hear all. */
interface Hello {
  kind: 'hello'
}

/** What a window knows, so that another can tell whether it missed something. */
interface Beat {
  kind: 'beat'
  known: [name: string, stamp: Stamp][]
}

export type Message = (Said | Hello | Beat) & { version: typeof VERSION }

/** Milliseconds that a stamp may be ahead: windows of a browser share a clock. */
const AHEAD = 5000

/**
 * @param now milliseconds since 1970
 * @returns a message that can be believed; `'older'` or `'newer'` for one of
 *   another version; undefined for everything else
 */
export function heard(
  data: unknown,
  now: number,
): Message | 'older' | 'newer' | undefined {
  if (!isRecord(data)) return undefined
  const { version, kind } = data
  if (typeof version !== 'number') return undefined
  if (version < VERSION) return 'older'
  if (version > VERSION) return 'newer'
  const isStamp = stamps(now)
  const fits =
    kind === 'hello' ||
    (kind === 'said' && isSaid(data, isStamp)) ||
    (kind === 'beat' && isKnown(data['known'], isStamp))
  return fits ? (data as unknown as Message) : undefined
}

export function isLater(a: Stamp, b: Stamp): boolean {
  return a.at === b.at ? a.by > b.by : a.at > b.at
}

type IsStamp = (value: unknown) => boolean

/** One from the future would be the last word for ever. */
function stamps(now: number): IsStamp {
  return (value) =>
    isRecord(value) &&
    Number.isSafeInteger(value['at']) &&
    (value['at'] as number) >= 0 &&
    (value['at'] as number) <= now + AHEAD &&
    typeof value['by'] === 'string'
}

function isSaid(data: Record<string, unknown>, isStamp: IsStamp): boolean {
  const { name, value, stamp, answers } = data
  return (
    typeof name === 'string' &&
    value !== undefined &&
    isStamp(stamp) &&
    (answers === undefined || typeof answers === 'boolean')
  )
}

function isKnown(known: unknown, isStamp: IsStamp): boolean {
  return (
    Array.isArray(known) &&
    known.every(
      (entry) =>
        Array.isArray(entry) &&
        typeof entry[0] === 'string' &&
        isStamp(entry[1]),
    )
  )
}
