/** Which words of a listing are which of its next version. */

/** The index of a word before, and of the same word after. */
export type Move = readonly [before: number, after: number]

/**
 * The longest row of words that both have in the same order. What stands in no
 * move was taken away, or is new.
 */
export function movesBetween(
  before: readonly string[],
  after: readonly string[],
): Move[] {
  const lengths = lengthsOf(before, after)
  const moves: Move[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) moves.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return moves
}

/** How long the row is from each pair of places on. */
function lengthsOf(
  before: readonly string[],
  after: readonly string[],
): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        before[i] === after[j]
          ? 1 + lengths[i + 1]![j + 1]!
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}
