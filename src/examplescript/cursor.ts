/**
 * The parser's place among the tokens: what comes next, and what was wrong so
 * far. After an error it is silent until the parser has found a place to go on
 * from, so that one mistake is told once.
 */
import { shorten, visible } from './character.ts'
import { insertAt, type Fix } from './edit.ts'
import type { Problem } from './problem.ts'
import type { Scan } from './scan.ts'
import { OPERATORS, isKeyword, type Token, type TokenKind } from './token.ts'
import type { Name, Place } from './tree.ts'

/** As many problems as a person may want to read. */
const MOST_PROBLEMS = 100

/** How deep a program may be nested; an engine's stack bears several times more. */
const DEEPEST = 400

export class Cursor {
  readonly problems: Problem[] = []
  readonly source: string
  /** The kind of the token here, or `end` behind the last one. */
  kind: TokenKind | 'end' = 'end'
  /** Where the token here begins and ends. */
  from = 0
  to = 0
  /** Where the token before ended. */
  last = 0
  /** Whether an error was reported, and no place to go on was found yet. */
  isLost = false

  readonly #tokens: readonly Token[]
  /** What the scanner has told already. */
  readonly #told: readonly Problem[]
  #at = -1
  /** From where on no error was reported. */
  #sound = 0
  #depth = 0

  constructor(source: string, { tokens, problems }: Scan) {
    this.source = source
    this.#tokens = tokens
    this.#told = problems
    this.next()
  }

  /** Steps to the next token. */
  next(): void {
    this.last = this.to
    const token = this.#tokens[++this.#at]
    if (token) {
      this.kind = token.kind
      this.from = token.from
      this.to = token.to
    } else {
      this.kind = 'end'
      this.from = this.source.length
      this.to = this.source.length
    }
  }

  /** The kind of a token further on; 0 is the one here. */
  peek(ahead: number): TokenKind | undefined {
    return this.#tokens[this.#at + ahead]?.kind
  }

  /** The text of the token here, or of one further on. */
  text(ahead = 0): string {
    const token = this.#tokens[this.#at + ahead]
    return token ? this.source.slice(token.from, token.to) : ''
  }

  /** Where a token further on stands. */
  place(ahead: number): Place | undefined {
    return this.#tokens[this.#at + ahead]
  }

  /** Steps over a token of this kind, if it is here. */
  takes(kind: TokenKind): boolean {
    if (this.kind !== kind) return false
    this.next()
    return true
  }

  /** Steps over a token of this kind, or reports that it is missing. */
  expect(kind: TokenKind, what: string): boolean {
    if (this.takes(kind)) return true
    this.missing(what, undefined, this.#fixesOf(kind))
    return false
  }

  /** Where it is certain that a bracket ends, that is what to write. */
  #fixesOf(kind: TokenKind): Fix[] {
    if (this.isLost) return []
    if (kind === 'closeBrace' && this.kind === 'end') {
      const count = this.#openBraces()
      const label = count > 1 ? `Write ${count} }` : 'Write }'
      return count > 0 ? [insertAt(this.last, '\n}'.repeat(count), label)] : []
    }
    const isBehind =
      this.kind === 'end' ||
      this.kind === 'openBrace' ||
      this.kind === 'closeBrace' ||
      this.kind === 'semicolon' ||
      this.isOnNewLine()
    if (!isBehind) return []
    const isOne = kind === 'closeParen' || kind === 'closeBracket'
    return isOne ? [insertAt(this.last, this.#missingBrackets())] : []
  }

  /** What closes all that is open here, the innermost first. */
  #missingBrackets(): string {
    let brackets = ''
    let closed = 0
    for (let at = this.#at - 1; at >= this.#sound; at--) {
      const { kind } = this.#tokens[at]!
      if (kind === 'closeParen' || kind === 'closeBracket') closed++
      if (kind !== 'openParen' && kind !== 'openBracket') continue
      if (closed-- > 0) continue
      closed = 0
      // A semicolon is in the parentheses of a `for`, and ends all others.
      const isFor = this.#tokens[at - 1]?.kind === 'for'
      if (isFor && this.kind === 'semicolon') break
      brackets += kind === 'openParen' ? ')' : ']'
    }
    return brackets
  }

  /** How many braces of the program have no end. */
  #openBraces(): number {
    const count = (kind: TokenKind) =>
      this.#tokens.filter((token) => token.kind === kind).length
    return count('openBrace') - count('closeBrace')
  }

