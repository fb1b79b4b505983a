/**
 * Search: slides by their number or by words, chapters by words. Words are
 * found at their beginnings, however they are written: `bäume` finds `Baume`.
 */

/** What can be found. */
export interface Entry {
  /** Of a slide; chapters have none. */
  number?: number
  title: string
  /** What else stands on the slide. */
  text?: string
}

/** An entry with its words, which are taken apart once. */
export interface Indexed<T extends Entry> {
  entry: T
  title: readonly string[]
  text: readonly string[]
}

export function indexOf<T extends Entry>(entries: readonly T[]): Indexed<T>[] {
  return entries.map((entry) => ({
    entry,
    title: wordsOf(entry.title),
    text: wordsOf(entry.text ?? ''),
  }))
}

/**
 * @returns what has all words of the query: first the slide of that number,
 *   then what has them in its title, then the rest; all, if there are no words
 */
export function find<T extends Entry>(
  index: readonly Indexed<T>[],
  query: string,
): T[] {
  const wanted = wordsOf(query)
  const number = /^\s*\d+\s*$/.test(query) ? Number(query) : undefined
  const ranked = index.map((one) => ({
    entry: one.entry,
    rank: rankOf(one, wanted, number),
  }))
  return RANKS.flatMap((wantedRank) =>
    ranked.filter(({ rank }) => rank === wantedRank).map(({ entry }) => entry),
  )
}

/** The best first. */
const RANKS = ['number', 'title', 'text'] as const

function rankOf(
  { entry, title, text }: Indexed<Entry>,
  wanted: readonly string[],
  number: number | undefined,
): (typeof RANKS)[number] | undefined {
  if (number !== undefined && entry.number === number) return 'number'
  const isIn = (words: readonly string[]) =>
    wanted.every((start) => words.some((word) => word.startsWith(start)))
  if (isIn(title)) return 'title'
  return isIn([...title, ...text]) ? 'text' : undefined
}

/** Letters and digits without case and accents, in words. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What was found, in a sentence. */
export function told(
  found: readonly Entry[],
  query: string,
  slides: number,
): string {
  if (found.length === 0) {
    const counts = slides === 1 ? 'one slide' : `${slides} slides`
    return /^\s*\d+\s*$/.test(query)
      ? `This chapter has ${counts}.`
      : 'Nothing here has all of these words.'
  }
  const numbered = found.filter(({ number }) => number !== undefined).length
  return [
    counted(numbered, 'slide'),
    counted(found.length - numbered, 'chapter'),
  ]
    .filter(Boolean)
    .join(', ')
}

function counted(count: number, noun: string): string {
  if (count === 0) return ''
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
