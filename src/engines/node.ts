/**
 * llama.cpp in Node, for the build, for commands and for tests: the package's
 * build for older browsers, in a thread. It says what it says in a page.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker as Thread } from 'node:worker_threads'
import { EngineError, type Engine, type Model } from './engine.ts'
import { Llama } from './llama.ts'
import { packageParts } from './package.ts'
import type { Library, Runtime } from './runtime.ts'

/** An engine for this model, with nothing loaded. Its source is a Blob. */
export function llamaInNode(model: Model): Engine {
  return new Llama(model, runtime)
}

/** A file as a model. */
export async function modelFile(file: string): Promise<Model> {
  const source = new Blob([await readFile(file)])
  return { name: path.basename(file), source, bytes: source.size }
}

let library: Promise<Library> | null = null

const runtime: Runtime = {
  memory: 3 * 2 ** 30,
  load: () => (library ??= prepare()),
  fetchModel(url) {
    throw new EngineError(`Nothing is fetched in Node. Read ${url} first.`)
  },
}

async function prepare(): Promise<Library> {
  const { client, node } = await packageParts()
  const [text, binary] = await Promise.all([
    readFile(node.worker, 'utf8'),
    readFile(node.wasm),
  ])
  const compiled = await WebAssembly.compile(new Uint8Array(binary))
  // The address is computed, so that bundlers leave the import alone.
  const loaded = (await import(pathToFileURL(client).href)) as Library
  loaded.workers.start = () =>
    new WorkerOfThread(text, compiled) as unknown as Worker
  return loaded
}

/** A thread of Node's as far as the package knows Workers. */
class WorkerOfThread {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly #thread: Thread

  constructor(text: string, compiled: WebAssembly.Module) {
    this.#thread = new Thread(text, { eval: true, workerData: compiled })
    this.#thread.on('message', (data) => this.onmessage?.({ data }))
    this.#thread.on('error', () => this.onerror?.(new Event('error')))
  }

  postMessage(
    message: unknown,
    { transfer = [] }: { transfer?: ArrayBuffer[] } = {},
  ): void {
    this.#thread.postMessage(message, transfer)
  }

  terminate(): void {
    void this.#thread.terminate()
  }
}
