/**
 * Why a program stopped, as a page tells it. The module that runs is optimised
 * and says nothing of its source: only when it stops is the program compiled once
 * more at its level, with a source map. Its code is the same, byte for byte.
 */
import {
  check,
  compile,
  HostError,
  LEVELS,
  lineStarts,
  positionIn,
  TooMuchOutput,
  type Place,
  type Quote,
  type Stop,
  type Workbench,
} from '../examplescript/examplescript.ts'
import { trapOf, type Trap } from './trap.ts'

/** How much of a line is quoted: before what is marked, of it, and behind. */
const BEFORE = 40
const MARKED = 60
const AFTER = 20

/**
 * Tells why a program stopped.
 *
 * @param source compiles
 * @param level the one that the module was made at
 * @returns what makes a stop of what came out of `tracing`
 */
export function explainer(
  source: string,
  binaryen: Workbench,
  level = '-O3',
): (thrown: unknown) => Stop {
  return (thrown) => {
    const trap =
      importTrap(thrown, source) ?? codeTrap(thrown, source, binaryen, level)
    return trap ? stopAt(trap, source) : { message: wordsOf(thrown), calls: [] }
  }
}

/** The program asks for a function that no host of ours has. */
function importTrap(thrown: unknown, source: string): Trap | undefined {
  if (!(thrown instanceof HostError)) return undefined
  const { message, wanted } = thrown
  const place = check(source).program?.imports.find(
    ({ module, external }) =>
      module === wanted.module && external === wanted.name,
  )
  return { message, ...(place && { place }), calls: [] }
}

function codeTrap(
  thrown: unknown,
  source: string,
  binaryen: Workbench,
  level: string,
): Trap | undefined {
  const compiled = compile(source, binaryen, {
    level: LEVELS.get(level)!,
    sourceMap: { name: 'program', url: 'map' },
  })
  if (!('program' in compiled)) return undefined
  const { program, sourceMap = '', functions = [] } = compiled
  const { tree } = check(source)
  const text = { text: source, starts: lineStarts(source) }
  return trapOf(thrown, { source: text, tree, program, sourceMap, functions })
}

/** What did not come out of the program's own code, in the engine's words. */
function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `The host failed: ${String(thrown)}.`
  if (thrown instanceof TooMuchOutput) return thrown.message
  const words = thrown.message.replace(/\.$/, '')
  const isRefused = ['CompileError', 'LinkError'].includes(thrown.name)
  return isRefused
    ? `This engine cannot run the module: ${words}. A newer one may.`
    : `The host failed: ${words}.`
}

function stopAt({ message, hint, place, calls }: Trap, source: string): Stop {
  const starts = lineStarts(source)
  const lineOf = (at: number) => positionIn(starts, at).line
  return {
    message,
    ...(hint && { hint }),
    ...(place && {
      line: lineOf(place.from),
      from: place.from,
      to: place.to,
      quote: quoteOf(source, starts, place),
    }),
    calls: calls.map(({ name, at }) =>
      at === undefined ? { name } : { name, line: lineOf(at) },
    ),
  }
}

/** The line where a place begins, without its indent, cut around the place. */
function quoteOf(
  source: string,
  starts: readonly number[],
  { from, to }: Place,
): Quote {
  const { line } = positionIn(starts, from)
  const begin = starts[line - 1]!
  const end = (starts[line] ?? source.length + 1) - 1
  const last = Math.min(to, end)
  return {
    before: ending(source.slice(begin, from).trimStart(), BEFORE),
    marked: beginning(source.slice(from, last).trimEnd(), MARKED),
    after: beginning(source.slice(last, end).trimEnd(), AFTER),
  }
}

function beginning(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`
}

function ending(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(-most).toWellFormed()}`
}
