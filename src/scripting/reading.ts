/**
 * The reader's program, read before it is run: what a module may say that runs
 * here. It may import `binaryen`, whole, and nothing else.
 */
import { parse, type ModuleDeclaration, type Program } from 'acorn'
import type { ScriptStop } from './recorded.ts'

/** A program without its import, line by line as it was; or why there is none. */
export type Read =
  { code: string; name: string | undefined } | { stop: ScriptStop }

const HOW = 'Write import binaryen from ‘binaryen’.'

/** @returns code for the body of an asynchronous function */
export function readScript(text: string): Read {
  let program: Program
  try {
    program = parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
    })
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos: number }
    return { stop: stopAt(text, pos, message.replace(/ \(\d+:\d+\)$/, '.')) }
  }
  let code = text
  let name: string | undefined
  for (const node of program.body) {
    if (!isModular(node)) continue
    const problem = problemOf(node, name)
    if (problem) return { stop: stopAt(text, node.start, problem) }
    name = nameOf(node)
    const blank = text.slice(node.start, node.end).replaceAll(/[^\n]/g, ' ')
    code = code.slice(0, node.start) + blank + code.slice(node.end)
  }
  return { code, name }
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
