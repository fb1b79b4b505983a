/** What the page and the Worker of WebLLM say to each other. */
import type { Message, Progress } from './engine.ts'

/** To the Worker. One thing at a time; `stop` ends what is told. */
export type Ask =
  | { kind: 'load'; record: ModelRecord }
  | { kind: 'tell'; wish: ChatWish }
  | { kind: 'stop' }

/** What WebLLM knows of a model, under its own names. */
export interface ModelRecord {
  model: string
  model_id: string
  model_lib: string
  /** 1 makes vectors, 2 reads pictures too. */
  model_type?: number
  model_manifest?: string
  overrides: Readonly<Record<string, unknown>>
}

/** A wish, as it can be posted. */
export interface ChatWish {
  prompt: string | readonly Message[]
  maxTokens: number
  temperature: number
  topP: number
  seed: number
  grammar?: string
  schema?: string
}

/** From the Worker. */
export type Said =
  | ({ kind: 'progress' } & Progress)
  | { kind: 'loaded' }
  | { kind: 'piece'; text: string }
  /** All is told; whether the model closed the text, or had to stop at `maxTokens`. */
  | { kind: 'told'; isWhole: boolean }
  /** WebLLM's own words, or what kept a file from coming. */
  | { kind: 'failed'; name: string; message: string; file?: FileFailure }
  /** The graphics card is gone, whatever it was at; `destroyed` is by WebLLM itself, for want of memory. */
  | { kind: 'lost'; reason: string; message: string }

export interface FileFailure {
  url: string
  why:
    | 'refused' // answered with a status that is no file
    | 'unreachable' // no answer at all
    | 'page' // an HTML page in place of the file
    | 'cut' // the connection ended before the file did
    | 'size' // it is of another size than the model's list says
  status: number
  loaded: number
}
