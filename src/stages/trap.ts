/**
 * Programs that stop: what the engine says of it, told in plain words and with
 * the places in the source. An engine says with each function that was at work
 * at which byte of the module it was; the source map knows what stands there.
 */
import { decode } from '@jridgewell/sourcemap-codec'
import {
  childrenOf,
  TooMuchOutput,
  type Place,
  type TreeNode,
  type TypedProgram,
} from '../examplescript/examplescript.ts'

/** What is known of a program that runs. */
export interface Running {
  source: { text: string; starts: readonly number[] }
  tree: TreeNode
  program: TypedProgram
  sourceMap: string
  /** The module's functions by their numbers, for engines that say no byte. */
  functions?: readonly string[]
}

/** What stopped a program. */
export interface Trap {
  message: string
  hint?: string
  /** Absent if the engine says no more than which functions were at work. */
  place?: Place
  /** The functions that waited for one another, the innermost first. */
  calls: TrapCall[]
}

/** A function, and where in the source it was. */
export interface TrapCall {
  name: string
  at?: number
}

/** How many functions are told, and how many frames are asked for to find them. */
const CALLS = 10
const FRAMES = 100

/** By what V8, SpiderMonkey and JavaScriptCore say. */
const CAUSES: [RegExp, message: string, hint?: string][] = [
  [/(divide|remainder|division) by zero/i, 'An integer is divided by zero.'],
  [
    /divide result unrepresentable|integer overflow/i,
    'The quotient is one more than the largest integer.',
  ],
  [
    /float unrepresentable|invalid conversion|out of bounds trunc/i,
    'This float is no integer of that type.',
    'It is NaN, or too large; compare it before you convert it.',
  ],
  [/unreachable/i, 'A call of unreachable() is reached.'],
  [
    /memory access out of bounds|out of bounds memory/i,
    'There is no memory at this address.',
    'A page has 65536 bytes; memory.grow brings more.',
  ],
  [/null/i, 'This is null, and no object.'],
  [/array is too large|too many array elements/i, 'No array has this length.'],
  [
    /array .*out of bounds|out of bounds array/i,
    'The array has no element of this index.',
  ],
  [/^index out of bounds/i, 'There is nothing at this address or index.'],
  [
    /call stack|recursion|stack overflow/i,
    'The stack is full: too many functions wait for one another.',
    'Look for a function that calls itself without end, or too often.',
  ],
]

/**
 * Does something that runs a program, with room for the program's frames in the
 * errors that it throws.
 */
export function tracing<T>(run: () => T): T {
  const limited = Error as { stackTraceLimit?: number | undefined }
  const before = limited.stackTraceLimit
  limited.stackTraceLimit = FRAMES
  try {
    return run()
  } finally {
    limited.stackTraceLimit = before
  }
}

/**
 * What stopped a program.
 *
 * @param thrown came out of `tracing`
 * @returns nothing if it does not come from the program
 */
export function trapOf(thrown: unknown, running: Running): Trap | undefined {
  if (!(thrown instanceof Error)) return undefined
  const calls = callsOf(thrown, running)
  if (calls.length === 0) return undefined
  const { at } = calls[0]!
  return {
    ...causeOf(thrown),
    ...(at !== undefined && { place: nodeAt(running.tree, at) }),
    calls,
  }
}

/** In plain words, whichever engine it is. */
function causeOf(thrown: Error): Pick<Trap, 'message' | 'hint'> {
  const { name, message } = thrown
  if (thrown instanceof TooMuchOutput) {
    return { message, hint: 'Look for a loop that prints without end.' }
  }
  const isTrap = name === 'RuntimeError'
  const isFull = thrown instanceof RangeError || name === 'InternalError'
  const cause = CAUSES.find(([words]) => words.test(message))
  if (!cause || !(isTrap || isFull)) {
    return { message: `${isTrap ? '' : 'The host failed: '}${message}.` }
  }
  const [, said, hint] = cause
  return { message: said, ...(hint && { hint }) }
}

/** The frames of the program, the innermost first. */
function callsOf({ stack = '' }: Error, running: Running): TrapCall[] {
  const placeOf = placesIn(running)
  const calls: TrapCall[] = []
  const frames =
    /wasm-function\[([^\]]+)\](?::0x([\da-f]+)\)?|@\[wasm code\])$/gm
  for (const [, number, offset] of stack.matchAll(frames)) {
    const own = functionOf(number!, running)
    if (offset === undefined) {
      if (own) calls.push({ name: own })
    } else {
      // What the compiler adds of its own is nowhere in the source.
      const at = placeOf(Number.parseInt(offset, 16))
      if (at === undefined) continue
      const name = nameAt(running.program, at)
      calls.push({ name, at })
      // The optimizer moved the call's body into its caller: both are one frame.
      if (own && own !== name) calls.push({ name: own })
    }
    if (calls.length >= CALLS) break
  }
  return calls.slice(0, CALLS)
}

/** The function of the program that has a number in the module. */
function functionOf(
  number: string,
  { functions = [], program }: Running,
): string | undefined {
  const name = functions[Number(number)] ?? number
  const isOwn = program.functions.some((one) => one.name === name)
  return isOwn ? readable(name) : undefined
}

/** Where in the source a byte comes from: a module is one line of its map. */
function placesIn({ source, sourceMap }: Running) {
  const { mappings } = JSON.parse(sourceMap) as { mappings: string }
  const entries = decode(mappings)[0] ?? []
  return (byte: number): number | undefined => {
    const entry = entries.findLast(([from]) => from <= byte)
    if (entry?.length !== 4 && entry?.length !== 5) return undefined
    const [, , line, column] = entry
    return source.starts[line]! + column
  }
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
