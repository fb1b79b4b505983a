/** Chance for the picture of New Year's night, and its numbers as SVG has them. */

export type Random = () => number

/** The same numbers for the same seed: the picture never changes by itself. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Path data from commands and numbers, in whole units and few characters. */
export function path(...parts: (string | number)[]): string {
  return parts
    .map((part) =>
      typeof part === 'number' ? ` ${Math.round(part) + 0}` : part,
    )
    .join('')
    .replaceAll(/ (?=-)|(?<=[A-Za-z]) /g, '')
}
