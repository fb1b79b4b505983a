/** Edits for what the scanner cannot read. */
import { insertAt, replace, type Fix } from './edit.ts'
import type { Problem } from './problem.ts'
import type { Place } from './tree.ts'

/** What people mean by characters that keyboards and word processors write. */
const MEANT = new Map([
  ...[...'×·'].map((one) => [one, '*'] as const),
  ...[...'−–—‐‑－'].map((one) => [one, '-'] as const),
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['#', '//'],
])

const QUOTES: [curly: RegExp, straight: string][] = [
  [/[“”„«»]/g, '"'],
  [/[‘’‚]/g, "'"],
]

/** As many problems as a person may want to read have fixes. */
const MOST_FIXED = 100

type FixesOf = (
  source: string,
  place: Place,
  isNumber: (text: string) => boolean,
) => Fix[]

/**
 * Gives the scanner's problems their fixes, in place.
 *
 * @param isNumber whether a text is a number, and nothing else
 */
export function addFixes(
  source: string,
  problems: readonly Problem[],
  isNumber: (text: string) => boolean,
): void {
  for (const problem of problems.slice(0, MOST_FIXED)) {
    const fixes = FIXES.get(problem.code)?.(source, problem, isNumber) ?? []
    if (fixes.length > 0) problem.fixes = fixes
  }
}

/** For characters that stand for nothing: those that are meant by them. */
function fixesOfCharacters(source: string, place: Place): Fix[] {
  const text = source.slice(place.from, place.to)
  const quotes = QUOTES.find(([curly]) => text.search(curly) === 0)
  if (quotes) return fixesOfQuotes(source, place.from, quotes)
  const meant = [...text].map((one) => MEANT.get(one) ?? halfWidth(one))
  if (meant.includes(undefined)) return []
  return [replace(place, meant.join(''))]
}

/** `＋` is `+`, and `１` is `1`. */
function halfWidth(character: string): string | undefined {
  if (character < '！' || character > '～') return undefined
  return String.fromCodePoint(character.codePointAt(0)! - 0xfee0)
}

/** All quotes of a kind on a line at once, if they are pairs. */
function fixesOfQuotes(
  source: string,
  at: number,
  [curly, straight]: (typeof QUOTES)[number],
): Fix[] {
  // Who looks through a longer line for each of its quotes takes long.
  const before = source
    .slice(Math.max(0, at - 200), at)
    .split('\n')
    .at(-1)!
  const [behind = ''] = source.slice(at, at + 200).split('\n')
  const line = before + behind
  const start = at - before.length
  const places = [...line.matchAll(curly)].map(({ index }) => start + index)
  if (places.length % 2 > 0 || line.includes(straight)) return []
  const edits = places.map((from) => ({ from, to: from + 1, insert: straight }))
  return [{ label: 'Write straight quotes', edits }]
}

/** For a comment without an end: it is one at the end of its line. */
function fixesOfComment(source: string, { from }: Place): Fix[] {
  return [insertAt(endOfLine(source, from), ' */')]
}

/** For a string without an end, unless its last character is a backslash. */
function fixesOfString(source: string, place: Place): Fix[] {
  const quote = source[place.from]!
  const text = source.slice(place.from, place.to).trimEnd()
  let end = text.length
  while (text[end - 1] === '\\') end--
  if ((text.length - end) % 2 > 0) return []
  return [insertAt(place.from + text.length, quote)]
}

/** For an escape that strings do not know; the letter alone means itself. */
function fixesOfEscape(source: string, { from }: Place): Fix[] {
  // What begins like \x41 or \0 was meant to be another character.
  if (/[xu\d]/.test(source[from + 1]!)) return []
  const label = String.raw`Leave the \ out`
  return [replace({ from, to: from + 1 }, '', label)]
}

/** For a template on one line without anything to be put in. */
function fixesOfTemplate(source: string, place: Place): Fix[] {
  const text = source.slice(place.from, place.to)
  const inner = text.slice(1, -1)
  const quote = ['"', "'"].find((one) => !inner.includes(one))
  const isPlain = /^`[^\r\n\u2028\u2029\\]*`$/.test(text)
  if (!isPlain || !quote || inner.includes('${')) return []
  return [replace(place, quote + inner + quote)]
}

/** For what is no number: its underscores and its dot in the right places. */
function fixesOfNumber(
  source: string,
  place: Place,
  isNumber: (text: string) => boolean,
): Fix[] {
  const text = source.slice(place.from, place.to)
  const meant = text
    .replaceAll(/_+/g, '_')
    .replaceAll(/_(?![\da-f])|(?<![\da-f])_/gi, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '.0')
  const isMeant = isNumber(meant) && source[place.to] !== '.'
  return isMeant ? [replace(place, meant)] : []
}

function endOfLine(source: string, at: number): number {
  const end = source.slice(at).search(/[\r\n]|$/)
  return at + end
}

const FIXES = new Map<Problem['code'], FixesOf>([
  ['unknown-character', fixesOfCharacters],
  ['unterminated-comment', fixesOfComment],
  ['unterminated-string', fixesOfString],
  ['unknown-escape', fixesOfEscape],
  ['template-string', fixesOfTemplate],
  ['malformed-number', fixesOfNumber],
])
