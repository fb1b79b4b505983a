/**
 * The page's side of running and checking: one Worker for all programs of a
 * page, and one for comparing compilers. To stop a job its Worker is ended; the
 * next one gets the compiled library from this side, so that nothing is loaded
 * twice.
 */
import { fetchRivals, rivalsUrl } from './fetch-rivals.ts'
import type { Answer, Came, Job, Order } from './messages.ts'
import { WorkFailure } from './trouble.ts'
import { Turns, UNWATCHED } from './turns.ts'
import type { Watcher } from './working.ts'
import workerUrl from './workshop.worker.ts?worker'

/** Milliseconds that a program may take, compiling included. */
const LIMIT = 10_000

/** What is measured, or brought by the reader, takes its time, or until Stop. */
const UNLIMITED = new Set<Job['kind']>([
  'passes',
  'function',
  'levels',
  'rivals',
])

/** Those that are there, by the addresses of their scripts. */
const workers = new Map<string, Worker>()
let compiled: WebAssembly.Module | undefined
const turns = new Turns()

type Words<K extends Job['kind']> = Omit<Extract<Job, { kind: K }>, 'kind'>

/**
 * Has the Worker do a job; those of one page are done one after the other.
 *
 * @throws {WorkFailure} with what happened and what to do
 * @throws {DOMException} an `AbortError` when stopped by the signal
 */
export function work<K extends Job['kind']>(
  kind: K,
  words: Words<K>,
  watcher: Watcher,
): Promise<Came[K]> {
  const job = { kind, ...words } as unknown as Job
  return turns.take(watcher, (heard) => workNow(job, heard)) as Promise<Came[K]>
}

/** Has Binaryen ready before anybody asks for a job. */
export function prepareWork(): void {
  void work('prepare', {}, UNWATCHED).catch(() => {})
}

/** Has the two compilers ready before anybody compares: both need Binaryen. */
export function prepareRivals(): void {
  prepareWork()
  void turns.take(UNWATCHED, openRivals).catch(() => {})
}

async function openRivals(watcher: Watcher): Promise<void> {
  if (workers.has(rivalsUrl)) return
  await fetchRivals(watcher)
  openWorker(rivalsUrl)
}

async function workNow(job: Job, watcher: Watcher): Promise<unknown> {
  const { signal } = watcher
  const isRivals = job.kind === 'rivals'
  const url = isRivals ? rivalsUrl : workerUrl
  if (isRivals) await openRivals(watcher)
  const done = new AbortController()
  let timer = 0
  let answered = false
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = workers.get(url) ?? openWorker(url)
    const fail = (error: Error) => {
      endWorker(url)
      reject(error)
    }
    const limit = () => {
      clearTimeout(timer)
      if (UNLIMITED.has(job.kind)) return
      timer = window.setTimeout(() => fail(tooLong()), LIMIT)
    }
    const hear = ({ data }: MessageEvent<Answer>) => {
      answered = true
      if (data.kind === 'loading')
        watcher.onProgress(data.loaded, data.total, 'Binaryen')
      else if (data.kind === 'ready') compiled = data.compiled ?? compiled
      else if (data.kind === 'told') watcher.onTold?.(data.words)
      else if (data.kind === 'done') resolve(data.came)
      else fail(new WorkFailure(data.message, data.retry))
      if (data.kind !== 'ready') return
      watcher.onReady()
      limit()
    }
    const options = { signal: done.signal }
    worker.addEventListener('message', hear, options)
    worker.addEventListener('error', () => fail(lost(answered)), options)
    signal.addEventListener('abort', () => fail(signal.reason), options)
    worker.postMessage({ job, compiled } satisfies Order)
    if (compiled) limit()
  }).finally(() => {
    clearTimeout(timer)
    done.abort()
  })
}

function openWorker(url: string): Worker {
  const worker = new Worker(new URL(url, import.meta.url), { type: 'module' })
  workers.set(url, worker)
  return worker
}

function endWorker(url: string): void {
  workers.get(url)?.terminate()
  workers.delete(url)
}

function tooLong(): WorkFailure {
  return new WorkFailure(
    `Stopped after ${LIMIT / 1000} seconds: the program took too long. Change it, and run it again.`,
    false,
  )
}

function lost(answered: boolean): WorkFailure {
  return answered
    ? new WorkFailure(
        'The compiler crashed. Nothing you typed is lost; run it again to start a new one.',
        true,
      )
    : new WorkFailure(
        'The compiler’s script could not be loaded. Check the connection, and try again.',
        true,
      )
}
