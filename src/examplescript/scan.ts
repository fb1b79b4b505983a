/**
 * The scanner: cuts a program's text into tokens. It knows nothing of what may
 * follow what; that is the parser's work. Between tokens are gaps, white space
 * and comments, which nobody keeps: they are what lies between one token's end
 * and the next one's start.
 */
import {
  hintFor,
  isDigit,
  isLetter,
  isLineEnd,
  isSpace,
  isWordPart,
  shorten,
  visible,
} from './character.ts'
import { addFixes } from './edit-scan.ts'
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
  // A string knows at its end only that it has none.
  scanner.problems.sort((a, b) => a.from - b.from)
  addFixes(source, scanner.problems, isNumber)
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
    // `.5` has begun one character earlier, with what was read as a dot.
    const from = this.#source[this.#at - 1] === '.' ? this.#at - 1 : this.#at
    this.#digits()
    if (this.#sees('.')) {
      this.#at++
      this.#digits()
    }
    const text = this.#source.slice(from, this.#at)
    if (!NUMBER.test(text)) this.#malformed(text, from)
    else if (!fitsIn64Bits(text)) this.#tooLarge(text, from)
    return 'number'
  }

  /** Digits, letters and underscores; a sign only after a decimal's `e`. */
  #digits(): void {
    const from = this.#at
    this.#wordParts()
    const isSign = this.#sees('+') || this.#sees('-')
    if (!isSign || !isDigit(this.#source[this.#at + 1])) return
    if (!EXPONENT.test(this.#source.slice(from, this.#at))) return
    this.#at++
    this.#wordParts()
  }

  #wordParts(): void {
    while (isWordPart(this.#source[this.#at])) this.#at++
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

  #tooLarge(text: string, from: number): void {
    this.problems.push({
      code: 'number-too-large',
      message: `“${shorten(text)}” does not fit in 64 bits.`,
      from,
      to: this.#at,
      hint: 'The largest is 18446744073709551615; binary has up to 63 digits.',
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
      if (isLineEnd(character)) break
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

  /** What follows a backslash; at the end of a line, the string says enough. */
  #escape(): void {
    if (isLineEnd(this.#source[this.#at])) return
    const from = this.#at - 1
    ESCAPE.lastIndex = this.#at
    const known = ESCAPE.exec(this.#source)
    this.#at += known ? known[0].length : this.#character().length
    if (known) return
    const text = visible(this.#source.slice(from + 1, this.#at))
    this.problems.push({
      code: 'unknown-escape',
      message: `“\\${text}” is no escape that a string knows.`,
      from,
      to: this.#at,
      hint: 'There are \\n \\r \\t \\0 \\\\ \\\' \\" \\xHH \\uHHHH \\u{H…}.',
    })
  }

  /** A template is reported once, and passed over to its end. */
  #template(): TokenKind {
    const from = this.#at
    const end = this.#source.indexOf('`', from + 1)
    this.#at = end < 0 ? this.#endOfLine() : end + 1
    this.problems.push({
      code: 'template-string',
      message: 'Template strings are left out.',
      from,
      to: this.#at,
      hint: 'Write a string in quotes, and join strings with +.',
    })
    return 'string'
  }

  /** One problem for a run of characters that stand for nothing. */
  #unknown(): TokenKind | undefined {
    if (this.#sees('`')) return this.#template()
    const from = this.#at
    do this.#at++
    while (this.#at < this.#source.length && !isKnown(this.#source[this.#at]!))
    const text = this.#source.slice(from, this.#at)
    const hint = hintFor(text)
    this.problems.push({
      code: 'unknown-character',
      message: `“${shorten(visible(text))}” stands for nothing here.`,
      from,
      to: this.#at,
      ...(hint && { hint }),
    })
    return undefined
  }

  /** The character here; one beyond U+FFFF is two units long. */
  #character(): string {
    return String.fromCodePoint(this.#source.codePointAt(this.#at)!)
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
const FRACTION = /^[\d_]+[.eE]/
/** 64 bits; in binary AssemblyScript takes 63. */
const INTEGER = /^(?:0[xX]0*[\da-fA-F]{0,16}|0[bB]0*[01]{0,63}|\d{1,20})$/
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
  [
    /^\.|\.(?!\d)/,
    'digits stand on both sides of its dot',
    'Write 0.5, or 5.0.',
  ],
  [/[eE]$/, 'its exponent has no digits', 'Write 1e6 or 1e-6.'],
  [/^/, 'a letter follows a digit', 'Put a space or an operator between them.'],
]

function isNumber(text: string): boolean {
  return NUMBER.test(text) && fitsIn64Bits(text)
}

/** Whether a number is no integer, or one that AssemblyScript takes, too. */
function fitsIn64Bits(text: string): boolean {
  // Most numbers are short, and what has 18 characters always fits.
  if (text.length <= 18 || FRACTION.test(text)) return true
  const digits = text.replaceAll('_', '')
  return INTEGER.test(digits) && BigInt(digits) <= 0xffff_ffff_ffff_ffffn
}

/** Whether a character may start a token, or a gap. */
function isKnown(character: string): boolean {
  return (
    isSpace(character) ||
    isLetter(character) ||
    isDigit(character) ||
    character === '"' ||
    character === "'" ||
    character === '`' ||
    BY_FIRST.has(character)
  )
}
