/**
 * Finds the pieces of a tokenizer: byte-pair encoding, as Sennrich, Haddow and
 * Birch brought it to words (2016). All characters are pieces; then, again and
 * again, the two neighbours that stand together most often become a piece. What
 * is left of the room goes to the words that shall be whole, however rare.
 */
import { SPACE, type TokenizerFile } from './tokenizer.ts'

interface Counted {
  word: string
  /** How often it stands in the texts. */
  count: number
}

/** A word, cut into pieces so far. */
interface Cut extends Counted {
  parts: string[]
}

export interface Wish {
  /** How many pieces to find, single characters included. */
  pieces: number
  /** Words that are to be one token, with the space before them, if there is room. */
  whole: readonly string[]
}

/** @param texts as they are handed to `encode` */
export function trainTokenizer(
  texts: Iterable<string>,
  { pieces, whole }: Wish,
): TokenizerFile {
  const counted = countWords(texts)
  const characters = new Set(counted.flatMap(({ word }) => Array.from(word)))
  const room = pieces - characters.size
  const wanted = new Set(whole.map((word) => SPACE + word))
  const merged = frequentPieces(counted, room, wanted)
  const names = counted.filter(({ word }) => wanted.has(word)).map(toParts)
  for (const { parts } of names) for (const piece of merged) merge(parts, piece)
  for (const { parts } of names) {
    while (parts.length > 1) {
      merged.push(parts[0]! + parts[1]!)
      for (const each of names) merge(each.parts, merged.at(-1)!)
    }
  }
  return { pieces: [...merged, ...[...characters].toSorted()] }
}

/** @returns as many pieces as leave room for those that the wanted words still lack */
function frequentPieces(
  counted: readonly Counted[],
  room: number,
  wanted: ReadonlySet<string>,
): string[] {
  const words = counted.map(toParts)
  const names = words.filter(({ word }) => wanted.has(word))
  const merged: string[] = []
  let fitting = 0
  while (merged.length < room) {
    const piece = mostFrequent(words)
    if (piece === undefined) break
    merged.push(piece)
    for (const { parts } of words) merge(parts, piece)
    const lacking = names.reduce((sum, { parts }) => sum + parts.length - 1, 0)
    if (merged.length + lacking <= room) fitting = merged.length
  }
  return merged.slice(0, fitting)
}

/** A piece is made of letters or of signs, and a space is at its beginning only. */
function countWords(texts: Iterable<string>): Counted[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const spaced = SPACE + text.replaceAll(' ', SPACE)
    for (const [word] of spaced.matchAll(
      /\u{2581}?(?:\p{L}+|[^\p{L}\u{2581}\n]+)/gu,
    )) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return Array.from(counts, ([word, count]) => ({ word, count }))
}

function toParts(counted: Counted): Cut {
  return { ...counted, parts: Array.from(counted.word) }
}

/** @returns what the most frequent neighbours are together, if there are any */
function mostFrequent(words: readonly Cut[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { parts, count } of words) {
    for (let at = 0; at + 1 < parts.length; at++) {
      const pair = parts[at]! + parts[at + 1]!
      counts.set(pair, (counts.get(pair) ?? 0) + count)
    }
  }
  let [best, most]: [string | undefined, number] = [undefined, 0]
  for (const [pair, count] of counts) {
    if (count > most) [best, most] = [pair, count]
  }
  return best
}

/** Joins all neighbours that are the piece together, however they were cut: so does `encode`. */
function merge(parts: string[], piece: string): void {
  for (let at = 0; at + 1 < parts.length; at++) {
    const pair = parts[at]! + parts[at + 1]!
    if (pair === piece) parts.splice(at, 2, piece)
  }
}
