/**
 * Addresses within a chapter, `#STEP[/N][~1.PACKED]`: a step; while presenting,
 * how many key presses after its start; and what islands show (packed by
 * `sharing.ts`). The step alone works without any script.
 */

export interface Address {
  /** The id of the step; '' is the chapter's opening. */
  step: string
  presses: number
  /** The states of islands, with the version of their packing; '' for none. */
  packed: string
}

/** @param hash as `location.hash` has it */
export function parseAddress(hash: string): Address {
  const match = /^#?([^/~]*)(?:\/(\d{1,4}))?(?:~(.*))?$/.exec(hash)
  return {
    step: decoded(match?.[1] ?? ''),
    presses: Number(match?.[2] ?? 0),
    packed: match?.[3] ?? '',
  }
}

/** @returns the part of an address that starts with `#`; '' if it says nothing */
export function formatAddress({ step, presses, packed }: Address): string {
  const hash = `${step}${presses ? `/${presses}` : ''}${packed && `~${packed}`}`
  return hash && `#${hash}`
}

/** Somebody may have typed anything into the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
