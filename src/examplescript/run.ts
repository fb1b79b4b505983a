/**
 * Running programs of both languages of the course: which modules come of one,
 * and what it does. Instantiating is the caller's work, in a Worker or in the
 * build.
 */
import { check } from './check.ts'
import { emit } from './emit.ts'
import {
  hostImports,
  shownNumber,
  type HostImports,
  type ImportDescription,
} from './host.ts'
import type { LanguageName } from './language.ts'
import {
  compileTalk,
  parseTalk,
  runTalk,
  type Call,
  type OutputLine,
  type TalkExports,
} from './talk.ts'
import type { TypedFunction } from './typed.ts'
import { I64, U64 } from './type.ts'
import type { Run } from './verdict.ts'
import { buildStages, type Stages, type Workbench } from './workbench.ts'

/**
 * Instantiates a module.
 *
 * @param bring gives what the module imports
 * @returns its exports
 */
export type Instantiate = (
  bytes: Uint8Array,
  bring: (imports: readonly ImportDescription[]) => HostImports,
) => Record<string, unknown>

/** What a program did, and what it can do still. */
export interface ProgramRun extends Run {
  lines: OutputLine[]
}

interface Runner {
  /** Compiles a program without problems. */
  stages(source: string, binaryen: Workbench): Stages
  /** Runs the module of a program. */
  run(source: string, bytes: Uint8Array, instantiate: Instantiate): ProgramRun
}

export const RUNNERS: Record<LanguageName, Runner> = {
  'examplescript-talk': {
    stages: (source, binaryen) =>
      compileTalk(parseTalk(source).calls, binaryen),
    run: (source, bytes, instantiate) => {
      const exports = instantiate(bytes, () => ({}))
      return talkRun(parseTalk(source).calls, exports as TalkExports)
    },
  },
  examplescript: {
    stages: (source, binaryen) =>
      buildStages(binaryen, (library, module) => {
        emit(check(source).program!, library, module)
      }),
    run: runMain,
  },
}

/** A run of a program of chapter 1's language. */
export function talkRun(
  calls: readonly Call[],
  exports: TalkExports,
): ProgramRun {
  const lines = runTalk(calls, exports)
  return {
    lines,
    output: lines.map(({ text }) => text),
    functions: Object.keys(exports),
    call: (name, [a = 0, b = 0]) => exports[name]!(a, b),
  }
}

/** More lines than anybody reads; a program that prints more is stopped. */
const MOST_LINES = 10_000

const QUIET = 'The program ran, and printed nothing.'
const NO_MAIN =
  'The program compiles. To run, it needs export function main(): void { … }.'

/** A program that stopped before it was ready has no functions to call. */
const notStarted: Run['call'] = () => Number.NaN

class TooManyLines extends Error {
  override readonly message = `it printed more than ${MOST_LINES} lines`
}

/** Calls `main`; what it prints and returns, and why it stopped, are its lines. */
function runMain(
  source: string,
  bytes: Uint8Array,
  instantiate: Instantiate,
): ProgramRun {
  const lines: OutputLine[] = []
  const print = (text: string) => {
    if (lines.length === MOST_LINES) throw new TooManyLines()
    lines.push({ text })
  }
  const exported = check(source).program!.functions.filter(
    ({ isExported }) => isExported,
  )
  let call = notStarted
  try {
    const exports = instantiate(bytes, (imports) => hostImports(imports, print))
    call = (name, operands) => {
      const made = exported.find((one) => one.name === name)!
      return Number(callWith(exports[name], made, operands))
    }
    const main = exported.find(({ name }) => name === 'main')
    const value = main && callWith(exports['main'], main, [])
    if (value !== undefined) print(shownNumber(value))
  } catch (thrown) {
    lines.push({ text: `The program stopped: ${(thrown as Error).message}.` })
  }
  const isMain = exported.some(({ name }) => name === 'main')
  return {
    lines: lines.length > 0 ? lines : [{ text: isMain ? QUIET : NO_MAIN }],
    output: lines.map(({ text }) => text),
    functions: exported.map(({ name }) => name),
    call,
  }
}

/** Calls a function with numbers as its parameters want them, missing ones as 0. */
function callWith(
  exported: unknown,
  { parameters, returns }: TypedFunction,
  operands: readonly number[],
): number | bigint | undefined {
  const given = parameters.map(({ type }, index) => {
    const operand = operands[index] ?? 0
    return type === I64 || type === U64 ? BigInt(operand) : operand
  })
  type Callable = (
    ...operands: (number | bigint)[]
  ) => number | bigint | undefined
  const value = (exported as Callable)(...given)
  const isUnsigned = returns.kind === 'integer' && !returns.isSigned
  if (!isUnsigned || value === undefined) return value
  return typeof value === 'bigint' ? BigInt.asUintN(64, value) : value >>> 0
}
