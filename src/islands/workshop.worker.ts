/**
 * The Worker: compiles programs with Binaryen, runs them, and judges them by
 * checks. It answers with data; whoever asked draws it.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import {
  fetchBinaryen,
  LoadError,
  startBinaryenHere,
} from '../binaryen/browser.ts'
import {
  compileTalk,
  evidenceOf,
  judge,
  needsRun,
  parseCheck,
  parseTalk,
  runTalk,
  talkRun,
  type TalkExports,
  type Verdict,
} from '../examplescript/examplescript.ts'
import type { Answer, Job, Order, Outcome } from './messages.ts'

let binaryen: Promise<Binaryen> | undefined

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const { job, compiled } = data
  const open = () => (binaryen ??= start(compiled))
  try {
    const came = await (job.kind === 'run'
      ? run(job.source, open)
      : check(job, open))
    answer({ kind: 'done', came })
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

type Opener = () => Promise<Binaryen>

async function run(source: string, open: Opener): Promise<Outcome> {
  const library = await open()
  const started = performance.now()
  const { calls } = parseTalk(source)
  const { written, optimised } = compileTalk(calls, library)
  const compiled = performance.now()
  const lines = runTalk(calls, exportsOf(optimised.bytes))
  return {
    lines,
    written,
    optimised,
    compiling: compiled - started,
    running: performance.now() - compiled,
  }
}

/** Judges a program; Binaryen comes only if a check needs the program to run. */
async function check(
  { language, source, checks }: Extract<Job, { kind: 'check' }>,
  open: Opener,
): Promise<Verdict[]> {
  const parsed = checks.map(parseCheck)
  const isTalk = language === 'examplescript-talk'
  const evidence = evidenceOf(
    isTalk ? 'examplescript-talk' : 'examplescript',
    source,
  )
  const runs = isTalk && parsed.some(needsRun) && !evidence.problems.length
  if (!runs) answer({ kind: 'ready' })
  else {
    const { calls } = parseTalk(source)
    const { optimised } = compileTalk(calls, await open())
    evidence.run = talkRun(calls, exportsOf(optimised.bytes))
  }
  return parsed.map((one) => judge(one, evidence))
}

function exportsOf(bytes: Uint8Array): TalkExports {
  const module = new WebAssembly.Module(bytes as BufferSource)
  return new WebAssembly.Instance(module).exports as TalkExports
}

function answer(message: Answer): void {
  postMessage(message)
}
