/**
 * Checks of exercises, as data. An author writes one a line; the build and the
 * reader's Worker judge a program by them with the same code. Whoever judges
 * brings the running program along as a function.
 */
import { shorten } from './character.ts'
import type { Problem } from './problem.ts'
import { scan } from './scan.ts'
import {
  parseTalk,
  runTalk,
  type Call as TalkCall,
  type TalkExports,
} from './talk.ts'
import { KEYWORDS, OPERATORS, type TokenKind } from './token.ts'

/** One line of an exercise; `text` is that line, as it was written. */
export type Check = { text: string } & (
  | { kind: 'call'; name: string; operands: number[]; result: number }
  | { kind: 'prints' | 'contains' | 'lacks'; words: string }
  | { kind: 'count'; of: Counted; count: number }
  | { kind: 'error'; line: number }
  | { kind: 'tokens'; kinds: TokenKind[] }
)

type Counted = 'line' | 'function' | 'error' | 'token'
type Call = Extract<Check, { kind: 'call' }>

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
  [/^\s*(\d+|no)\s+(line|function|error|token)(s?)\s*$/, readCount],
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

/** What there is to judge a program by. */
export interface Evidence {
  source: string
  /** Their kinds. */
  tokens: readonly string[]
  /** In the order of the source. */
  problems: readonly Problem[]
  /** Absent if the program has problems, or if no check needs it. */
  run?: Run
}

/** What a program did, and what it can do still. */
export interface Run {
  output: readonly string[]
  /** The names that the module exports. */
  functions: readonly string[]
  call(name: string, operands: readonly number[]): number
}

/** A run of a program of chapter 1's language. */
export function talkRun(calls: readonly TalkCall[], exports: TalkExports): Run {
  return {
    output: runTalk(calls, exports).map(({ text }) => text),
    functions: Object.keys(exports),
    call: (name, [a = 0, b = 0]) => exports[name]!(a, b),
  }
}

const PROBLEMS = {
  'examplescript-talk': (source: string) => parseTalk(source).problems,
  examplescript: (source: string) => scan(source).problems,
}

/** What a program's text shows without running it. */
export function evidenceOf(
  language: keyof typeof PROBLEMS,
  source: string,
): Evidence {
  const tokens = scan(source).tokens.map(({ kind }) => kind)
  return { source, tokens, problems: PROBLEMS[language](source) }
}

/** Whether a check can only be judged by running the program. */
export function needsRun(check: Check): boolean {
  if (check.kind === 'count') return ['line', 'function'].includes(check.of)
  return check.kind === 'call' || check.kind === 'prints'
}

/** What was expected and what came, to be read as parts of a sentence. */
export interface Verdict {
  /** The check, as it was written. */
  text: string
  passed: boolean
  expected: string
  came: string
}

/**
 * A program that stops only fails its check. What the author wrote is told
 * whole; what came of the program may be of any length, and is shortened.
 */
export function judge(check: Check, evidence: Evidence): Verdict {
  const expected = expectation(check)
  const other = difference(check, evidence)
  const passed = other === undefined
  return { text: check.text, passed, expected, came: other ?? expected }
}

function expectation(check: Check): string {
  switch (check.kind) {
    case 'call':
      return called(check, check.result)
    case 'prints':
      return `the line “${check.words}”`
    case 'count':
      return amount(check.count, check.of)
    case 'error':
      return `error in line ${check.line}`
    case 'tokens':
      return check.kinds.join(' ')
    case 'contains':
      return `“${check.words}” in the program`
    case 'lacks':
      return `no “${check.words}” in the program`
  }
}

