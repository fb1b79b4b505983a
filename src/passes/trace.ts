/**
 * A trace: a module goes through passes one at a time, and after each it is
 * looked at. The bytes that come out are those of `wasm-opt` at the same level.
 */
import {
  BinaryenError,
  FEATURES,
  isTidied,
  type Binaryen,
  type Level,
  type Module,
} from '../binaryen/binaryen.ts'
import { instructionsIn, LEVELS } from '../examplescript/examplescript.ts'
import { levelPasses } from './level-passes.ts'
import { WRITER } from './sentences.ts'

/** A module, as it comes in. */
export type Input =
  { kind: 'binary'; bytes: Uint8Array } | { kind: 'text'; text: string }

/** What is done to a module. */
export interface Recipe {
  /** As people call it, such as `-O3`. */
  level: string
  /** Passes in place of the level's own; what they do may depend on the level. */
  passes?: readonly string[]
  /** Without GC, structs and arrays are forbidden, and no pass looks for them. */
  hasGC: boolean
  /** All over again, until the module no longer gets smaller. */
  converges: boolean
}

/** One pass of a trace. */
export interface Step {
  pass: string
  /** Which time around, counted from 1. */
  round: number
  /** Whether the module has other bytes than before. */
  isChanged: boolean
  /** The module's size afterwards, in bytes. */
  size: number
}

export interface Trace {
  /** The module's size before all passes, in bytes. */
  size: number
  steps: Step[]
  /** What came out; names are left out of it. */
  bytes: Uint8Array<ArrayBuffer>
  /** The names of the functions that came in. */
  functions: string[]
  /** The pass that refused the module, and what it said; nothing ran after it. */
  stopped?: { pass: string; message: string }
}

/**
 * Runs the passes of a recipe.
 *
 * @param onStep hears of each step as it is done
 * @throws {BinaryenError} if the module cannot be read, or is not valid
 */
export function tracePasses(
  binaryen: Binaryen,
  input: Input,
  recipe: Recipe,
  onStep: (step: Step) => void = () => {},
): Trace {
  return opened(binaryen, input, recipe, (module) => {
    const emit = () => module.emitBinary()
    const emitStep = endsWithWriter(recipe)
      ? () => binaryen.plainly(emit)
      : emit
    let bytes = emitStep()
    const { length: size } = bytes
    const functions = functionNames(binaryen, module)
    const steps: Step[] = []
    const add = (pass: string, round: number, next: typeof bytes) => {
      const isChanged = !isEqual(bytes, next)
      bytes = next
      const step = { pass, round, isChanged, size: bytes.length }
      steps.push(step)
      onStep(step)
    }
    const stopped = everyPass(binaryen, recipe, module, (pass, round) => {
      add(pass, round, emitStep())
    })
    if (!stopped && endsWithWriter(recipe)) {
      add(WRITER, steps.at(-1)!.round, emit())
    }
    return { size, steps, bytes, functions, ...(stopped && { stopped }) }
  })
}

/**
 * Whether the writer's own work is a step, behind all passes. To whoever names
 * passes, each size is that of the file.
 */
function endsWithWriter({ level, passes }: Recipe): boolean {
  return !passes && isTidied(levelNamed(level))
}

/** @returns how many instructions came out of a recipe */
export function instructionsAfter(
  binaryen: Binaryen,
  input: Input,
  recipe: Recipe,
): number {
  return opened(binaryen, input, recipe, (module) => {
    everyPass(binaryen, recipe, module, () => {})
    return instructionsIn(module.emitStackIR())
  })
}

/**
 * Bytes of a module that is printed after each pass. A text is some ten times as
 * large, and an engine has no strings of half a gigabyte.
 */
const MOST_PRINTED = 1_000_000

/** Whether functions of what was traced can be looked at. */
export function isPrintable({ size }: Trace): boolean {
  return size <= MOST_PRINTED
}

/**
 * The text of a function behind a step: its number, from 1, and the text, which
 * is empty once the function is gone. Where a step shows another form of text
 * than the step before it, its own text before stands there, too.
 */
export type FunctionText = readonly [
  step: number,
  text: string,
  before?: string,
]

/**
 * The text of one function, before all passes and after each that changes it.
 *
 * @returns the first has the number 0
 */
