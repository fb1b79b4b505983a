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
  /** How an expression is read: with every group of it in parentheses. */
  | { kind: 'reads'; words: string }
  | { kind: 'type'; name: string; type: string }
  /** The program stops: in that line, with those words in what is said of it. */
  | { kind: 'stops'; line?: number; words?: string }
  /** A function that calls those of the program; its text is all of it. */
  | { kind: 'code'; name: string }
)

export type Counted =
  'line' | 'function' | 'error' | 'token' | 'keyword' | 'instruction' | 'byte'
export type Call = Extract<Check, { kind: 'call' }>
export type CodeCheck = Extract<Check, { kind: 'code' }>
export type StopCheck = Extract<Check, { kind: 'stops' }>

/** What a check that is code gives when it passes. */
export const PASSES = 'true'

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
    `“${shorten(text)}” is no check. Write one such as add(2, 3) = 5, prints TEXT, 3 lines, 2 functions, no errors, 2 errors, error in line 2, tokens = number plus number, 3 tokens, reads as (1 + 2), half is f64, stops in line 3, 5 instructions, 41 bytes, contains TEXT or lacks TEXT.`,
  )
}

type Read = (...parts: string[]) => Check

/** What a check looks like; texts that are compared keep all their spaces. */
const FORMS: [RegExp, Read][] = [
  [/^\s*(prints|contains|lacks)(?: (.*))?$/, readWords],
  [/^\s*([A-Za-z_$][\w$]*)\s*\(([^)]*)\)\s*(?:=(.*))?$/, readCall],
  [
    /^\s*(\d+|no)\s+(line|function|error|token|keyword|instruction|byte)(s?)\s*$/,
    readCount,
  ],
  [/^\s*error\s+in\s+line\s+(\d+)\s*$/, readLine],
  [/^\s*tokens\s*=(.*)$/, readTokens],
  [/^\s*reads\s+as(?:\s(.*))?$/, readReading],
  [/^\s*stops(?:\s+in\s+line\s+(\d+))?\s*(?::(.*))?$/, readStop],
  [
    /^\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)?)\s+is\s+([A-Za-z_$][\w$]*(?:<.+>)?(?:\s*\|\s*null)?)\s*$/,
    (text = '', name = '', type = '') => ({ text, kind: 'type', name, type }),
  ],
  [
    /^\s*function\s+([A-Za-z_$][\w$]*)\s*\(\s*\)\s*:\s*bool\s*\{.*\}\s*$/s,
    (text = '', name = '') => ({ text, kind: 'code', name }),
  ],
  [/^\s*function\s.*$/s, refuseFunction],
]

function refuseFunction(text = ''): never {
  throw new CheckError(
    `“${shorten(text.trim())}” is no check. Write a function such as function addsUp(): bool { return add(2, 3) == 5 }.`,
  )
}

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

function readReading(text = '', written = ''): Check {
  const words = written.trim().replaceAll(/\s+/g, ' ')
  if (words) return { text, kind: 'reads', words }
  throw new CheckError(
    '“reads as” has no expression. Write it behind, with every group in parentheses, such as reads as (1 + (2 * 3)).',
  )
}

function readStop(text = '', line?: string, written?: string): Check {
  if (line !== undefined && Number(line) === 0) {
    throw new CheckError('Lines are counted from 1. Write stops in line 1.')
  }
  const words = written?.trim()
  if (words === '') {
    throw new CheckError(
      '“stops:” has no words. Write some of those that are said, such as stops: divided by zero, or write stops.',
    )
  }
  return {
    text,
    kind: 'stops',
    ...(line !== undefined && { line: Number(line) }),
    ...(words !== undefined && { words }),
  }
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
  return ['call', 'prints', 'stops'].includes(check.kind)
}

/** Whether a check can only be judged by the module that is written. */
export function needsModule(check: Check): boolean {
  return check.kind === 'count' && ['instruction', 'byte'].includes(check.of)
}

/** Whether a check is about tokens: then a text need not be a program. */
export function isAboutTokens(check: Check): boolean {
  if (check.kind === 'count') return ['token', 'keyword'].includes(check.of)
  return check.kind === 'tokens'
}

/** What a check is called, where that is not its text: `addsUp` adds up. */
export function titleOf(check: Check): { title?: string } {
  if (check.kind !== 'code') return {}
  const words = check.name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
  return { title: words.trim().toLowerCase() }
}

/** `no lines`, `1 line`, `2 lines`: as checks say it. */
export function amount(count: number, of: Counted): string {
  return `${count || 'no'} ${of}${count === 1 ? '' : 's'}`
}
