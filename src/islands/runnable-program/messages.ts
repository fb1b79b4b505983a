/** What the page and the Worker that compiles and runs say to each other. */
import type { OutputLine, Stage } from '../../examplescript/examplescript.ts'

/** The compiled library goes along to a Worker that follows a stopped one. */
export interface Order {
  source: string
  compiled: WebAssembly.Module | undefined
}

/** What came of a run. */
export interface Outcome {
  lines: OutputLine[]
  written: Stage
  optimised: Stage
  /** Milliseconds of work: from source to optimised bytes, and running them. */
  compiling: number
  running: number
}

export type Answer =
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'ready'; compiled: WebAssembly.Module }
  | { kind: 'done'; outcome: Outcome }
  | { kind: 'failed'; message: string; retry: boolean }
