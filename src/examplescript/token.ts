/**
 * Tokens: the smallest pieces of a program that mean something. The tables here
 * are the whole vocabulary; the scanner, the grammars that colour listings, and
 * the chapters all read them.
 */

/** A token is what it is, and where: `source.slice(from, to)`. */
export interface Token {
  kind: TokenKind
  from: number
  to: number
}

export type TokenKind = 'number' | 'string' | 'name' | Keyword | Operator

export type Keyword = (typeof KEYWORDS)[number]
export type Operator = (typeof OPERATORS)[keyof typeof OPERATORS]

/** Words with a meaning of their own; each is its own kind. */
export const KEYWORDS = [
  'break',
  'case',
  'class',
  'const',
  'constructor',
  'continue',
  'declare',
  'default',
  'do',
  'else',
  'export',
  'extends',
  'false',
  'for',
  'function',
  'if',
  'let',
  'new',
  'null',
  'return',
  'switch',
  'this',
  'true',
  'while',
] as const

/** What is written with signs, and the name of each. */
export const OPERATORS = {
  '+': 'plus',
  '-': 'minus',
  '*': 'star',
  '/': 'slash',
  '%': 'percent',
  '**': 'starStar',
  '++': 'plusPlus',
  '--': 'minusMinus',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '~': 'tilde',
  '!': 'not',
  '&&': 'andAnd',
  '||': 'orOr',
  '<<': 'shiftLeft',
  '>>': 'shiftRight',
  '>>>': 'shiftRightUnsigned',
  '<': 'less',
  '<=': 'lessEquals',
  '>': 'greater',
  '>=': 'greaterEquals',
  '==': 'equalsEquals',
  '===': 'equalsEqualsEquals',
  '!=': 'notEquals',
  '!==': 'notEqualsEquals',
  '=': 'equals',
  '+=': 'plusEquals',
  '-=': 'minusEquals',
  '*=': 'starEquals',
  '/=': 'slashEquals',
  '%=': 'percentEquals',
  '**=': 'starStarEquals',
  '&=': 'andEquals',
  '|=': 'orEquals',
  '^=': 'xorEquals',
  '<<=': 'shiftLeftEquals',
  '>>=': 'shiftRightEquals',
  '>>>=': 'shiftRightUnsignedEquals',
  '?': 'question',
  '=>': 'arrow',
  '(': 'openParen',
  ')': 'closeParen',
  '[': 'openBracket',
  ']': 'closeBracket',
  '{': 'openBrace',
  '}': 'closeBrace',
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '.': 'dot',
  '@': 'at',
} as const

/** How a token is coloured. */
export type Category =
  'number' | 'string' | 'name' | 'keyword' | 'operator' | 'punctuation'

const PUNCTUATION = new Set<string>(
  Object.entries(OPERATORS)
    .filter(([text]) => '()[]{},;:.@'.includes(text))
    .map(([, kind]) => kind),
)

export function categoryOf(kind: TokenKind): Category {
  if (kind === 'number' || kind === 'string' || kind === 'name') return kind
  if (PUNCTUATION.has(kind)) return 'punctuation'
  return isKeyword(kind) ? 'keyword' : 'operator'
}

const KEYWORD_SET = new Set<string>(KEYWORDS)

export function isKeyword(word: string): word is Keyword {
  return KEYWORD_SET.has(word)
}
