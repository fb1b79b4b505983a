/** What the page and the Worker that compiles, runs and checks say to each other. */
import type {
  LanguageName,
  OutputLine,
  Stage,
  Verdict,
} from '../examplescript/examplescript.ts'

/** What the Worker is asked to do, and what comes of each. */
export type Job =
  | { kind: 'run'; language: LanguageName; source: string }
  | {
      kind: 'check'
      language: LanguageName
      source: string
      checks: string[]
    }

/** The compiled library goes along to a Worker that follows a stopped one. */
export interface Order {
  job: Job
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
  /** All that the job needs is there; `compiled` if that includes Binaryen. */
  | { kind: 'ready'; compiled?: WebAssembly.Module }
  | { kind: 'done'; came: Outcome | Verdict[] }
  | { kind: 'failed'; message: string; retry: boolean }
