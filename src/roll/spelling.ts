/** How far two spellings of a name are apart, and how far they may be. */

/**
 * Letters to put in, take out, change, or swap with their neighbour, to make one
 * word of the other.
 */
export function distance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]]
  let before: number[] = []
  let above = b.map((_, at) => at)
  above.push(b.length)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + same,
      )
      const swapped =
        row > 1 &&
        column > 1 &&
        a[row - 1] === b[column - 2] &&
        a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, before[column - 2]! + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return above[b.length]!
}

/** How many letters a name of so many may be off and still be meant. */
export function tolerance(letters: number): number {
  if (letters < 4) return 0
  return letters < 7 ? 1 : 2
}

/** A name without what grammar and habit add: case, accents, a possessive. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
}
