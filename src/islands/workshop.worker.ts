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
  evidenceOf,
  judge,
  needsRun,
  parseCheck,
  RUNNERS,
  STRING_OPTIONS,
  type Instantiate,
  type Verdict,
} from '../examplescript/examplescript.ts'
import type { Answer, Job, Order, Outcome } from './messages.ts'

let binaryen: Promise<Binaryen> | undefined

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const { job, compiled } = data
  const open = () => (binaryen ??= start(compiled))
  try {
    const came = await (job.kind === 'run' ? run(job, open) : check(job, open))
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

async function run(
  { language, source }: Extract<Job, { kind: 'run' }>,
  open: Opener,
): Promise<Outcome> {
  const library = await open()
  const started = performance.now()
  const runner = RUNNERS[language]
  const { written, optimised } = runner.stages(source, library)
  const compiled = performance.now()
  const { lines } = runner.run(source, optimised.bytes, instantiate)
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
  const evidence = evidenceOf(language, source, parsed)
  const isRun = parsed.some(needsRun) && evidence.problems.length === 0
  if (!isRun) answer({ kind: 'ready' })
  else {
    const runner = RUNNERS[language]
    const { optimised } = runner.stages(source, await open())
    evidence.run = runner.run(source, optimised.bytes, instantiate)
  }
  return parsed.map((one) => judge(one, evidence))
}

const instantiate: Instantiate = (bytes, bring) => {
  // Engines that know strings take them from themselves.
  const Module = WebAssembly.Module as new (
    bytes: BufferSource,
    options: typeof STRING_OPTIONS,
  ) => WebAssembly.Module
  const module = new Module(bytes as BufferSource, STRING_OPTIONS)
  const imports = bring(WebAssembly.Module.imports(module))
  const given = imports as WebAssembly.Imports
  return new WebAssembly.Instance(module, given).exports
}

function answer(message: Answer): void {
  postMessage(message)
}
