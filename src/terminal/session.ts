/**
 * A shell over files in memory: runs command lines, whose programs are the
 * package's tools and a few small commands of every system. Where the tools run
 * is the business of whoever opens the session.
 */
import { TOOLS, type ToolCommand, type ToolName } from '../binaryen/tools.ts'
import { nearest } from '../examplescript/examplescript.ts'
import { BUILTINS } from './builtins.ts'
import {
  parseLine,
  ShellError,
  type Redirect,
  type SimpleCommand,
} from './command-line.ts'
import { isName, textOf, wordsOf } from './words.ts'

export type Stream = 'out' | 'err'

/** Takes bytes as they come. */
export type Sink = (bytes: Uint8Array) => void

/**
 * Runs one of the tools.
 *
 * @throws {DOMException} an `AbortError` when stopped by the signal
 * @throws {Error} if the tool could not be had at all
 */
export type RunTool = (
  command: ToolCommand,
  signal: AbortSignal,
) => Promise<{ status: number; files: Map<string, Uint8Array> }>

export interface Watcher {
  signal: AbortSignal
  /** Called for each piece of what the line writes to the terminal. */
  onOutput: (stream: Stream, bytes: Uint8Array) => void
}

/** What shells say of a program that Ctrl-C ended. */
export const INTERRUPTED = 130

export class Session {
  /** By name, in the order in which they came. */
  files: Map<string, Uint8Array>
  /** The exit status of the last command. */
  status = 0
  readonly #runTool: RunTool

  constructor(files: ReadonlyMap<string, Uint8Array>, runTool: RunTool) {
    this.files = new Map(files)
    this.#runTool = runTool
  }

  /**
   * Runs a line.
   *
   * @returns its exit status: that of its last command, as `$?` has it
   * @throws {Error} if a tool could not be had; nothing is lost then
   */
  async run(line: string, { signal, onOutput }: Watcher): Promise<number> {
    const out: Sink = (bytes) => onOutput('out', bytes)
    const err: Sink = (bytes) => onOutput('err', bytes)
    try {
      for (const { when, commands } of parseLine(line)) {
        const isDue =
          when === 'always' || (when === 'success') === (this.status === 0)
        if (isDue) await this.#pipeline(commands, { out, err, signal })
      }
    } catch (error) {
      if (signal.aborted) this.status = INTERRUPTED
      else if (!(error instanceof ShellError)) throw error
      else {
        err(encoded(`${error.message}\n`))
        this.status = 2
      }
    }
    return this.status
  }

  /** One command after the other: what one writes, the next one reads. */
  async #pipeline(
    commands: readonly SimpleCommand[],
    { out, err, signal }: { out: Sink; err: Sink; signal: AbortSignal },
  ): Promise<void> {
    let input: Uint8Array = EMPTY
    let status = 0
    for (const [index, command] of commands.entries()) {
      const isLast = index === commands.length - 1
      const pipe = new Gathered()
      const toPipe: Sink = (bytes) => pipe.add(bytes)
      const streams = { input, out: isLast ? out : toPipe, err }
      status = await this.#command(command, streams, signal)
      input = pipe.all()
    }
    this.status = status
  }

  async #command(
    { assignments, words, redirects }: SimpleCommand,
    streams: Streams,
    signal: AbortSignal,
  ): Promise<number> {
    const variables = (name: string) => (name === '?' ? `${this.status}` : '')
    const [name, ...rest] = words.flatMap((word) =>
      wordsOf(word, variables, this.files.keys()),
    )
    const written = new Map<string, Gathered>()
    const redirected = this.#redirected(redirects, streams, variables, written)
    if (!redirected) return 1
    const environment = Object.fromEntries(
      assignments.map(([key, value]) => [key, textOf(value, variables)]),
    )
    const status =
      name === undefined
        ? 0
        : await this.#program(name, rest, redirected, environment, signal)
    for (const [file, gathered] of written) {
      this.files.set(file, gathered.all())
    }
    return status
  }

  async #program(
    name: string,
    words: string[],
    { input, out, err }: Streams,
    environment: Record<string, string>,
    signal: AbortSignal,
  ): Promise<number> {
    const { files } = this
    const builtin = BUILTINS.get(name)
    if (builtin) {
      const say = (sink: Sink) => (said: string | Uint8Array) =>
        sink(typeof said === 'string' ? encoded(said) : said)
      return builtin.run({ words, files, input, out: say(out), err: say(err) })
    }
    if (!isTool(name)) {
      err(encoded(`${missing(name)}\n`))
      return 127
    }
    const before = new Map(files)
    const came = await this.#runTool(
      {
        tool: name,
        words,
        files,
        input,
        environment,
        onOutput: (stream, bytes) => (stream === 'out' ? out : err)(bytes),
      },
      signal,
    )
    // What was put among them in the meantime stays.
    const added = [...files].filter(
      ([file, bytes]) => before.get(file) !== bytes,
    )
    this.files = new Map([...came.files, ...added])
    return came.status
  }

  /**
   * Opens files for a command, before it starts, as shells do.
   *
   * @returns undefined if one could not be opened, which has been said
   */
  #redirected(
    redirects: readonly Redirect[],
    streams: Streams,
    variables: (name: string) => string,
    written: Map<string, Gathered>,
  ): Streams | undefined {
    let { input, out, err } = streams
    for (const { kind, file } of redirects) {
      if (!file) {
        err = out
        continue
      }
      const name = textOf(file, variables)
      const found = this.files.get(name)
      if (kind === 'in') {
        if (!found) {
          streams.err(encoded(`${name}: No such file or directory\n`))
          return undefined
        }
        input = found
        continue
      }
      if (!isName(name)) {
        streams.err(encoded(`${name}: Not a name for a file here\n`))
        return undefined
      }
      const before = kind.endsWith('append') ? (found ?? EMPTY) : EMPTY
      const gathered = new Gathered(before)
      this.files.set(name, before)
      written.set(name, gathered)
      const sink: Sink = (bytes) => gathered.add(bytes)
      if (kind.startsWith('err')) err = sink
      else out = sink
    }
    return { input, out, err }
  }
}

interface Streams {
  input: Uint8Array
  out: Sink
  err: Sink
}

const EMPTY = new Uint8Array()

/** Bytes that come in pieces. */
class Gathered {
  readonly #pieces: Uint8Array[]

  constructor(before: Uint8Array = EMPTY) {
    this.#pieces = [before]
  }

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
  }

  all(): Uint8Array {
    const length = this.#pieces.reduce((sum, piece) => sum + piece.length, 0)
    const all = new Uint8Array(length)
    let at = 0
    for (const piece of this.#pieces) {
      all.set(piece, at)
      at += piece.length
    }
    return all
  }
}

/** Whether a command is one of Binaryen's tools. */
export function isTool(name: string): name is ToolName {
  return (TOOLS as readonly string[]).includes(name)
}

function missing(name: string): string {
  if (name === 'wasm-reduce') {
    return 'wasm-reduce: it starts other programs, which a page cannot'
  }
  const meant = nearest(name, [...TOOLS, ...BUILTINS.keys()])
  return `${name}: command not found${meant ? ` (did you mean ${meant}?)` : ''}`
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
