/**
 * Runs a program from its text to its end, and tells what happens as it does.
 * Where nothing else may be reached from, and how it is stopped, is up to
 * whoever calls: a sandbox in the page, the build for programs of its own.
 */
import type { Hooks, Library } from '../binaryen/binaryen.ts'
import { readScript, stopInLine } from './reading.ts'
import type { Recorded, ScriptStop } from './recorded.ts'
import { shown } from './shown.ts'
import { Told } from './told.ts'
import { watch } from './watching.ts'

/** What programs go by in the stacks of their errors. */
const NAME = 'the-program.js'

/**
 * @param start starts an instance of the library, which is this run's own
 * @param tell hears each thing as it happens
 */
export async function runScript(
  text: string,
  start: (hooks: Hooks) => Promise<Library>,
  tell: (recorded: Recorded) => void,
): Promise<void> {
  const read = readScript(text)
  if ('stop' in read) return tell({ kind: 'stopped', stop: read.stop })
  const told = new Told(tell)
  const library = await start(told.hooks)
  const end = watch(library, { aside: (act) => told.aside(act), tell })
  try {
    await evaluate(read, library, told.console)
  } catch (thrown) {
    told.flush()
    tell({ kind: 'stopped', stop: stopOf(text, thrown) })
  }
  told.flush()
  end()
}

type Evaluate = (library: Library, console: Told['console']) => Promise<void>

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...words: string[]
) => Evaluate

/** Lines that engines put before the body of such a function. */
const LINES_BEFORE = 2

/** The program’s names are those of a function: it sees no others of ours. */
function evaluate(
  { code, name = '_' }: { code: string; name: string | undefined },
  library: Library,
  console: Told['console'],
): Promise<void> {
  const body = `'use strict';${code}\n//# sourceURL=${NAME}`
  return new AsyncFunction(name, 'console', body)(library, console)
}

/** What was thrown, and the innermost line of the program on the way there. */
function stopOf(text: string, thrown: unknown): ScriptStop {
  const isError = thrown instanceof Error
  const [, line] =
    new RegExp(`${NAME}:(\\d+)`).exec((isError && thrown.stack) || '') ?? []
  const message = isError ? thrown.message : `It threw ${shown(thrown)}.`
  const name = isError && thrown.name !== 'BinaryenError' ? thrown.name : ''
  const words = name && name !== 'Error' ? `${name}: ${message}` : message
  return stopInLine(text, line ? Number(line) - LINES_BEFORE : undefined, words)
}