/** @returns what came instead, or nothing if what was expected came. */
function difference(check: Check, evidence: Evidence): string | undefined {
  const { source, tokens, problems, run } = evidence
  if (needsRun(check) && !run) {
    return problems[0]?.message ?? 'the program was not run'
  }
  switch (check.kind) {
    case 'call':
      return otherResult(check, run!)
    case 'prints':
      return otherOutput(check.words, run!.output)
    case 'count':
      return otherCount(check.of, check.count, evidence)
    case 'error':
      return otherLines(check.line, linesOf(problems, source))
    case 'tokens':
      return otherTokens(check.kinds, tokens)
    case 'contains':
      return source.includes(check.words)
        ? undefined
        : `no “${check.words}” in the program`
    case 'lacks':
      return otherPlace(check.words, source)
  }
}

function otherResult(check: Call, run: Run): string | undefined {
  const { name, operands, result } = check
  if (!run.functions.includes(name)) {
    const others = listed(run.functions.map(brief)) || 'none'
    return `no function ${name}: the program has ${others}`
  }
  try {
    const came = run.call(name, operands)
    return Object.is(came, result) ? undefined : called(check, came)
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return `it stopped: ${brief(message)}`
  }
}

function otherOutput(
  line: string,
  output: readonly string[],
): string | undefined {
  if (output.includes(line)) return undefined
  return listed(output.map((other) => `“${brief(other)}”`)) || 'no output'
}

function otherCount(
  of: Counted,
  count: number,
  { run, problems, tokens }: Evidence,
): string | undefined {
  const things = {
    line: run?.output ?? [],
    function: run?.functions ?? [],
    error: problems.map(({ message }) => message),
    token: tokens,
  }[of]
  if (things.length === count) return undefined
  const came = amount(things.length, of)
  if (things.length === 0) return came
  if (of === 'function') return `${came}: ${listed(things.map(brief))}`
  if (of !== 'error') return came
  return `${came}${things.length > 1 ? ', the first' : ''}: ${things[0]}`
}

function otherLines(
  line: number,
  lines: readonly number[],
): string | undefined {
  if (lines.includes(line)) return undefined
  if (lines.length === 0) return 'no errors'
  return `error in ${listed(lines.map((other) => `line ${other}`))}`
}

/** The lines that have problems, each once, in one pass over the source. */
function linesOf(problems: readonly Problem[], source: string): number[] {
  const lines = new Set<number>()
  let line = 1
  let at = 0
  for (const { from } of problems) {
    for (; at < from; at++) if (source[at] === '\n') line++
    lines.add(line)
  }
  return [...lines]
}

/** A short list is told whole; of a long one, where it goes another way. */
function otherTokens(
  kinds: readonly string[],
  tokens: readonly string[],
): string | undefined {
  const count = Math.max(kinds.length, tokens.length)
  let at = 0
  while (at < count && tokens[at] === kinds[at]) at++
  if (at === count) return undefined
  if (tokens.length <= 12) return tokens.join(' ') || 'no tokens'
  const came = amount(tokens.length, 'token')
  return at < tokens.length
    ? `${came}, and token ${at + 1} is ${tokens[at]}`
    : `${came}, and no token ${at + 1}`
}

function otherPlace(words: string, source: string): string | undefined {
  const at = source.indexOf(words)
  if (at < 0) return undefined
  return `“${words}” in line ${source.slice(0, at).split('\n').length}`
}

function called({ name, operands }: Call, result: number): string {
  return `${name}(${operands.map(shown).join(', ')}) = ${shown(result)}`
}

/** A number as JavaScript writes it, but for minus zero, which it writes 0. */
function shown(number: number): string {
  return Object.is(number, -0) ? '-0' : String(number)
}

/** `no lines`, `1 line`, `2 lines`: as checks say it. */
function amount(count: number, of: Counted): string {
  return `${count || 'no'} ${of}${count === 1 ? '' : 's'}`
}

/** The first three, and how many there are beside. */
function listed(items: readonly string[]): string {
  const first = items.slice(0, 3).join(', ')
  return items.length > 3 ? `${first} and ${items.length - 3} more` : first
}

/** Cut behind the longest call that f64 numbers make. */
function brief(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100).toWellFormed()}…`
}
