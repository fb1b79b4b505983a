/**
 * The names in an answer, and where they stand. Models answer as they like: in
 * JSON, as a list, in a sentence; what counts is read the same way from each.
 */
import { distance, plain, tolerance } from './spelling.ts'

export interface Found {
  text: string
  /** Where it begins in the answer, and where it is over. */
  from: number
  to: number
}

/** A name has at most so many words. */
const WORDS = 3
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*`
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NAME}(?: ${NAME}){0,${WORDS - 1}}`,
  'gu',
)
/** A line of a list: what stands in front of its item. */
const ITEM = /^[ \t]*(?:\d+[.)]|[-*•–])[ \t]+(?=\S)/
/** Words with a capital that are no names: they open sentences, or name the team. */
const OPENERS = new Set(
  `a after all also and are as at adventure bay but certainly each every everybody everyone finally
  first good great here his her however i if in is it its last lantern leader let like list member
  members meet my names next no nobody none note now of ok okay on one only original our patrol paw
  please pup puppies pups she he second so some sorry sure team that the their then there these they
  third this those to today together tonight when while who with yes you your`.split(
    /\s+/,
  ),
)
/** What follows a name at the start of a sentence, and hardly any other word. */
const AFTER = /^(?:[,.:;]|\n|$| (?:and|comes?|is|was|with|the|has|-|–|—)(?!\w))/

/** @param known names that are found in small letters, too */
export function namesIn(answer: string, known: readonly string[]): Found[] {
  if (/^\s*(?:```\w*\s*)?[[{]/.test(answer)) return quoted(answer)
  const lines = linesOf(answer)
  const items = lines.filter(({ text }) => ITEM.test(text))
  if (items.length < 2) return lines.flatMap((line) => inProse(line, known))
  return items.flatMap((line) => inItem(line, known))
}

/** Strings of JSON that may be names; keys are none. It need not be whole. */
function quoted(answer: string): Found[] {
  const strings = answer.matchAll(/"((?:[^"\\\n]|\\.)*)"(\s*:)?/g)
  return [...strings].flatMap(({ 1: text = '', 2: colon, index }) => {
    const isName = /^\S/.test(text) && text.split(/\s+/).length <= WORDS
    const from = index + 1
    return isName && !colon ? [{ text, from, to: from + text.length }] : []
  })
}

interface Line {
  text: string
  from: number
}

function linesOf(answer: string): Line[] {
  let from = 0
  return answer.split('\n').map((text) => {
    const line = { text, from }
    from += text.length + 1
    return line
  })
}

/** Of an item, only its head counts: what stands behind it says who that is. */
function inItem({ text, from }: Line, known: readonly string[]): Found[] {
  const [mark] = ITEM.exec(text)!
  const rest = text.slice(mark.length)
  const end = rest.search(/[:(–—]| - | is | was /)
  const head = end < 0 ? rest : rest.slice(0, end)
  const line = { text: head, from: from + mark.length }
  const hasMany = head
    .split(/,| and /)
    .every((part) => part.trim().split(' ').length <= WORDS)
  const found = inProse(line, known, true)
  return hasMany ? found : found.slice(0, 1)
}

/** @param isHead whether each word with a capital is meant to be a name */
function inProse(
  { text, from }: Line,
  known: readonly string[],
  isHead = false,
): Found[] {
  const capitals = [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const { name, skipped } = withoutOpeners(run)
    const at = index + skipped
    if (!name) return []
    const opens = /(?:^|[.!?]["”’)]*\s+)["“‘(*\s]*$/.test(text.slice(0, at))
    const doubtful = opens && !isHead && !isLike(name, known)
    if (doubtful && !AFTER.test(text.slice(at + name.length))) return []
    return [{ text: name, from: from + at, to: from + at + name.length }]
  })
  return [...capitals, ...small(text, from, known)].sort(
    (a, b) => a.from - b.from,
  )
}

function withoutOpeners(run: string): { name: string; skipped: number } {
  const words = run.split(' ')
  const first = words.findIndex((word) => !OPENERS.has(word.toLowerCase()))
  if (first < 0) return { name: '', skipped: 0 }
  const skipped = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
  return { name: run.slice(skipped), skipped }
}

function isLike(name: string, known: readonly string[]): boolean {
  return name
    .split(' ')
    .map(plain)
    .some((word) =>
      known.some(
        (one) => distance(word, plain(one)) <= tolerance([...one].length),
      ),
    )
}

/** Names in small letters, where they stand alone between commas. */
function small(text: string, from: number, known: readonly string[]): Found[] {
  const names = new Set(known.map(plain))
  const pieces = text.matchAll(
    /(?<=^|,|\band\b)\s*(\p{Ll}+)\s*(?=$|,|\band\b|[.!])/gu,
  )
  return [...pieces].flatMap(({ 0: piece, 1: word = '', index }) => {
    if (!names.has(plain(word))) return []
    const at = from + index + piece.indexOf(word)
    return [{ text: word, from: at, to: at + word.length }]
  })
}
