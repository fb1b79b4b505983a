/**
 * Checks of exercises, as data. An author writes one a line; `verdict.ts`
 * judges a program by them.
 */
import { shorten } from './character.ts'
import { KEYWORDS, OPERATORS, type TokenKind } from './token.ts'

/** One line of an exercise; `text` is that line, as it was written. */
export type Check = { text: string } & (
  | { kind: 'call'; name: string; operands: number[]; result: number }
  | { kind: 'prints' | 'contains' | 'lacks'; words: string }
  | { kind: 'count'; of: Counted; count: number }
  | { kind: 'error'; line: number }
  | { kind: 'tokens'; kinds: TokenKind[] }
)

export type Counted = 'line' | 'function' | 'error' | 'token' | 'keyword'
export type Call = Extract<Check, { kind: 'call' }>

/** A line that is no check: what is wrong with it, and what to write. */
export class CheckError extends Error {
  override readonly name = 'CheckError'
}

/** @throws CheckError if the text is no check */
export function parseCheck(text: string): Check {
  for (const [form, read] of FORMS) {
    const match = form.exec(text)
    // A form fits whole lines, so that its match begins with the text.
    if (match) return read(...match)
  }
  throw new CheckError(
    `“${shorten(text)}” is no check. Write one such as add(2, 3) = 5, prints TEXT, 3 lines, 2 functions, no errors, 2 errors, error in line 2, tokens = number plus number, 3 tokens, contains TEXT or lacks TEXT.`,
  )
}

type Read = (...parts: string[]) => Check

/** What a check looks like; texts that are compared keep all their spaces. */
const FORMS: [RegExp, Read][] = [
  [/^\s*(prints|contains|lacks)(?: (.*))?$/, readWords],
  [/^\s*([A-Za-z_$][\w$]*)\s*\(([^)]*)\)\s*(?:=(.*))?$/, readCall],
  [/^\s*(\d+|no)\s+(line|function|error|token|keyword)(s?)\s*$/, readCount],
  [/^\s*error\s+in\s+line\s+(\d+)\s*$/, readLine],
  [/^\s*tokens\s*=(.*)$/, readTokens],
]

function readWords(text = '', form?: string, words = ''): Check {
  const kind = form as 'prints' | 'contains' | 'lacks'
  if (words.trim()) return { text, kind, words }
  throw new CheckError(
    `“${kind}” has no text to look for. Write it behind a space, such as ${kind} 2 + 3.`,
  )
}

function readCall(text = '', name = '', operands = '', result?: string): Check {
  if (result === undefined) {
    throw new CheckError(
      `“${shorten(text.trim())}” has no result. Write it behind =, such as add(2, 3) = 5.`,
    )
  }
  return {
    text,
    kind: 'call',
    name,
    operands: operands.trim() ? operands.split(',').map(readNumber) : [],
    result: readNumber(result),
  }
}

const NUMBER =
  /^(?:NaN|[+-]?(?:Infinity|(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?))$/

function readNumber(written: string): number {
  const text = written.trim()
  if (NUMBER.test(text)) return Number(text)
  const wrong = text ? `“${shorten(text)}” is no number` : 'A number is missing'
  throw new CheckError(
    `${wrong}. Write one such as 5, -0.5, 1e6, -0, NaN or -Infinity.`,
  )
}

function readCount(text = '', number = '', of = '', plural = ''): Check {
  const thing = of as Counted
  const count = number === 'no' ? 0 : Number(number)
  if ((count === 1) === (plural === '')) {
    return { text, kind: 'count', of: thing, count }
  }
  throw new CheckError(
    `“${shorten(text.trim())}” is no check. Write ${amount(count, thing)}.`,
  )
}

function readLine(text = '', line = ''): Check {
  if (Number(line) > 0) return { text, kind: 'error', line: Number(line) }
  throw new CheckError('Lines are counted from 1. Write error in line 1.')
}

function readTokens(text = '', kinds = ''): Check {
  const words = kinds.split(/\s+/).filter(Boolean)
  if (words.length > 0) {
    return { text, kind: 'tokens', kinds: words.map(readKind) }
  }
  throw new CheckError(
    '“tokens =” has no tokens. Write their kinds behind it, such as tokens = number plus number, or write no tokens.',
  )
}

const SIGNS = new Map<string, TokenKind>(Object.entries(OPERATORS))
const KINDS: TokenKind[] = [
  'number',
  'string',
  'name',
  ...KEYWORDS,
  ...SIGNS.values(),
]

function readKind(word: string): TokenKind {
  const kind = KINDS.find((known) => known === word)
  if (kind) return kind
  const meant =
    SIGNS.get(word) ?? KINDS.find((known) => letters(known) === letters(word))
  const hint =
    meant ?? 'number, string, name, a keyword, or the name of an operator'
  throw new CheckError(`“${shorten(word)}” is no kind of token. Write ${hint}.`)
}

function letters(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z]/g, '')
}

/** Whether a check can only be judged by running the program. */
export function needsRun(check: Check): boolean {
  if (check.kind === 'count') return ['line', 'function'].includes(check.of)
  return check.kind === 'call' || check.kind === 'prints'
}

/** `no lines`, `1 line`, `2 lines`: as checks say it. */
export function amount(count: number, of: Counted): string {
  return `${count || 'no'} ${of}${count === 1 ? '' : 's'}`
}
