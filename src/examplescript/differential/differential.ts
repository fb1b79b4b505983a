/**
 * Holds the compiler against the evaluator: what a program does at each level of
 * optimization has to be what its typed tree says.
 */
import { check } from '../check.ts'
import { compile, LEVELS, type Workbench } from '../compile.ts'
import { run, TooMuch, type Outcome } from './evaluate.ts'
import type { TypedProgram } from '../typed.ts'
import { REFUSED, type Verdict } from './hunt.ts'

/** Runs modules, wherever that is. */
export type RunModules = (
  modules: Uint8Array<ArrayBuffer>[],
) => Promise<Outcome[]>

export interface Laboratory {
  binaryen: Workbench
  run: RunModules
}

/**
 * Judges programs together, as running many modules at once is faster.
 *
 * @param kind of failure, if only that is looked for
 */
export async function judge(
  sources: readonly string[],
  { binaryen, run: runModules }: Laboratory,
  kind?: string,
): Promise<Verdict[]> {
  const all = [...LEVELS.keys()]
  const only = all.filter((name) => kind === wrongAt(name))
  const names = only.length > 0 ? only : all
  const trials = sources.map((source) => prepare(source, binaryen, names))
  const modules = trials.flatMap((trial) =>
    'modules' in trial ? trial.modules : [],
  )
  const outcomes = await runModules(modules)
  return trials.map((trial) => {
    if (!('modules' in trial)) return trial.verdict
    const own = outcomes.splice(0, trial.modules.length)
    return compare(trial, own, names)
  })
}

function wrongAt(name: string): string {
  return `wrong at ${name}`
}

interface Trial {
  source: string
  expected: Outcome
  modules: Uint8Array<ArrayBuffer>[]
}

function prepare(
  source: string,
  binaryen: Workbench,
  names: readonly string[],
): Trial | { verdict: Verdict } {
  const { program, problems } = check(source)
  if (!program) {
    const refusals = problems.map(({ message, from, to }) => {
      return `${message} ${source.slice(from, to)}`
    })
    return failed(source, REFUSED, refusals.join('\n'))
  }
  if (!hasMain(program)) return failed(source, REFUSED, 'There is no main.')
  try {
    const expected = run(program)
    const modules = names.map((name) => bytesOf(source, binaryen, name))
    return { source, expected, modules }
  } catch (thrown) {
    if (thrown instanceof TooMuch) return { verdict: 'too much' }
    const error = thrown as Error
    return failed(source, `${error.name} while compiling`, error.message)
  }
}

/** Without it, nothing runs, as may be while a program is made small. */
export function hasMain({ functions }: TypedProgram): boolean {
  return functions.some(({ name, isExported }) => name === 'main' && isExported)
}

function failed(source: string, kind: string, message: string) {
  return { verdict: { source, kind, message } }
}

function bytesOf(source: string, binaryen: Workbench, name: string) {
  const compiled = compile(source, binaryen, { level: LEVELS.get(name)! })
  return (compiled as { bytes: Uint8Array<ArrayBuffer> }).bytes
}

function compare(
  { source, expected }: Trial,
  outcomes: readonly Outcome[],
  names: readonly string[],
): Verdict {
  for (const [index, outcome] of outcomes.entries()) {
    const message = difference(expected, outcome)
    const kind = wrongAt(names[index]!)
    if (message) return { source, kind, message }
  }
  return 'right'
}

/**
 * What differs between what should be and what is. Of a program that traps, too,
 * all that it did before: Binaryen moves a trap over another trap, but never
 * over a call or a store.
 */
export function difference(
  expected: Outcome,
  actual: Outcome,
): string | undefined {
  const isSame =
    (expected.trap === undefined) === (actual.trap === undefined) &&
    expected.value === actual.value &&
    expected.lines.length === actual.lines.length &&
    expected.lines.every((line, index) => line === actual.lines[index])
  if (!isSame) return `should be ${told(expected)}\nand is    ${told(actual)}`
  const at = differentByte(expected.memory, actual.memory)
  if (at === undefined) return undefined
  const byte = ({ memory }: Outcome) => memory?.[at] ?? 'nothing'
  return `byte ${at} should be ${byte(expected)}, and is ${byte(actual)}`
}

function told({ lines, value, trap }: Outcome): string {
  return JSON.stringify({ lines, value, trap })
}

function differentByte(
  expected: Uint8Array | undefined,
  actual: Uint8Array | undefined,
): number | undefined {
  if (!expected || !actual) return undefined
  const length = Math.max(expected.length, actual.length)
  for (let at = 0; at < length; at++) {
    if (expected[at] !== actual[at]) return at
  }
  return undefined
}