export function traceFunction(
  binaryen: Binaryen,
  input: Input,
  recipe: Recipe,
  name: string,
): FunctionText[] {
  return opened(binaryen, input, recipe, (module) => {
    let text = functionText(module.emitText(), name)
    const texts: FunctionText[] = [[0, text]]
    let step = 0
    const stopped = everyPass(binaryen, recipe, module, () => {
      step++
      const next = functionText(module.emitText(), name)
      if (next !== text) texts.push([step, next])
      text = next
    })
    if (!stopped && endsWithWriter(recipe)) {
      const flat = () => functionText(module.emitStackIR(), name)
      const [before, after] = [binaryen.plainly(flat), flat()]
      if (before !== after) texts.push([step + 1, after, before])
    }
    return texts
  })
}

/** Rounds after which times hardly change any more. */
const MOST_ROUNDS = 5

/**
 * How long each step takes in an instance that is warm: the median of a few
 * times, in milliseconds. The first run of a pass mostly measures how the
 * browser compiles it.
 *
 * @param patience stops after as many milliseconds, and once around at least
 * @param now a clock, in milliseconds
 */
export function timePasses(
  binaryen: Binaryen,
  input: Input,
  recipe: Recipe,
  patience: number,
  now: () => number,
): number[] {
  const rounds: number[][] = []
  const started = now()
  do {
    const times: number[] = []
    opened(binaryen, input, recipe, (module) => {
      let last = now()
      const stopped = everyPass(binaryen, recipe, module, () => {
        const time = now()
        times.push(time - last)
        last = time
      })
      if (!stopped && endsWithWriter(recipe)) {
        times.push(timeWriter(binaryen, module, now))
      }
    })
    rounds.push(times)
  } while (rounds.length < MOST_ROUNDS && now() - started < patience)
  return rounds[0]!.map((_, step) =>
    median(rounds.map((round) => round[step]!)),
  )
}

/** What tidying adds to the writing of a module. */
function timeWriter(
  binaryen: Binaryen,
  module: Module,
  now: () => number,
): number {
  const started = now()
  binaryen.plainly(() => module.emitBinary())
  const plain = now()
  module.emitBinary()
  return Math.max(0, now() - plain - (plain - started))
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** The numbers that a level's name stands for. */
export function levelNamed(name: string): Level {
  const level = LEVELS.get(name)
  if (!level) throw new RangeError(`There is no level “${name}”.`)
  return level
}

/** Opens a module, at the level that all of a recipe is done at. */
function opened<T>(
  binaryen: Binaryen,
  input: Input,
  { level, hasGC }: Recipe,
  use: (module: Module) => T,
): T {
  const act = (module: Module) => {
    const { GC } = binaryen.library.Features
    if (!hasGC) module.setFeatures(module.getFeatures() & ~GC)
    const problems = binaryen.problems(module)
    if (problems.length > 0) throw new BinaryenError(problems.join('\n'))
    return binaryen.at(levelNamed(level), () => use(module))
  }
  return input.kind === 'text'
    ? binaryen.parse(input.text, act)
    : binaryen.read(input.bytes, act)
}

/**
 * Runs all passes of a recipe, and tells of each.
 *
 * @returns the one that refused the module
 */
function everyPass(
  binaryen: Binaryen,
  { level, passes, hasGC, converges }: Recipe,
  module: Module,
  done: (pass: string, round: number) => void,
): Trace['stopped'] {
  const features = { gc: hasGC, multivalue: FEATURES.includes('Multivalue') }
  const list = passes ?? levelPasses(levelNamed(level), features)
  let size = Infinity
  for (let round = 1; ; round++) {
    for (const pass of list) {
      try {
        binaryen.runPass(module, pass)
      } catch (error) {
        return { pass, message: (error as Error).message }
      }
      done(pass, round)
    }
    if (!converges) return undefined
    const { length } = module.emitBinary()
    if (length >= size) return undefined
    size = length
  }
}

function functionNames({ library }: Binaryen, module: Module): string[] {
  return Array.from({ length: module.getNumFunctions() }, (_, index) =>
    library.getFunctionInfo(module.getFunctionByIndex(index)),
  ).flatMap(({ name, base }) => (base ? [] : name))
}

/**
 * A function's part of a module's text, without what it is indented by, and
 * without the number of its type, which says nothing that it does not say itself
 * and changes with other functions.
 */
export function functionText(text: string, name: string): string {
  const start = text.indexOf(`\n (func $${name} `)
  const bare = text.indexOf(`\n (func $${name}\n`)
  const at = start < 0 ? bare : start
  if (at < 0) return ''
  const end = text.indexOf('\n )', at)
  return text
    .slice(at + 1, end + 3)
    .replaceAll(/^ /gm, '')
    .replace(/ \(type \$[^()]*\)/, '')
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
