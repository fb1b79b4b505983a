/**
 * Programs that stop: what the engine says of it, told in plain words and with
 * the places in the source.
 */
import { SourceMap } from 'node:module'
import type { Parse } from '../../examplescript/parse.ts'
import {
  childrenOf,
  type Place,
  type TreeNode,
} from '../../examplescript/tree.ts'
import type { TypedProgram } from '../../examplescript/typed.ts'
import type { Call, Report, Source } from './report.ts'

/** What is known of a program that runs. */
export interface Running {
  source: Source
  tree: Parse['tree']
  program: TypedProgram
  sourceMap: string
}

/** How many functions are told, and how many frames are asked for to find them. */
const CALLS = 10
const FRAMES = 100

/** By what V8 says. */
const CAUSES: [RegExp, message: string, hint?: string][] = [
  [/divide by zero|remainder by zero/, 'An integer is divided by zero.'],
  [
    /divide result unrepresentable/,
    'The quotient is one more than the largest integer.',
  ],
  [/unreachable/, 'A call of unreachable() is reached.'],
  [
    /memory access out of bounds/,
    'There is no memory at this address.',
    'A page has 65536 bytes; memory.grow brings more.',
  ],
  [/null/, 'This is null, and no object.'],
  [/array is too large/, 'No array has this length.'],
  [/array .*out of bounds/, 'The array has no element of this index.'],
  [
    /call stack/,
    'The stack is full: too many functions wait for one another.',
    'Look for a function that calls itself without end.',
  ],
]

/**
 * Does something that runs a program, with room for the program's frames in the
 * errors that it throws.
 */
export function tracing<T>(run: () => T): T {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = FRAMES
  try {
    return run()
  } finally {
    Error.stackTraceLimit = before
  }
}

/**
 * What stopped a program.
 *
 * @param thrown came out of `tracing`
 * @returns nothing if it does not come from the program
 */
export function trapReport(
  thrown: unknown,
  running: Running,
): Report | undefined {
  if (!(thrown instanceof Error)) return undefined
  const calls = callsOf(thrown, running)
  if (calls.length === 0) return undefined
  const place = nodeAt(running.tree, calls[0]!.at)
  const isTrap = thrown instanceof WebAssembly.RuntimeError
  const isFull = thrown instanceof RangeError
  const cause = CAUSES.find(([words]) => words.test(thrown.message))
  const [, message, hint] =
    (isTrap || isFull) && cause
      ? cause
      : [undefined, `${isTrap ? '' : 'The host failed: '}${thrown.message}.`]
  const { from, to } = place
  return { code: 'trap', message, from, to, ...(hint && { hint }), calls }
}

/** The frames of the program, the innermost first. */
function callsOf({ stack = '' }: Error, running: Running): Call[] {
  const map = new SourceMap(JSON.parse(running.sourceMap))
  const calls: Call[] = []
  const frames = /^ +at .*wasm-function\[\d+\]:0x([\da-f]+)\)?$/gm
  for (const [, offset] of stack.matchAll(frames)) {
    // A module is one line, and its bytes are columns.
    const entry = map.findEntry(0, Number.parseInt(offset!, 16))
    // What the compiler adds of its own is nowhere in the source.
    if (!('originalLine' in entry) || entry.originalLine === undefined) continue
    const at = running.source.starts[entry.originalLine]! + entry.originalColumn
    calls.push({ name: nameAt(running.program, at), at })
    if (calls.length === CALLS) break
  }
  return calls
}

/** The function there, or the global whose value is worked out. */
function nameAt({ functions, globals }: TypedProgram, at: number): string {
  const [innermost] = [...functions, ...globals]
    .filter(({ from, to }) => from <= at && at < to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  return readable(innermost!.name)
}

/** `Class#method` as it is called. */
function readable(name: string): string {
  const constructed = name.replace(/#constructor$/, '')
  return constructed === name ? name.replace('#', '.') : `new ${constructed}`
}

/** All that begins there, or else has it in its middle, as an operator is. */
function nodeAt(node: TreeNode, at: number): Place {
  const children = childrenOf(node)
  const begins = children.find(({ from }) => from === at)
  const around = children.find(({ from, to }) => from <= at && at < to)
  return begins ?? (around ? nodeAt(around, at) : node)
}
