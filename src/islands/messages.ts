/** What the page and the Worker that compiles, runs and checks say to each other. */
import type {
  LanguageName,
  ShownOutput,
  Stage,
  Stop,
  Verdict,
  Work,
} from '../examplescript/examplescript.ts'
import type { FunctionTexts, Input, Recipe, Trace } from '../passes/passes.ts'
import type { Spread } from '../measuring/measuring.ts'
import type { LevelSize } from '../prices/prices.ts'
import type { Compared, RivalChoice } from '../rival/rival.ts'
import type { ImageSize, Recording } from '../stages/stages.ts'

/** What the Worker is asked to do. */
export type Job =
  /** Starts Binaryen, for the jobs to come. */
  | { kind: 'prepare' }
  | { kind: 'run'; language: LanguageName; source: string }
  | {
      kind: 'check'
      language: LanguageName
      source: string
      checks: string[]
    }
  | { kind: 'module'; source: string; level: string }
  | { kind: 'record'; source: string }
  /** Runs passes over a module; `of` is a function, '' the first one. */
  | { kind: 'passes'; input: PassInput; recipe: Recipe; of: string }
  /** What the same passes did to another function. */
  | { kind: 'function'; input: PassInput; recipe: Recipe; of: string }
  /** Measures what each level makes of a program that does some work. */
  | { kind: 'levels'; source: string; work: Work }
  /** The texts that levels make of a program. */
  | { kind: 'texts'; source: string; levels: string[] }
  | RivalJob
  | {
      kind: 'frame'
      source: string
      /** Frames of one number come out of one run, which keeps its memory. */
      drawing: number
      seconds: number
      size: ImageSize
    }

/** Compiles, runs and measures a program with two compilers: a Worker's own job. */
export interface RivalJob {
  kind: 'rivals'
  source: string
  work: Work
  choice: RivalChoice
}

/** What comes of each. */
export interface Came {
  prepare: null
  run: Outcome
  check: Verdict[]
  module: ModuleMarkup
  record: Recording
  passes: Passes
  function: FunctionTexts
  texts: string[]
  levels: Levels | { level: string; stop: Stop }
  rivals: Compared
  frame: Frame | Stop
}

/** A module for passes: a program of the language, WebAssembly's text, or bytes. */
export type PassInput = { kind: 'program'; text: string } | Input

/** What passes made of a module. */
export interface Passes {
  trace: Trace
  /** Milliseconds of each step, warm. */
  times: number[]
  of: string
  texts: FunctionTexts
}

/** What each level costs and gives, of one program. */
export interface Levels {
  levels: (LevelSize & { compile: Spread; run: Spread })[]
  /** What the work gave at the first level; '' for nothing. */
  result: string
  /** Levels that gave something else. */
  others: { level: string; result: string }[]
  /** Milliseconds of the very first compilation, before anything was warm. */
  first: number
}

/** One image of many. */
export interface Frame {
  pixels: Uint8ClampedArray<ArrayBuffer>
  /** Milliseconds that it took. */
  took: number
  /** Whether the program started with it, from second 0. */
  isFirst: boolean
  /** What the program printed last, if anything. */
  said?: string
}

/** The compiled library goes along to a Worker that follows a stopped one. */
export interface Order<J extends Job = Job> {
  job: J
  compiled: WebAssembly.Module | undefined
}

/** What came of a run. */
export interface Outcome {
  output: ShownOutput
  /** All of the output, where that is more than is shown. */
  whole?: Blob
  /** Why the program stopped before its end. */
  stop?: Stop
  written: Stage
  optimised: Stage
  /** Milliseconds of work: from source to optimised bytes, and running them. */
  compiling: number
  running: number
}

/** A module, drawn. */
export interface ModuleMarkup {
  text: string
  bytes: string
  /** How large it is, in words. */
  size: string
}

export type Answer =
  | { kind: 'loading'; loaded: number; total: number }
  /** All that the job needs is there; `compiled` if that includes Binaryen. */
  | { kind: 'ready'; compiled?: WebAssembly.Module }
  /** How far a long job is, in words. */
  | { kind: 'told'; words: string }
  | { kind: 'done'; came: Came[keyof Came] }
  | { kind: 'failed'; message: string; retry: boolean }
