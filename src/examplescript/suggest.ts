/** Finds the name that someone meant who wrote another one. */

/** More names than these are not looked at: the first ones are the near ones. */
const MOST_NAMES = 2000

/** @returns the nearest of the names, if one is near enough to be meant */
export function nearest(
  written: string,
  names: Iterable<string>,
): string | undefined {
  const most = written.length < 3 ? 1 : written.length < 6 ? 2 : 3
  let best: string | undefined
  let least = most + 1
  let seen = 0
  for (const name of names) {
    if (++seen > MOST_NAMES) break
    if (Math.abs(name.length - written.length) >= least) continue
    const distance = distanceBetween(written, name, least)
    if (distance >= least) continue
    best = name
    least = distance
  }
  // Of a name of two letters, one must be right.
  return best && least < Math.max(written.length, best.length)
    ? best
    : undefined
}

/**
 * How many letters must be put in, left out, changed or swapped; a wrong case
 * alone counts less than any of these.
 */
function distanceBetween(a: string, b: string, enough: number): number {
  if (a.toLowerCase() === b.toLowerCase()) return 0.5
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change)
      const isSwap = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    if (Math.min(...next) >= enough) return enough
    before = row
    row = next
  }
  return row[b.length]!
}
