/**
 * The sandbox, from the page: one frame for all programs, a Worker in it for
 * each run. The library's binary and the Worker's script are fetched here, once,
 * as the sandbox can fetch nothing, and posted to it.
 */
import { fetchBinaryenBytes } from '../../binaryen/browser-bytes.ts'
import type { Recorded } from '../../scripting/scripting.ts'
import { stoppable } from '../stoppable.ts'
import { WorkFailure } from '../trouble.ts'
import { Turns, UNWATCHED } from '../turns.ts'
import type { Watcher } from '../working.ts'
import type {
  FrameOrder,
  FrameWord,
  SandboxAnswer,
  SandboxOrder,
} from './sandbox-messages.ts'
import workerUrl from './sandbox.worker.ts?script'

/** Put here by the build: the file of the frame. */
declare const SANDBOX_FRAME: string

/** Milliseconds that a program may take. */
const LIMIT = 10_000
/** Milliseconds after its load in which a frame that is the right one speaks. */
const PATIENCE = 3000

let bytes: SandboxOrder['bytes'] | undefined
let script: string | undefined
let frame: Promise<HTMLIFrameElement> | undefined
const turns = new Turns()

/**
 * Runs a program to its end; a second one ends the first.
 *
 * @param tell hears each thing as it happens
 * @throws {WorkFailure} with what happened and what to do
 * @throws {LoadError} where the library could not be fetched
 * @throws {DOMException} an `AbortError` when stopped by the signal
 */
export async function runInSandbox(
  text: string,
  watcher: Watcher,
  tell: (recorded: Recorded) => void,
): Promise<void> {
  const { signal, onReady } = watcher
  await turns.take(watcher, prepare)
  const { contentWindow } = await stoppable(frame!, signal)
  const { port1: port, port2 } = new MessageChannel()
  const done = new AbortController()
  const post = (order: FrameOrder | null, ports: MessagePort[] = []) =>
    contentWindow!.postMessage(order, '*', ports)
  let timer = 0
  try {
    await new Promise<void>((resolve, reject) => {
      const hear = ({ data }: MessageEvent<SandboxAnswer>) => {
        if (data.kind === 'recorded') tell(data.recorded)
        else if (data.kind === 'ended') resolve()
        else if (data.kind === 'failed')
          reject(new WorkFailure(data.message, true))
        else {
          onReady()
          timer = window.setTimeout(() => reject(tooLong()), LIMIT)
        }
      }
      const options = { signal: done.signal }
      port.addEventListener('message', hear, options)
      port.start()
      signal.addEventListener('abort', () => reject(signal.reason), options)
      hearFrame(contentWindow!, options, (word) => {
        if (word === 'worker-lost') reject(lost())
      })
      post({ script: script!, order: { text, bytes: bytes! } }, [port2])
    })
  } finally {
    clearTimeout(timer)
    done.abort()
    port.close()
    post(null)
  }
}

/** Has all that programs need ready before one is run. */
export function prepareSandbox(): void {
  void turns.take(UNWATCHED, prepare).catch(() => {})
}

/** Fetches what is not there yet, and opens the frame. */
async function prepare({ signal, onProgress }: Watcher): Promise<void> {
  bytes ??= await fetchBinaryenBytes({
    signal,
    onProgress: ({ loaded, total }) => onProgress(loaded, total, 'Binaryen'),
  })
  script ??= await fetchScript(signal)
  await (frame ??= openFrame())
}

async function fetchScript(signal: AbortSignal): Promise<string> {
  const response = await fetch(new URL(workerUrl, import.meta.url), {
    signal,
  }).catch(() => undefined)
  signal.throwIfAborted()
  if (response?.ok) return response.text()
  throw new WorkFailure(
    'The library’s script could not be loaded. Check the connection, and try again.',
    true,
  )
}

/** A frame that is not there is asked for again by the next run. */
function openFrame(): Promise<HTMLIFrameElement> {
  const element = document.createElement('iframe')
  element.setAttribute('sandbox', 'allow-scripts')
  element.src = new URL(`../sandbox/${SANDBOX_FRAME}`, import.meta.url).href
  element.title = 'Where programs of this page run'
  element.hidden = true
  const done = new AbortController()
  const opened = new Promise<HTMLIFrameElement>((resolve, reject) => {
    document.body.append(element)
    const options = { signal: done.signal }
    hearFrame(element.contentWindow!, options, (word) => {
      if (word === 'frame-ready') resolve(element)
    })
    element.addEventListener(
      'load',
      () => setTimeout(() => reject(noFrame()), PATIENCE),
      options,
    )
  })
  return opened
    .catch((error: unknown) => {
      element.remove()
      frame = undefined
      throw error
    })
    .finally(() => done.abort())
}

function hearFrame(
  from: Window,
  options: { signal: AbortSignal },
  hear: (word: FrameWord) => void,
): void {
  const heard = ({ source, data }: MessageEvent<FrameWord>) => {
    if (source === from) hear(data)
  }
  addEventListener('message', heard, options)
}

function tooLong(): WorkFailure {
  return new WorkFailure(
    `Stopped after ${LIMIT / 1000} seconds: the program took too long. Change it, and run it again.`,
    false,
  )
}

function lost(): WorkFailure {
  return new WorkFailure(
    'The program took its Worker down. Nothing you typed is lost; run it again to start another one.',
    true,
  )
}

function noFrame(): WorkFailure {
  return new WorkFailure(
    'The frame that programs run in could not be loaded. Check the connection, and try again.',
    true,
  )
}