  /** A name; one that is missing is reported, and empty. */
  name(what: string): Name {
    const name: Name = {
      kind: 'name',
      text: this.source.slice(this.from, this.to),
      from: this.from,
      to: this.to,
    }
    if (this.kind === 'name') {
      this.next()
      return name
    }
    const hint = isKeyword(this.kind)
      ? `${this.kind} is a keyword; take another name.`
      : undefined
    this.missing(what, hint)
    return { ...name, text: '', to: this.from }
  }

  /** Steps over `>`, also over the first one of `>>` and the like. */
  takesGreater(): boolean {
    if (this.takes('greater')) return true
    const rest = this.source.slice(this.from + 1, this.to)
    if (!this.source.startsWith('>', this.from) || !rest) return false
    this.last = ++this.from
    this.kind = OPERATORS[rest as keyof typeof OPERATORS]
    return true
  }

  /** Whether a line ends between the token before and the one here. */
  isOnNewLine(): boolean {
    for (let at = this.last; at < this.from; at++) {
      const code = this.source.charCodeAt(at)
      if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) {
        return true
      }
    }
    return false
  }

  /** Reports that something else should stand here. */
  missing(what: string, hint?: string, fixes: Fix[] = []): void {
    if (this.#isTold()) this.isLost = true
    this.fail({
      code: 'unexpected',
      message: `Here should be ${what}, and there is ${this.#found()}.`,
      from: this.from,
      to: this.to,
      ...(hint && { hint }),
      ...(fixes.length > 0 && { fixes }),
    })
  }

  /** Whether the scanner could not read what stands here before the token. */
  #isTold(): boolean {
    return this.#told.some(
      ({ from, to }) => from >= this.last && to <= this.from,
    )
  }

  #found(): string {
    if (this.kind === 'end') return 'the end of the program'
    return `“${shorten(visible(this.source.slice(this.from, this.to)))}”`
  }

  /** Reports a problem, unless one was reported that this may only follow from. */
  fail(problem: Problem): void {
    if (this.isLost) return
    this.isLost = true
    this.report(problem)
  }

  /** Reports a problem that does not keep the parser from reading on. */
  report(problem: Problem): void {
    this.problems.push(problem)
    if (this.problems.length >= MOST_PROBLEMS) this.stop()
  }

  /** Reports what AssemblyScript has, and ExampleScript leaves out. */
  leftOut(what: string, place: Place, hint: string, fixes: Fix[] = []): void {
    this.fail({
      code: 'left-out',
      message: `ExampleScript has no ${what}.`,
      from: place.from,
      to: place.to,
      hint,
      ...(fixes.length > 0 && { fixes }),
    })
  }

  /** One step down; false if that is too deep, and then the program ends here. */
  descend(): boolean {
    if (++this.#depth <= DEEPEST) return true
    this.fail({
      code: 'too-deep',
      message: `This is nested more than ${DEEPEST} deep.`,
      from: this.from,
      to: this.to,
      hint: 'Give parts of it a name: a variable, or a function.',
    })
    this.stop()
    return false
  }

  /** Steps back up, from as deep as it went. */
  ascend(steps = 1): void {
    this.#depth -= steps
  }

  /** Gives up: the rest of the program is not read. */
  stop(): void {
    this.#at = this.#tokens.length
    this.next()
    this.isLost = true
  }

  /** After an error, goes to where a statement may begin. */
  recover(): void {
    if (!this.isLost) return
    this.#synchronise()
    this.#sound = this.#at
  }

  #synchronise(): void {
    this.isLost = this.kind === 'end'
    if (this.#beginsStatement()) return
    let braces = 0
    while (this.kind !== 'end') {
      if (this.kind === 'openBrace') braces++
      else if (this.kind === 'closeBrace' && braces-- === 0) return
      else if (braces === 0 && this.#endsStatement()) return
      this.next()
      if (braces === 0 && this.#beginsStatement()) return
    }
  }

  #endsStatement(): boolean {
    return this.takes('semicolon')
  }

  #beginsStatement(): boolean {
    if (this.kind === 'end' || !this.isOnNewLine()) return false
    return isKeyword(this.kind) || this.kind === 'name' || this.kind === 'at'
  }
}
