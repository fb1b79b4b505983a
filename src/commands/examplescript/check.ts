/**
 * `npm run -s examplescript -- check`, `tokens` and `tree`: what there is to know
 * about a program without compiling it.
 */
import { parseArgs } from 'node:util'
import { check } from '../../examplescript/check.ts'
import { parse } from '../../examplescript/parse.ts'
import { positionIn } from '../../examplescript/position.ts'
import { scan } from '../../examplescript/scan.ts'
import { readProgram, type ProgramFile } from './program-file.ts'
import { complainOf } from './report.ts'
import type { Terminal } from './terminal.ts'
import { onlyFile, readWords } from './usage.ts'

export const CHECK_HELP = `Usage: check FILE [--json]

Says what is wrong with a program, and nothing if all is well.

  --json  prints an array of {code, message, from, to, line, column, endLine,
          endColumn, hint, fixes} to standard output. from and to are offsets,
          lines and columns count from 1, all in units of UTF-16. Each of the
          fixes, {label, edits: [{from, to, insert}]}, removes the problem.
`

export const TOKENS_HELP = `Usage: tokens FILE --json

Prints the tokens of a program: {kind, from, to, line, column, text} each.

  --json  as a JSON array, which is the only form there is
`

export const TREE_HELP = `Usage: tree FILE --json

Prints the syntax tree of a program. Integers above 2^53 are strings.

  --json  as a JSON object, which is the only form there is
`

interface Asked {
  file: ProgramFile
  isJson: boolean
}

async function read(
  command: string,
  words: string[],
  terminal: Terminal,
): Promise<Asked> {
  const { values, positionals } = readWords(command, () =>
    parseArgs({
      args: words,
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    }),
  )
  const file = await readProgram(onlyFile(command, positionals), terminal)
  return { file, isJson: values.json ?? false }
}

/** `check FILE`: the problems of a program. */
export async function checkFile(
  words: string[],
  terminal: Terminal,
): Promise<number> {
  const { file, isJson } = await read('check', words, terminal)
  const { problems } = check(file.text)
  if (!isJson) return complainOf(file, problems, terminal)
  printArray(problems, terminal, (problem) => {
    const { code, message, from, to, hint, fixes } = problem
    const end = position(file, to)
    const place = { from, to, ...position(file, from) }
    const behind = { endLine: end.line, endColumn: end.column, hint, fixes }
    return JSON.stringify({ code, message, ...place, ...behind })
  })
  terminal.print('\n')
  return problems.length > 0 ? 1 : 0
}

/** `tokens FILE`: what the scanner makes of a program. */
export async function printTokens(
  words: string[],
  terminal: Terminal,
): Promise<number> {
  const { file } = await read('tokens', words, terminal)
  const { tokens, problems } = scan(file.text)
  printArray(tokens, terminal, ({ kind, from, to }) => {
    const text = file.text.slice(from, to)
    return JSON.stringify({ kind, from, to, ...position(file, from), text })
  })
  terminal.print('\n')
  return complainOf(file, problems, terminal)
}

/** `tree FILE`: what the parser makes of a program. */
export async function printTree(
  words: string[],
  terminal: Terminal,
): Promise<number> {
  const { file } = await read('tree', words, terminal)
  const { tree, problems } = parse(file.text)
  const { kind, from, to, declarations } = tree
  // One by one: the text of a large tree is longer than strings can be.
  const start = JSON.stringify({ kind, from, to }).slice(0, -1)
  terminal.print(`${start},"declarations":`)
  printArray(declarations, terminal, (one) => JSON.stringify(one, plain, 2))
  terminal.print('}\n')
  return complainOf(file, problems, terminal)
}

/** Numbers that JSON does not have become strings. */
function plain(_: string, value: unknown): unknown {
  const isKnown = typeof value !== 'number' || Number.isFinite(value)
  return typeof value === 'bigint' || !isKnown ? String(value) : value
}

/** Some at a time: writing each alone takes long, and all are too many. */
function printArray<T>(
  items: readonly T[],
  terminal: Terminal,
  text: (item: T) => string,
): void {
  let written = '['
  for (const [index, item] of items.entries()) {
    written += `${index > 0 ? ',' : ''}\n${text(item)}`
    if (written.length < 100_000) continue
    terminal.print(written)
    written = ''
  }
  terminal.print(`${written}${items.length > 0 ? '\n' : ''}]`)
}

/** Lines and columns from 1, as editors count. */
function position({ starts }: ProgramFile, at: number) {
  const { line, column } = positionIn(starts, at)
  return { line, column: column + 1 }
}
