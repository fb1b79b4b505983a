/**
 * Addresses within a chapter, `#STEP[/N][~1.PACKED]`: a step; while presenting,
 * how many key presses after its start; and what islands show (packed by
 * `sharing.ts`). The step alone works without any script.
 */

export interface Address {
  /** The id of the step; '' where the address names none. */
  step: string
  presses: number
  /** The states of islands, with the version of their packing; '' for none. */
  packed: string
}

/** @param hash as `location.hash` has it, or as somebody typed it */
export function parseAddress(hash: string): Address {
  const [, step = '', number = '', packed = ''] = PARTS.exec(hash)!
  const presses = /^\d+$/.test(number) ? Math.min(Number(number), MOST) : 0
  return { step: decoded(step), presses, packed }
}

/** Any text has these parts, be they empty. */
const PARTS = /^#?([^/~]*)(?:\/([^~]*))?(?:~(.*))?$/s

/** No step has more presses than that. */
const MOST = 9999

/** @returns the part of an address that starts with `#`; '' if it says nothing */
export function formatAddress({ step, presses, packed }: Address): string {
  const hash = `${encoded(step)}${presses ? `/${presses}` : ''}${packed && `~${packed}`}`
  return hash && `#${hash}`
}

/** An id may have characters that mean something in an address. */
function encoded(id: string): string {
  return encodeURIComponent(id).replaceAll('~', '%7E')
}

/** Somebody may have typed anything into the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
