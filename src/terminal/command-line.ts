/**
 * A command line, read as a shell reads it: words with quotes, pipes,
 * redirections, and `;`, `&&` and `||` between pipelines.
 */

/** A part of a word; what stands in quotes is taken as it is. */
export type Piece =
  | { text: string; isQuoted: boolean }
  /** `$NAME`, `$?`: what it stands for is known when the command runs. */
  | { variable: string; isQuoted: boolean }

export type Word = readonly Piece[]

export interface Redirect {
  /** `both` is `2>&1`: errors go where output goes. */
  kind: 'in' | 'out' | 'append' | 'err' | 'err-append' | 'both'
  /** Absent for `both`. */
  file?: Word
}

export interface SimpleCommand {
  /** `NAME=value` before the command's name: its environment. */
  assignments: readonly (readonly [name: string, value: Word])[]
  words: readonly Word[]
  redirects: readonly Redirect[]
}

export interface Pipeline {
  /** When it runs, by how the one before it ended. */
  when: 'always' | 'success' | 'failure'
  commands: readonly SimpleCommand[]
}

/** A line that says nothing that a shell could do. */
export class ShellError extends Error {}

type Token =
  { kind: 'word'; pieces: Piece[] } | { kind: 'operator'; text: string }

const REDIRECTS: Readonly<Record<string, Redirect['kind']>> = {
  '<': 'in',
  '>': 'out',
  '1>': 'out',
  '>>': 'append',
  '1>>': 'append',
  '2>': 'err',
  '2>>': 'err-append',
  '2>&1': 'both',
}
const JOINTS: Readonly<Record<string, Pipeline['when']>> = {
  ';': 'always',
  '&&': 'success',
  '||': 'failure',
}
/** What shells have, and this one has not. */
const ABSENT = /^(?:&|\(|\)|<<|<\(|\|&|>&|`|\$\()/

/**
 * @returns the pipelines of the line, none for an empty one
 * @throws {ShellError} with what is wrong
 */
export function parseLine(line: string): Pipeline[] {
  const pipelines: Pipeline[] = []
  let when: Pipeline['when'] = 'always'
  let commands: SimpleCommand[] = []
  let own: Token[] = []
  const endCommand = (before: string) => {
    if (own.length === 0) {
      throw new ShellError(`there is no command before “${before}”`)
    }
    commands.push(commandOf(own))
    own = []
  }
  const tokens = tokensOf(line)
  for (const token of tokens) {
    const joint = token.kind === 'operator' ? JOINTS[token.text] : undefined
    if (token.kind === 'operator' && token.text === '|') endCommand('|')
    else if (joint) {
      endCommand((token as { text: string }).text)
      pipelines.push({ when, commands })
      when = joint
      commands = []
    } else own.push(token)
  }
  if (own.length > 0) {
    commands.push(commandOf(own))
    pipelines.push({ when, commands })
  } else if (commands.length > 0 || when !== 'always') {
    throw new ShellError('a command is missing at the end')
  }
  return pipelines
}

function commandOf(tokens: readonly Token[]): SimpleCommand {
  const assignments: [string, Word][] = []
  const words: Word[] = []
  const redirects: Redirect[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at++]!
    if (token.kind === 'word') {
      const assigned = words.length === 0 && assignment(token.pieces)
      if (assigned) assignments.push(assigned)
      else words.push(token.pieces)
      continue
    }
    const kind = REDIRECTS[token.text]!
    if (kind === 'both') {
      redirects.push({ kind })
      continue
    }
    const file = tokens[at++]
    if (file?.kind !== 'word') {
      throw new ShellError(
        `the name of a file is missing behind “${token.text}”`,
      )
    }
    redirects.push({ kind, file: file.pieces })
  }
  return { assignments, words, redirects }
}

function assignment([first, ...rest]: Piece[]): [string, Word] | undefined {
  if (!first || first.isQuoted || !('text' in first)) return undefined
  const [found, name] = /^([A-Za-z_]\w*)=/.exec(first.text) ?? []
  if (!found) return undefined
  const value = { text: first.text.slice(found.length), isQuoted: false }
  return [name!, [value, ...rest]]
}

function tokensOf(line: string): Token[] {
  const tokens: Token[] = []
  let rest = line.trimStart()
  while (rest && !rest.startsWith('#')) {
    const absent = ABSENT.exec(rest)?.[0]
    const operator = /^(?:&&|\|\||2>&1|[12]?>>?(?!&)|<|\||;)/.exec(rest)?.[0]
    if (operator && !rest.startsWith('<<') && !rest.startsWith('|&')) {
      tokens.push({ kind: 'operator', text: operator })
      rest = rest.slice(operator.length)
    } else if (absent) {
      throw new ShellError(`“${absent}” is not in this shell`)
    } else {
      const { pieces, length } = readWord(rest)
      tokens.push({ kind: 'word', pieces })
      rest = rest.slice(length)
    }
    rest = rest.trimStart()
  }
  return tokens
}

const VARIABLE = /^\$(\?|[A-Za-z_]\w*)/

/** @returns the pieces of the word that a text starts with, and its length */
function readWord(text: string): { pieces: Piece[]; length: number } {
  const pieces: Piece[] = []
  let at = 0
  const add = (part: string, isQuoted: boolean) => {
    const last = pieces.at(-1)
    if (last && 'text' in last && last.isQuoted === isQuoted) last.text += part
    else pieces.push({ text: part, isQuoted })
  }
  while (at < text.length && !/[\s|&;<>()]/.test(text[at]!)) {
    const character = text[at]!
    if (character === "'") {
      const end = text.indexOf("'", at + 1)
      if (end < 0) throw new ShellError('a quote (’) is not closed')
      add(text.slice(at + 1, end), true)
      at = end + 1
    } else if (character === '"') {
      at = readDouble(text, at + 1, pieces, add)
    } else if (character === '\\') {
      add(text[at + 1] ?? '', true)
      at += 2
    } else at = readPlain(text, at, pieces, add, false)
  }
  return { pieces, length: at }
}

type Add = (part: string, isQuoted: boolean) => void

/** Reads on from behind a double quote. @returns the place behind the next */
function readDouble(text: string, from: number, pieces: Piece[], add: Add) {
  let at = from
  add('', true)
  while (text[at] !== '"') {
    if (at >= text.length) throw new ShellError('a quote (") is not closed')
    if (text[at] === '\\' && /["\\$`]/.test(text[at + 1] ?? '')) {
      add(text[at + 1]!, true)
      at += 2
    } else at = readPlain(text, at, pieces, add, true)
  }
  return at + 1
}

function readPlain(
  text: string,
  at: number,
  pieces: Piece[],
  add: Add,
  isQuoted: boolean,
): number {
  const absent = /^(?:`|\$\(|\$\{)/.exec(text.slice(at))?.[0]
  if (absent) throw new ShellError(`“${absent}” is not in this shell`)
  const [found, variable] = VARIABLE.exec(text.slice(at)) ?? []
  if (!found) {
    add(text[at]!, isQuoted)
    return at + 1
  }
  pieces.push({ variable: variable!, isQuoted })
  return at + found.length
}
