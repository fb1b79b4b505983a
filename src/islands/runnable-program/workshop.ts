/**
 * The page's side of running: one Worker for all programs of a page. To stop a
 * run the Worker is ended; the next one gets the compiled library from this
 * side, so that nothing is loaded twice.
 */
import type { Answer, Order, Outcome } from './messages.ts'
import workerUrl from './run.worker.ts?worker'

/** Milliseconds that a program may take, compiling included. */
const LIMIT = 10_000

/** Why a run gave no outcome, in a sentence for the reader. */
export class RunFailure extends Error {
  /** Whether the same run may well work on another try. */
  readonly retry: boolean

  constructor(message: string, retry: boolean) {
    super(message)
    this.retry = retry
  }
}

interface Watcher {
  signal: AbortSignal
  onProgress: (loaded: number, total: number) => void
  onReady: () => void
}

let worker: Worker | undefined
let compiled: WebAssembly.Module | undefined
let queue: Promise<unknown> = Promise.resolve()

/**
 * Compiles and runs a program; runs of one page go one after the other.
 * @throws {RunFailure} with what happened and what to do
 * @throws {DOMException} an `AbortError` when stopped by the signal
 */
export function runProgram(source: string, watcher: Watcher): Promise<Outcome> {
  const turn = queue.then(() => runNow(source, watcher))
  queue = turn.catch(() => {})
  return Promise.race([turn, aborted(watcher.signal)])
}

/** Rejects when the signal says so, for one that still waits for its turn. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

function runNow(source: string, watcher: Watcher): Promise<Outcome> {
  const { signal } = watcher
  const done = new AbortController()
  let timer = 0
  let answered = false
  return new Promise<Outcome>((resolve, reject) => {
    signal.throwIfAborted()
    worker ??= openWorker()
    const fail = (error: Error) => {
      endWorker()
      reject(error)
    }
    const hear = ({ data }: MessageEvent<Answer>) => {
      answered = true
      if (data.kind === 'loading') watcher.onProgress(data.loaded, data.total)
      else if (data.kind === 'ready') compiled = data.compiled
      else if (data.kind === 'done') resolve(data.outcome)
      else fail(new RunFailure(data.message, data.retry))
      if (data.kind !== 'ready') return
      watcher.onReady()
      timer = window.setTimeout(() => fail(tooLong()), LIMIT)
    }
    const options = { signal: done.signal }
    worker.addEventListener('message', hear, options)
    worker.addEventListener('error', () => fail(lost(answered)), options)
    signal.addEventListener('abort', () => fail(signal.reason), options)
    worker.postMessage({ source, compiled } satisfies Order)
    if (compiled) timer = window.setTimeout(() => fail(tooLong()), LIMIT)
  }).finally(() => {
    clearTimeout(timer)
    done.abort()
  })
}

function openWorker(): Worker {
  return new Worker(new URL(workerUrl, import.meta.url), { type: 'module' })
}

function endWorker(): void {
  worker?.terminate()
  worker = undefined
}

function tooLong(): RunFailure {
  return new RunFailure(
    `Stopped after ${LIMIT / 1000} seconds: the program took too long. Change it, and run it again.`,
    false,
  )
}

function lost(answered: boolean): RunFailure {
  return answered
    ? new RunFailure(
        'The compiler crashed. Nothing you typed is lost; run it again to start a new one.',
        true,
      )
    : new RunFailure(
        'The compiler’s script could not be loaded. Check the connection, and try again.',
        true,
      )
}
