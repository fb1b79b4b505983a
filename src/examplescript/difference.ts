/**
 * What came of a program instead of what a check asks for, as part of a
 * sentence. It may be of any length, and is shortened.
 */
import { check as checkProgram } from './check.ts'
import {
  amount,
  needsModule,
  needsRun,
  PASSES,
  type Call,
  type Check,
  type Counted,
  type StopCheck,
} from './checks.ts'
import type { Evidence, Run } from './evidence.ts'
import { grouped, lastExpression } from './grouping.ts'
import { shownNumber } from './host.ts'
import { parse } from './parse.ts'
import type { Problem } from './problem.ts'
import { stopWords } from './stop.ts'
import { isKeyword } from './token.ts'
import { typesNamed } from './type-names.ts'

/** @returns what came instead, or nothing if what was expected came. */
export function difference(
  check: Check,
  evidence: Evidence,
): string | undefined {
  const { source, tokens, problems, run } = evidence
  const isMissing =
    (needsRun(check) && !run) ||
    (needsModule(check) && !evidence.module) ||
    (check.kind === 'code' && !evidence.called)
  if (isMissing) return problems[0]?.message ?? 'the program was not run'
  switch (check.kind) {
    case 'call':
      return otherResult(check, run!)
    case 'prints':
      return otherOutput(check.words, run!)
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
    case 'reads':
      return otherReading(check.words, source)
    case 'type':
      return otherType(check.name, check.type, source)
    case 'stops':
      return otherStop(check, run!)
    case 'code': {
      const came = evidence.called!.get(check.text) ?? 'nothing'
      return came === PASSES ? undefined : came
    }
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
    if (run.explain) return stopWords(run.explain(thrown))
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return `it stopped: ${brief(message)}`
  }
}

function otherOutput(line: string, { output, stop }: Run): string | undefined {
  if (output.includes(line)) return undefined
  const first = output.slice(0, 3).map((other) => `“${brief(other)}”`)
  const came = listed(first, output.length)
  if (!stop) return came || 'no output'
  return came ? `${came}, and ${stopWords(stop)}` : stopWords(stop)
}

function otherStop(
  { line, words }: StopCheck,
  { stop }: Run,
): string | undefined {
  if (!stop) return 'it went on to its end'
  const isThere = line === undefined || line === stop.line
  const isSaid =
    words === undefined ||
    stop.message.toLowerCase().includes(words.toLowerCase())
  return isThere && isSaid ? undefined : stopWords(stop)
}

function otherReading(words: string, source: string): string | undefined {
  const { tree, problems } = parse(source)
  if (problems.length > 0) return problems[0]!.message
  const expression = lastExpression(tree)
  if (!expression) return 'no expression'
  const came = grouped(expression, source).replaceAll(/\s+/g, ' ')
  return came === words ? undefined : brief(came)
}

function otherType(
  name: string,
  type: string,
  source: string,
): string | undefined {
  const { program, problems } = checkProgram(source)
  if (!program) return problems[0]!.message
  const types = typesNamed(name, program)
  if (types.length === 0) return `nothing is called ${name}`
  const isIt = withoutSpaces(types[0]!) === withoutSpaces(type)
  if (isIt && types.length === 1) return undefined
  return `${name} is ${types.join(' and ')}`
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function otherCount(
  of: Counted,
  count: number,
  evidence: Evidence,
): string | undefined {
  const length = countOf(of, evidence)
  if (length === count) return undefined
  const came = amount(length, of)
  if (length === 0) return came
  const { run, problems, tokens } = evidence
  if (of === 'function') {
    return `${came}: ${listed(run!.functions.map(brief))}`
  }
  if (of === 'keyword') {
    return `${came}: ${listed(tokens.filter(isKeyword))}`
  }
  if (of !== 'error') return came
  return `${came}${length > 1 ? ', the first' : ''}: ${problems[0]!.message}`
}

function countOf(
  of: Counted,
  { run, module, problems, tokens }: Evidence,
): number {
  switch (of) {
    case 'line':
      return run!.output.length
    case 'function':
      return run!.functions.length
    case 'error':
      return problems.length
    case 'token':
      return tokens.length
    case 'keyword':
      return tokens.filter(isKeyword).length
    case 'instruction':
      return module!.instructions
    case 'byte':
      return module!.bytes
  }
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

/** A call and its result: `add(2, 3) = 5`. */
export function called({ name, operands }: Call, result: number): string {
  return `${name}(${operands.map(shownNumber).join(', ')}) = ${shownNumber(result)}`
}

/** The first three, and how many there are beside. */
function listed(items: readonly string[], count = items.length): string {
  const first = items.slice(0, 3).join(', ')
  return count > 3 ? `${first} and ${count - 3} more` : first
}

/** Cut behind the longest call that f64 numbers make. */
function brief(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100).toWellFormed()}…`
}
