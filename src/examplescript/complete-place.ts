/** Finds out, by tokens alone, what may begin at a place. */
import { isDigit, isWordPart } from './character.ts'
import { scan, type Scan } from './scan.ts'
import type { Token, TokenKind } from './token.ts'

/** Where something is being written, and what stands before it. */
export interface PlaceBefore {
  /** Where the word begins that is being written. */
  from: number
  /** The last two tokens before it, as they are written. */
  before: string[]
  isMember: boolean
  beginsValue: boolean
  beginsStatement: boolean
}

/** @returns nothing in comments, strings and numbers, and where a name is made up */
export function placeBefore(
  source: string,
  offset: number,
): PlaceBefore | undefined {
  let from = offset
  while (from > 0 && isWordPart(source[from - 1])) from--
  if (isDigit(source[from])) return undefined
  const scanned = scan(source)
  const tokens = scanned.tokens.filter(({ to }) => to <= from)
  const last = tokens.at(-1)
  if (isInString(scanned, from) || isInComment(source, last, from)) {
    return undefined
  }
  const kind = last?.kind
  // `1.` is a number, and so is what follows.
  if (kind === 'number' && last?.to === from) return undefined
  if (kind && NAMES.has(kind)) return undefined
  const gap = source.slice(last?.to ?? 0, from)
  const isEnd = kind !== undefined && ENDS.has(kind)
  const isNewLine = kind === undefined || gap.includes('\n')
  return {
    from,
    before: tokens.slice(-2).map((token) => source.slice(token.from, token.to)),
    isMember: kind === 'dot',
    beginsValue: !isEnd,
    beginsStatement:
      kind === undefined || STARTS.has(kind) || (isEnd && isNewLine),
  }
}

/** Behind these stands a name that the program makes up. */
const NAMES = new Set<TokenKind>(['let', 'const', 'function', 'class', 'at'])

/** Behind these, a statement may begin on the same line. */
const STARTS = new Set<TokenKind>([
  'openBrace',
  'closeBrace',
  'semicolon',
  'closeParen',
  'colon',
  'else',
  'do',
])

/** A value ends with one of these, and another one begins on the next line. */
const ENDS = new Set<TokenKind>([
  'name',
  'number',
  'string',
  'true',
  'false',
  'null',
  'this',
  'closeParen',
  'closeBracket',
  'closeBrace',
  'plusPlus',
  'minusMinus',
  'break',
  'continue',
])

/** In a string, also behind one that does not end. */
function isInString({ tokens, problems }: Scan, at: number): boolean {
  const string = tokens.find(
    ({ kind, from, to }) => kind === 'string' && from < at && at <= to,
  )
  if (!string || at < string.to) return string !== undefined
  return problems.some(
    ({ code, from }) => code.startsWith('unterminated') && from === string.from,
  )
}

/** A gap without what is a whole comment has nothing of a comment left. */
function isInComment(
  source: string,
  last: Token | undefined,
  at: number,
): boolean {
  const gap = source.slice(last?.to ?? 0, at)
  return /\/[/*]/.test(gap.replaceAll(/\/\/.*\n|\/\*[^]*?\*\//g, ''))
}
