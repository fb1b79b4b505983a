/**
 * Verdicts on programs: whether a check passes, and what came instead. The
 * build and the reader's Worker judge with the same code. Whoever judges brings
 * the running program along as a function.
 */
import {
  amount,
  needsRun,
  type Call,
  type Check,
  type Counted,
} from './checks.ts'
import { problemsIn, type LanguageName } from './language.ts'
import type { Problem } from './problem.ts'
import { scan } from './scan.ts'
import { shownNumber } from './host.ts'
import { isKeyword } from './token.ts'

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

/**
 * What a program's text shows without running it. Where no check asks for a
 * run, the text need not be a whole program: it is scanned only.
 */
export function evidenceOf(
  language: LanguageName,
  source: string,
  checks: readonly Check[],
): Evidence {
  const { tokens, problems } = scan(source)
  const isScanned = language === 'examplescript' && !checks.some(needsRun)
  return {
    source,
    tokens: tokens.map(({ kind }) => kind),
    problems: isScanned ? problems : problemsIn(language, source),
  }
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
    keyword: tokens.filter(isKeyword),
  }[of]
  if (things.length === count) return undefined
  const came = amount(things.length, of)
  if (things.length === 0) return came
  if (of === 'function' || of === 'keyword') {
    return `${came}: ${listed(things.map(brief))}`
  }
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
  return `${name}(${operands.map(shownNumber).join(', ')}) = ${shownNumber(result)}`
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
