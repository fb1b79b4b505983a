/**
 * The reader's program, read before it is run: what a module may say that runs
 * here. It may import `binaryen`, whole, and nothing else.
 */
import { parse, type ModuleDeclaration, type Program } from 'acorn'
import { scriptTokens } from './colour.ts'
import type { ScriptStop } from './recorded.ts'

/** A program without its import, line by line as it was; or why there is none. */
export type Read =
  { code: string; name: string | undefined } | { stop: ScriptStop }

const HOW = 'Write import binaryen from ‘binaryen’.'

/** What is wrong with a program, and where, in UTF-16 units of its text. */
export interface ScriptProblem {
  message: string
  from: number
  to: number
}

/** @returns code for the body of an asynchronous function */
export function readScript(text: string): Read {
  const { modular, problems } = look(text)
  const [problem] = problems
  if (problem) return { stop: stopAt(text, problem.from, problem.message) }
  let code = text
  let name: string | undefined
  for (const node of modular) {
    name = nameOf(node)
    const blank = text.slice(node.start, node.end).replaceAll(/[^\n]/g, ' ')
    code = code.slice(0, node.start) + blank + code.slice(node.end)
  }
  return { code, name }
}

/** @returns why a text would not even begin to run; nothing if it would */
export function scriptProblems(text: string): ScriptProblem[] {
  return look(text).problems
}

/** Finds what modules have, and scripts have not, and what is wrong. */
function look(text: string): { modular: Modular[]; problems: ScriptProblem[] } {
  let program: Program
  try {
    program = parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
    })
  } catch (error) {
    return { modular: [], problems: [faultIn(text, error as SyntaxFault)] }
  }
  const modular = program.body.filter(isModular)
  let name: string | undefined
  const problems = modular.flatMap((node) => {
    const message = problemOf(node, name)
    const { start: from, end: to } = node
    if (message !== undefined) return { message, from, to }
    name = nameOf(node)
    return []
  })
  return { modular, problems }
}

/** What the parser throws, with the place where something is wrong. */
type SyntaxFault = SyntaxError & { pos: number }

/** What the parser stopped at, as far as the token reaches that stands there. */
function faultIn(text: string, { message, pos }: SyntaxFault): ScriptProblem {
  const to = text.trimEnd().length
  if (pos >= to) {
    // What is missing stands nowhere: the last character is shown for it.
    const what = 'The program ends here, and something is still missing.'
    return { message: what, from: Math.max(0, to - 1), to }
  }
  const token = scriptTokens(text).find(
    (one) => one.from <= pos && pos < one.to,
  )
  const words = message.replace(/ \(\d+:\d+\)$/, '.')
  return { message: words, from: token?.from ?? pos, to: token?.to ?? pos + 1 }
}

/** @returns a stop at a place of the text, an offset in UTF-16 units */
export function stopAt(text: string, at: number, message: string): ScriptStop {
  return stopInLine(text, text.slice(0, at).split('\n').length, message)
}

/** @returns a stop in a line, from 1; one that is not there is left out */
export function stopInLine(
  text: string,
  line: number | undefined,
  message: string,
): ScriptStop {
  const quote = line === undefined ? undefined : text.split('\n')[line - 1]
  if (line === undefined || quote === undefined) return { message }
  return { message, line, quote: quote.trim() }
}

type Modular = Extract<
  ModuleDeclaration,
  { type: 'ImportDeclaration' | `Export${string}` }
>

function isModular(node: Program['body'][number]): node is Modular {
  return /^(?:Import|Export)/.test(node.type)
}

function problemOf(node: Modular, name: string | undefined) {
  if (node.type !== 'ImportDeclaration') {
    return 'Nobody imports this program, so it exports nothing. Leave “export” out.'
  }
  const from = String(node.source.value)
  if (from !== 'binaryen') {
    return `Only ‘binaryen’ can be imported here, and not ‘${from}’. ${HOW}`
  }
  if (name !== undefined) return 'Import it once.'
  if (nameOf(node) === undefined) {
    return `The library has one export, the default. ${HOW}`
  }
  return undefined
}

/** The name that a whole, default import gives to the library. */
function nameOf(node: Modular): string | undefined {
  if (node.type !== 'ImportDeclaration') return undefined
  const [first, ...others] = node.specifiers
  if (first?.type !== 'ImportDefaultSpecifier' || others.length > 0) {
    return undefined
  }
  return first.local.name
}
