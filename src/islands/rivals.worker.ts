/**
 * The Worker of two compilers, ours and AssemblyScript's. It is one of its own,
 * and not the page's: AssemblyScript's compiler is larger than all scripts of a
 * page together, and whoever compares no compilers never loads it. Both are in
 * one Worker, so that they are measured on one engine, in turns; each has an
 * instance of Binaryen, from one binary.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import {
  fetchBinaryen,
  LoadError,
  startBinaryenHere,
} from '../binaryen/browser.ts'
import { lendLibrary } from '../rival/lent.ts'
import { compare, measureBoth, type Compared } from '../rival/rival.ts'
import { instantiate } from './instantiate.ts'
import type { Answer, Order, RivalJob } from './messages.ts'

let binaryen: Promise<Binaryen> | undefined

addEventListener('message', async ({ data }: MessageEvent<Order<RivalJob>>) => {
  const { job, compiled } = data
  try {
    binaryen ??= start(compiled)
    answer({ kind: 'done', came: await measured(job, await binaryen) })
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
  const { library } = await startBinaryenHere(compiled)
  lendLibrary(library)
  return startBinaryenHere(compiled)
}

async function measured(
  { source, work, choice }: RivalJob,
  library: Binaryen,
): Promise<Compared> {
  tell('Compiling with both …')
  const compared = await compare(source, work, choice, library, instantiate)
  await measureBoth(source, work, choice, compared, {
    binaryen: library,
    instantiate,
    now: clock,
    tell,
  })
  return compared
}

function tell(words: string): void {
  answer({ kind: 'told', words })
}

function clock(): number {
  return performance.now()
}

function answer(message: Answer): void {
  postMessage(message)
}
