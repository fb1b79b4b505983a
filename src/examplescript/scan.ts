/**
 * The scanner: cuts a program's text into tokens. It knows nothing of what may
 * follow what; that is the parser's work. Between tokens are gaps, white space
 * and comments, which nobody keeps: they are what lies between one token's end
 * and the next one's start.
 */
import type { Problem } from './problem.ts'
import {
  isKeyword,
  OPERATORS,
  type Operator,
  type Token,
  type TokenKind,
} from './token.ts'

/** A program's tokens in order, and what was wrong on the way. */
export interface Scan {
  tokens: Token[]
  problems: Problem[]
}

/**
 * Scans a whole program, in time linear in its length. It never gives up: what
 * it cannot read it reports, and goes on behind it.
 */
export function scan(source: string): Scan {
  const scanner = new Scanner(source)
  scanner.scan()
  return scanner
}

class Scanner implements Scan {
  readonly tokens: Token[] = []
  readonly problems: Problem[] = []
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  scan(): void {
    for (;;) {
      this.#skip()
      if (this.#at >= this.#source.length) return
      const from = this.#at
      const kind = this.#token()
      if (kind) this.tokens.push({ kind, from, to: this.#at })
    }
  }

  /** The first character decides what is being read. */
  #token(): TokenKind | undefined {
    const first = this.#source[this.#at]!
    if (isDigit(first)) return this.#number()
    if (isLetter(first)) return this.#word()
    if (first === '"' || first === "'") return this.#string(first)
    return this.#operator() ?? this.#unknown()
  }

  /** White space and comments mean nothing, and end up in no token. */
  #skip(): void {
    for (;;) {
      if (isSpace(this.#source[this.#at])) this.#at++
      else if (this.#sees('//')) this.#at = this.#endOfLine()
      else if (this.#sees('/*')) this.#comment()
      else return
    }
  }

  #comment(): void {
    const end = this.#source.indexOf('*/', this.#at + 2)
    const from = this.#at
    this.#at = end < 0 ? this.#source.length : end + 2
    if (end >= 0) return
    this.problems.push({
      code: 'unterminated-comment',
      message: 'This comment never ends.',
      from,
      to: from + 2,
      hint: 'Close it with */.',
    })
  }

  /** A name, or the keyword that is spelled like it. */
  #word(): TokenKind {
    const from = this.#at
    while (isWordPart(this.#source[this.#at])) this.#at++
    const word = this.#source.slice(from, this.#at)
    return isKeyword(word) ? word : 'name'
  }

  /** Takes all that looks like one number, and asks then whether it is one. */
  #number(): TokenKind {
    const from = this.#at
    this.#digits()
    if (this.#sees('.') && isDigit(this.#source[this.#at + 1])) {
      this.#at++
      this.#digits()
    }
    const text = this.#source.slice(from, this.#at)
    if (!NUMBER.test(text)) this.#malformed(text, from)
    return 'number'
  }

  /** Digits, letters and underscores; a sign only after a decimal's `e`. */
  #digits(): void {
    const from = this.#at
    while (isWordPart(this.#source[this.#at])) this.#at++
    const text = this.#source.slice(from, this.#at)
    const isSign = this.#sees('+') || this.#sees('-')
    if (isSign && EXPONENT.test(text) && isDigit(this.#source[this.#at + 1])) {
      this.#at++
      this.#digits()
    }
  }

  #malformed(text: string, from: number): void {
    const [, message, hint] = FAULTS.find(([fault]) => fault.test(text))!
    this.problems.push({
      code: 'malformed-number',
      message: `“${shorten(text)}” is not a number: ${message}.`,
      from,
      to: this.#at,
      hint,
    })
  }

  /** The longest operator wins: `<<=` is one token, and not `<`, `<`, `=`. */
  #operator(): Operator | undefined {
    const candidates = BY_FIRST.get(this.#source[this.#at]!) ?? []
    for (const [text, kind] of candidates) {
      if (!this.#sees(text)) continue
      this.#at += text.length
      return kind
    }
    return undefined
  }

  /** A string ends at its quote, or else at the end of its line. */
  #string(quote: string): TokenKind {
    const from = this.#at++
    for (;;) {
      const character = this.#source[this.#at]
      if (character === undefined || character === '\n') break
      this.#at++
      if (character === quote) return 'string'
      if (character === '\\') this.#escape()
    }
    this.problems.push({
      code: 'unterminated-string',
      message: 'This string does not end on its line.',
      from,
      to: this.#at,
      hint: `Close it with ${quote}.`,
    })
    return 'string'
  }

  #escape(): void {
    ESCAPE.lastIndex = this.#at
    const known = ESCAPE.exec(this.#source)
    if (known) {
      this.#at += known[0].length
      return
    }
    const isEnd = /^\n?$/.test(this.#source[this.#at] ?? '')
    const to = isEnd ? this.#at : this.#at + 1
    this.problems.push({
      code: 'unknown-escape',
      message: 'A string has no such escape.',
      from: this.#at - 1,
      to,
      hint: 'There are \\n \\r \\t \\0 \\\\ \\\' \\" \\xHH \\uHHHH \\u{H…}.',
    })
    this.#at = to
  }

  /** One problem for a run of characters that stand for nothing. */
  #unknown(): undefined {
    const from = this.#at
    do this.#at++
    while (this.#at < this.#source.length && !isKnown(this.#source[this.#at]!))
    const text = this.#source.slice(from, this.#at)
    const hint = HINTS.find(([pattern]) => pattern.test(text))?.[1]
    this.problems.push({
      code: 'unknown-character',
      message: `“${shorten(visible(text))}” stands for nothing here.`,
      from,
      to: this.#at,
      ...(hint && { hint }),
    })
  }

  #sees(text: string): boolean {
    return this.#source.startsWith(text, this.#at)
  }

  #endOfLine(): number {
    const end = this.#source.indexOf('\n', this.#at)
    return end < 0 ? this.#source.length : end
  }
}

/** Operators by their first character, the longest first. */
const BY_FIRST = new Map<string, [string, Operator][]>()
for (const entry of Object.entries(OPERATORS)) {
  const first = entry[0][0]!
  const others = BY_FIRST.get(first) ?? []
  others.push(entry)
  others.sort(([a], [b]) => b.length - a.length)
  BY_FIRST.set(first, others)
}

/** What a number looks like; an underscore stands between two digits. */
const DIGITS = String.raw`\d+(?:_\d+)*`
const WHOLE = String.raw`(?:0|[1-9]\d*(?:_\d+)*)`
const DECIMAL = String.raw`${WHOLE}(?:\.${DIGITS})?(?:[eE][+-]?${DIGITS})?`
const HEXADECIMAL = String.raw`0[xX][\da-fA-F]+(?:_[\da-fA-F]+)*`
const BINARY = String.raw`0[bB][01]+(?:_[01]+)*`
const NUMBER = new RegExp(`^(?:${DECIMAL}|${HEXADECIMAL}|${BINARY})$`)

const EXPONENT = /^[\d_]+[eE]$/
const ESCAPE =
  /[nrt0\\'"]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{0*(?:10|[\da-fA-F])?[\da-fA-F]{1,4}\}/y

/** What may be wrong with a number; the first that fits is told. */
const FAULTS: [RegExp, string, string][] = [
  [
    /^0[oO\d_]/,
    'octal numbers are left out',
    'Write it in decimal without a leading zero, or in hexadecimal: 0xff.',
  ],
  [
    /__|_$|_[.eE]|[.xXbB]_/,
    'an underscore stands between two digits',
    'Write 1_000_000.',
  ],
  [/^0[xX]/, '0x is followed by digits and a to f', 'Write 0xff.'],
  [/^0[bB]/, '0b is followed by 0 and 1', 'Write 0b1010.'],
  [/[eE]$/, 'its exponent has no digits', 'Write 1e6 or 1e-6.'],
  [/^/, 'a letter follows a digit', 'Put a space or an operator between them.'],
]

/** What people mean by characters that keyboards and editors slip in. */
const HINTS: [RegExp, string][] = [
  [/[“”„‘’]/, 'Write straight quotes: " or \'.'],
  [/[×·]/, 'Write * to multiply.'],
  [/÷/, 'Write / to divide.'],
  [/[−–—]/, 'Write - for minus.'],
  [/`/, 'Template strings are left out: join strings with +.'],
  [/#/, 'Comments start with //.'],
  [/\p{L}/u, 'Names are made of a to z, A to Z, 0 to 9, _ and $.'],
]

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

function isLetter(character: string | undefined): boolean {
  if (character === undefined) return false
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    character === '_' ||
    character === '$'
  )
}

function isWordPart(character: string | undefined): boolean {
  return isLetter(character) || isDigit(character)
}

function isSpace(character: string | undefined): boolean {
  return (
    character === ' ' ||
    character === '\n' ||
    character === '\t' ||
    character === '\r' ||
    character === '\u{FEFF}' ||
    character === '\u{A0}'
  )
}

/** Whether a character may start a token, or a gap. */
function isKnown(character: string): boolean {
  return (
    isSpace(character) ||
    isLetter(character) ||
    isDigit(character) ||
    character === '"' ||
    character === "'" ||
    BY_FIRST.has(character)
  )
}

/** Control characters and lone surrogates, as something that can be shown. */
function visible(text: string): string {
  return text.replaceAll(
    /\p{Cc}|\p{Cs}/gu,
    (character) =>
      `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

function shorten(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 20)}…`
}
