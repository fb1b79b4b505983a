/**
 * Running programs of both languages of the course: which modules come of one,
 * and what it does. Instantiating and explaining why it stopped are the caller's
 * work, in a Worker or in the build.
 */
import type { Library, Module } from '../binaryen/library.ts'
import { check } from './check.ts'
import { emit } from './emit.ts'
import {
  hostImports,
  shownNumber,
  type HostImports,
  type ImportDescription,
} from './host.ts'
import type { LanguageName } from './language.ts'
import { Output, shownLines, type ShownOutput } from './output.ts'
import type { Stop } from './stop.ts'
import {
  compileTalk,
  emitTalk,
  parseTalk,
  runTalk,
  type Call,
  type TalkExports,
} from './talk.ts'
import type { TypedFunction } from './typed.ts'
import { I64, U64 } from './type.ts'
import type { Run } from './evidence.ts'
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

/** What running takes from whoever runs. */
export interface Host {
  instantiate: Instantiate
  /** Why the program stopped, by what came out of it. */
  explain(thrown: unknown): Stop
}

/** What a program did, and what it can do still. */
export interface ProgramRun extends Run {
  shown: ShownOutput
  /** The whole output, in pieces to be put together. */
  pieces: readonly string[]
}

interface Runner {
  /** Writes the module of a program without problems. */
  write(source: string, library: Library, module: Module): void
  /** Compiles a program without problems. */
  stages(source: string, binaryen: Workbench): Stages
  /** Runs the module of a program. */
  run(source: string, bytes: Uint8Array, host: Host): ProgramRun
}

export const RUNNERS: Record<LanguageName, Runner> = {
  'examplescript-talk': {
    write: (source, library, module) =>
      emitTalk(parseTalk(source).calls, library, module),
    stages: (source, binaryen) =>
      compileTalk(parseTalk(source).calls, binaryen),
    run: (source, bytes, { instantiate }) => {
      const exports = instantiate(bytes, () => ({}))
      return talkRun(parseTalk(source).calls, exports as TalkExports)
    },
  },
  examplescript: {
    write: writeProgram,
    stages: (source, binaryen) =>
      buildStages(binaryen, (library, module) => {
        writeProgram(source, library, module)
      }),
    run: runMain,
  },
}

function writeProgram(source: string, library: Library, module: Module): void {
  emit(check(source).program!, library, module)
}

/** A run of a program of chapter 1's language. */
export function talkRun(
  calls: readonly Call[],
  exports: TalkExports,
): ProgramRun {
  const lines = runTalk(calls, exports)
  const output = lines.map(({ text }) => text)
  return {
    shown: shownLines(lines.length, lines, () => lines.at(-1)!),
    pieces: [output.map((text) => `${text}\n`).join('')],
    output,
    functions: Object.keys(exports),
    call: (name, [a = 0, b = 0]) => exports[name]!(a, b),
  }
}

const QUIET = 'The program ran, and printed nothing.'
const DRAWS = 'The program draws, and prints nothing.'
const NO_MAIN =
  'The program compiles. To run, it needs export function main(): void { … }.'

/** A program that stopped before it was ready has no functions to call. */
const notStarted: Run['call'] = () => Number.NaN

/** Calls `main`; what it returns is the last line that it prints. */
function runMain(
  source: string,
  bytes: Uint8Array,
  { instantiate, explain }: Host,
): ProgramRun {
  const output = new Output()
  const print = (text: string) => output.print(text)
  const exported = check(source).program!.functions.filter(
    ({ isExported }) => isExported,
  )
  const main = exported.find(({ name }) => name === 'main')
  let call = notStarted
  let stop: Stop | undefined
  try {
    const exports = instantiate(bytes, (imports) => hostImports(imports, print))
    call = (name, operands) => {
      const made = exported.find((one) => one.name === name)!
      return Number(callWith(exports[name], made, operands))
    }
    const value = main && callWith(exports['main'], main, [])
    if (value !== undefined) print(shownNumber(value))
  } catch (thrown) {
    stop = explain(thrown)
  }
  return {
    shown: stop ? output.shown : toldOf(output.shown, exported),
    pieces: output.pieces,
    output,
    functions: exported.map(({ name }) => name),
    call,
    explain,
    ...(stop && { stop }),
  }
}

/** A program that printed nothing says so, and is no blank. */
function toldOf(
  shown: ShownOutput,
  exported: readonly TypedFunction[],
): ShownOutput {
  if (shown.count > 0) return shown
  const has = (wanted: string) => exported.some(({ name }) => name === wanted)
  const text = has('main') ? QUIET : has('draw') ? DRAWS : NO_MAIN
  return { ...shown, first: [{ text }] }
}

type Value = number | bigint | undefined

/** Calls a function with numbers as its parameters want them, missing ones as 0. */
function callWith(
  exported: unknown,
  { parameters, returns }: TypedFunction,
  operands: readonly number[],
): Value {
  type Callable = (...operands: (number | bigint)[]) => Value
  const given = operandsFor(parameters, operands)
  return valueOf((exported as Callable)(...given), returns)
}

/** Numbers as parameters want them, missing ones as 0. */
export function operandsFor(
  parameters: TypedFunction['parameters'],
  operands: readonly number[],
): (number | bigint)[] {
  return parameters.map(({ type }, index) => {
    const operand = operands[index] ?? 0
    return type === I64 || type === U64 ? BigInt(operand) : operand
  })
}

/** What a call gave, as the language means it: engines know no signs. */
export function valueOf(
  value: Value,
  returns: TypedFunction['returns'],
): Value {
  const isUnsigned = returns.kind === 'integer' && !returns.isSigned
  if (!isUnsigned || value === undefined) return value
  return typeof value === 'bigint' ? BigInt.asUintN(64, value) : value >>> 0
}
