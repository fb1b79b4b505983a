/**
 * What may follow in a command line: a command, one of its options, a file.
 */
import { TOOLS, type ToolName } from '../binaryen/tools.ts'
import { BUILTINS } from './builtins.ts'
import { optionsOf } from './options.ts'

export interface Completion {
  /** Where the word starts that is completed. */
  from: number
  /** All ways to go on, in order; none if there is no way. */
  choices: Choice[]
}

export interface Choice {
  /** The whole word, as it is to be written. */
  text: string
  /** What it is, in words; '' where the name says it. */
  about: string
}

/** @param before the line up to the caret */
export function complete(before: string, files: Iterable<string>): Completion {
  const command = before.slice(before.search(/[^|;&]*$/))
  const word = /(?:\\.|[^\s<>])*$/.exec(command)![0]
  const from = before.length - word.length
  const told = command.slice(0, command.length - word.length)
  const isFile = /[<>]\s*$/.test(told)
  const name = told.split(/\s+/).find((one) => one && !one.includes('='))
  const choices =
    name === undefined && !isFile
      ? commands()
      : word.startsWith('-') && !isFile
        ? options(name!)
        : [...files].sort().map((file) => ({ text: escaped(file), about: '' }))
  return { from, choices: choices.filter(({ text }) => text.startsWith(word)) }
}

/** @returns what all choices begin with */
export function sharedStart(choices: readonly Choice[]): string {
  const [first, ...rest] = choices.map(({ text }) => text)
  let shared = first ?? ''
  for (const text of rest) {
    while (!text.startsWith(shared)) shared = shared.slice(0, -1)
  }
  return shared
}

function commands(): Choice[] {
  const tools = TOOLS.map((text) => ({ text, about: '' }))
  const small = [...BUILTINS].map(([text, { about }]) => ({ text, about }))
  return [...tools, ...small]
}

function options(name: string): Choice[] {
  if (!(TOOLS as readonly string[]).includes(name)) return []
  return [...optionsOf(name as ToolName)]
    .map(([text, about]) => ({ text, about }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
}

/** A name as a word of a command line. */
export function escaped(name: string): string {
  return name.replace(/[\s'"\\|&;<>()*?[\]$`#]/g, '\\$&')
}
