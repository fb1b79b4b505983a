/**
 * `npm run -s examplescript -- COMMAND`: the compiler on the command line. What
 * was asked for goes to standard output, and what is said about it to standard
 * error.
 */
import { nearest } from '../examplescript/suggest.ts'
import { harmless } from './examplescript/cells.ts'
import { BUILD_HELP, buildFile } from './examplescript/build.ts'
import {
  CHECK_HELP,
  checkFile,
  printTokens,
  printTree,
  TOKENS_HELP,
  TREE_HELP,
} from './examplescript/check.ts'
import { RUN_HELP, runFile } from './examplescript/run.ts'
import {
  ClosedOutput,
  processTerminal,
  type Terminal,
} from './examplescript/terminal.ts'
import { UsageError } from './examplescript/usage.ts'

const HELP = `Usage: npm run -s examplescript -- COMMAND FILE …

  run FILE [ARG…]  compiles a program and calls its main
  build FILE       writes it as a WebAssembly module
  check FILE       says what is wrong with it
  tokens FILE      prints its tokens as JSON
  tree FILE        prints its syntax tree as JSON

FILE is UTF-8 of up to 16 MB; a - is standard input. COMMAND --help says more.

The status is 0 if all is well, 1 if a program has errors or stops, and 2 if
the command is called in a way that it does not know.
`

interface Command {
  help: string
  main(words: string[], terminal: Terminal): Promise<number>
}

const COMMANDS = new Map<string, Command>([
  ['run', { help: RUN_HELP, main: runFile }],
  ['build', { help: BUILD_HELP, main: buildFile }],
  ['check', { help: CHECK_HELP, main: checkFile }],
  ['tokens', { help: TOKENS_HELP, main: printTokens }],
  ['tree', { help: TREE_HELP, main: printTree }],
])

/**
 * Does what a command line says.
 *
 * @returns the exit status
 */
export async function main(
  words: string[],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  try {
    return await obey(words, terminal)
  } catch (error) {
    if (error instanceof ClosedOutput) return 0
    if (!(error instanceof UsageError)) throw error
    terminal.complain(`${harmless(error.message)}\n`)
    return 2
  }
}

async function obey(
  [name = '', ...words]: string[],
  terminal: Terminal,
): Promise<number> {
  if (asksForHelp([name])) {
    terminal.print(HELP)
    return 0
  }
  const command = COMMANDS.get(name)
  if (!command) throw unknown(name)
  if (!asksForHelp(words)) return command.main(words, terminal)
  terminal.print(command.help)
  return 0
}

/** What stands behind -- is an operand, whatever it looks like. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  const options = end < 0 ? words : words.slice(0, end)
  return options.includes('--help') || options.includes('-h')
}

function unknown(name: string): UsageError {
  const names = [...COMMANDS.keys()]
  const meant = nearest(name, names)
  const wrong = name && `There is no command ${name}. `
  const right = meant ? `Did you mean ${meant}?` : `Write ${names.join(', ')}.`
  return new UsageError(`${wrong}${right} --help says more.`)
}
