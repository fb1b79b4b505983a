/** Broken programs: right ones, changed at random in their letters and tokens. */
import type { Chance } from './chance.ts'
import { scan } from '../scan.ts'
import { KEYWORDS, OPERATORS } from '../token.ts'

/** One to six changes. */
export function mutate(
  source: string,
  chance: Chance,
  others: readonly string[],
): string {
  let mutated = source
  for (let left = chance.between(1, 6); left > 0; left--) {
    mutated = chance.pick(CHANGES)(mutated, chance, others)
  }
  return mutated
}

type Mutation = (
  source: string,
  chance: Chance,
  others: readonly string[],
) => string

const CHANGES: Mutation[] = [
  tokenLost,
  tokenTwice,
  tokensSwapped,
  tokenReplaced,
  tokenInserted,
  stretchLost,
  stretchTwice,
  oddInserted,
  truncated,
  spliced,
]

/** A token's place; the whole source if there is none. */
function anyToken(source: string, chance: Chance) {
  const { tokens } = scan(source)
  return tokens.length > 0
    ? chance.pick(tokens)
    : { from: 0, to: source.length }
}

function replaced(source: string, from: number, to: number, text: string) {
  return source.slice(0, from) + text + source.slice(to)
}

function tokenLost(source: string, chance: Chance): string {
  const { from, to } = anyToken(source, chance)
  return replaced(source, from, to, '')
}

function tokenTwice(source: string, chance: Chance): string {
  const { from, to } = anyToken(source, chance)
  const gap = chance.pick(['', ' ', '\n'])
  return replaced(source, to, to, gap + source.slice(from, to))
}

function tokensSwapped(source: string, chance: Chance): string {
  const pair = [anyToken(source, chance), anyToken(source, chance)]
  const [one, other] = pair.sort((a, b) => a.from - b.from)
  if (one!.to > other!.from) return source
  const [first, second] = pair.map(({ from, to }) => source.slice(from, to))
  const swapped = replaced(source, other!.from, other!.to, first!)
  return replaced(swapped, one!.from, one!.to, second!)
}

const VOCABULARY: string[] = [
  Object.keys(OPERATORS),
  [...KEYWORDS],
  ['0', '1', '-1', '0.5', '1e400', '0xffffffffffffffff', '08', '"a"', "''"],
  ['i32', 'u8', 'i64', 'f32', 'bool', 'v128', 'void', 'string', 'number'],
  ['StaticArray', 'load', 'store', 'memory', 'f32x4', 'select', 'main'],
  ['NaN', 'undefined', 'enum', 'as', 'typeof', '=>', '...', '?.', '??'],
].flat()

function tokenReplaced(source: string, chance: Chance): string {
  const { from, to } = anyToken(source, chance)
  return replaced(source, from, to, chance.pick(VOCABULARY))
}

function tokenInserted(source: string, chance: Chance): string {
  const { to } = anyToken(source, chance)
  return replaced(source, to, to, ` ${chance.pick(VOCABULARY)} `)
}

/** A stretch of letters, mostly a short one. */
function anyStretch(source: string, chance: Chance) {
  const from = chance.below(source.length + 1)
  const longest = chance.happens(0.8) ? 8 : source.length
  const to = Math.min(source.length, from + chance.below(longest + 1))
  return { from, to }
}

function stretchLost(source: string, chance: Chance): string {
  const { from, to } = anyStretch(source, chance)
  return replaced(source, from, to, '')
}

function stretchTwice(source: string, chance: Chance): string {
  const { from, to } = anyStretch(source, chance)
  return replaced(source, to, to, source.slice(from, to))
}

const ODD = [
  ['\0', '\u{1}', '\u{1B}', '\u{7F}', '\u{85}', '\u{A0}', '\u{2028}'],
  ['\u{D800}', '\u{DC00}', '\u{FEFF}', '\u{FFFD}', '\u{FFFF}', '\u{202E}'],
  ['😀', 'é', '“', '×', '１', 'İ', '#', '`', '\\', '\r', '\r\n', '"', "'"],
  ['/*', '*/', '//', '${', '\\u{110000}', '\\x', '0x', '1e', '..'],
].flat()

function oddInserted(source: string, chance: Chance): string {
  const at = chance.below(source.length + 1)
  return replaced(source, at, at, chance.pick(ODD))
}

function truncated(source: string, chance: Chance): string {
  const at = chance.below(source.length + 1)
  return chance.happens(0.5) ? source.slice(0, at) : source.slice(at)
}

/** The beginning of one program, and the end of another. */
function spliced(
  source: string,
  chance: Chance,
  others: readonly string[],
): string {
  const other = chance.pick(others)
  const from = chance.below(other.length + 1)
  return source.slice(0, chance.below(source.length + 1)) + other.slice(from)
}
