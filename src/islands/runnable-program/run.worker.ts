/**
 * Compiles and runs readers' programs, away from the page: the page stays
 * alive whatever a program does, and ends this Worker to stop it.
 */
import type { Binaryen } from '../../binaryen/binaryen.ts'
import {
  fetchBinaryen,
  LoadError,
  startBinaryenHere,
} from '../../binaryen/browser.ts'
import {
  compileTalk,
  parseTalk,
  runTalk,
  type TalkExports,
} from '../../examplescript/examplescript.ts'
import type { Answer, Order, Outcome } from './messages.ts'

let binaryen: Promise<Binaryen> | undefined

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  try {
    binaryen ??= start(data.compiled)
    answer({ kind: 'done', outcome: run(data.source, await binaryen) })
  } catch (error) {
    binaryen = undefined
    const { message } = error as Error
    answer({ kind: 'failed', message, retry: error instanceof LoadError })
  }
})

async function start(kept: WebAssembly.Module | undefined): Promise<Binaryen> {
  const compiled =
    kept ??
    (await fetchBinaryen({
      onProgress: (progress) => answer({ kind: 'loading', ...progress }),
    }))
  answer({ kind: 'ready', compiled })
  return startBinaryenHere(compiled)
}

function run(source: string, library: Binaryen): Outcome {
  const started = performance.now()
  const { calls } = parseTalk(source)
  const { written, optimised } = compileTalk(calls, library)
  const compiled = performance.now()
  const module = new WebAssembly.Module(optimised.bytes as BufferSource)
  const { exports } = new WebAssembly.Instance(module)
  const lines = runTalk(calls, exports as TalkExports)
  return {
    lines,
    written,
    optimised,
    compiling: compiled - started,
    running: performance.now() - compiled,
  }
}

function answer(message: Answer): void {
  postMessage(message)
}
