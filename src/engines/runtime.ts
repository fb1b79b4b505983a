/**
 * How llama.cpp gets to where it runs: a page and Node differ here, and in
 * nothing else.
 */
import type { Progress } from './engine.ts'

export interface Runtime {
  /**
   * Fetches and compiles what is not there yet, with progress of phase `engine`.
   * @throws {EngineError}; the signal's reason where it was stopped
   */
  load(
    hear: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Library>
  /** @throws {EngineError}; the signal's reason where it was stopped */
  fetchModel(
    url: URL,
    bytes: number,
    hear: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Blob>
  /** In bytes: a larger file is refused. */
  memory: number
}

/** The package, whose Worker is ours. */
export type Library = typeof import('virtual:wllama-client')
