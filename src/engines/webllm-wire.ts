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
  /** WebLLM's own words. */
  | { kind: 'failed'; name: string; message: string }
