/**
 * llama.cpp in a page, by wllama. Importing this is cheap: the library and its
 * binary come when a model is loaded, once in a page.
 */
import { compat, plain } from 'virtual:wllama-files'
import { fetchBytes, fetchWasm, LoadError } from '../fetching.ts'
import {
  EngineError,
  type Engine,
  type Model,
  type Progress,
} from './engine.ts'
import { Llama } from './llama.ts'
import type { Library, Runtime } from './runtime.ts'

const GGUF = { name: 'a GGUF file', start: 'GGUF' }
const GIB = 2 ** 30

/** An engine for this model, with nothing loaded. */
export function wllama(model: Model): Engine {
  return new Llama(model, runtime)
}

const runtime: Runtime = {
  memory: memory(),
  async load(hear, signal) {
    compiled ??= await compile(hear, signal)
    const library = await client()
    library.workers.start = start
    return library
  },
  async fetchModel(url, bytes, hear, signal) {
    const onProgress = heardAs('model', hear)
    const what = 'the model'
    const options = { signal, onProgress, what, kind: GGUF }
    return new Blob([await inWords(fetchBytes(url, bytes, options))])
  },
}

let compiled: WebAssembly.Module | null = null

function files() {
  return needsCompat() ? compat : plain
}

function compile(
  hear: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<WebAssembly.Module> {
  const { wasm, bytes } = files()
  const onProgress = heardAs('engine', hear)
  const options = { signal, onProgress, what: 'the engine' }
  return inWords(fetchWasm(new URL(wasm, import.meta.url), bytes, options))
}

async function client(): Promise<Library> {
  try {
    return await import('virtual:wllama-client')
  } catch (cause) {
    throw new EngineError(
      'The engine’s script could not be loaded. Check the connection and ' +
        'reload the page.',
      { cause },
    )
  }
}

function start(): Worker {
  const worker = new Worker(new URL(files().worker, import.meta.url), {
    type: 'module',
  })
  worker.postMessage(compiled)
  return worker
}

/** As the package decides it, which asks the same of each browser. */
function needsCompat(): boolean {
  return !navigator.userAgent.includes('Firefox/') && !(suspends() && is64())
}

function suspends(): boolean {
  return 'Suspending' in WebAssembly
}

function is64(): boolean {
  const wide = { address: 'i64', initial: 1n }
  try {
    return !!new WebAssembly.Memory(
      wide as unknown as WebAssembly.MemoryDescriptor,
    )
  } catch {
    return false
  }
}

/** What a model may have, in bytes: browsers say no more than eight GiB. */
function memory(): number {
  const device = (navigator as { deviceMemory?: number }).deviceMemory ?? 8
  const whole = device < 8 ? device * GIB : 12 * GIB
  return Math.min(whole * 0.75, needsCompat() ? 3 * GIB : Infinity)
}

function heardAs(
  phase: Progress['phase'],
  hear: (progress: Progress) => void,
): (progress: { loaded: number; total: number }) => void {
  return (progress) => hear({ phase, ...progress })
}

async function inWords<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    if (error instanceof LoadError)
      throw new EngineError(error.message, { cause: error })
    throw error
  }
}
