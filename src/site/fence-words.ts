/** The words behind a fence’s name, such as ` seed=3 model=early`. */

/** @returns what is given, by name; the last of two counts */
export function fenceWords(words: string): Map<string, string> {
  return new Map(
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => word.split('=') as [string, string]),
  )
}
