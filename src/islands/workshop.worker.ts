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
  compile,
  evidenceOf,
  gather,
  judge,
  LEVELS,
  needsCompiler,
  parseCheck,
  RUNNERS,
  type Host,
  type Stop,
  type Verdict,
} from '../examplescript/examplescript.ts'
import { bytesMarkup } from '../figures/bytes.ts'
import { textMarkup } from '../figures/text.ts'
import {
  firstFunction,
  timePasses,
  isPrintable,
  traceFunction,
  tracePasses,
  type FunctionTexts,
  type Input,
} from '../passes/passes.ts'
import { levelText } from '../prices/prices.ts'
import {
  DrawingError,
  explainer,
  moduleStages,
  openDrawing,
  recordRun,
  tracing,
  type Drawing,
  type Recording,
} from '../stages/stages.ts'
import { instantiate } from './instantiate.ts'
import type {
  Answer,
  Came,
  Frame,
  Job,
  ModuleMarkup,
  Order,
  Outcome,
  Passes,
  PassInput,
  RivalJob,
} from './messages.ts'
import { measureLevels } from './workshop-levels.ts'

let binaryen: Promise<Binaryen> | undefined

addEventListener(
  'message',
  async ({ data }: MessageEvent<Order<WorkshopJob>>) => {
    const { job, compiled } = data
    const open = () => (binaryen ??= start(compiled))
    try {
      answer({ kind: 'done', came: await work(job, open) })
    } catch (error) {
      binaryen = undefined
      const { message } = error as Error
      answer({ kind: 'failed', message, retry: error instanceof LoadError })
    }
  },
)

async function start(kept: WebAssembly.Module | undefined): Promise<Binaryen> {
  const compiled =
    kept ??
    (await fetchBinaryen({
      onProgress: (progress) => answer({ kind: 'loading', ...progress }),
    }))
  answer({ kind: 'ready', compiled })
  return startBinaryenHere(compiled)
}

/** The two compilers have a Worker of their own. */
type WorkshopJob = Exclude<Job, RivalJob>

type Opener = () => Promise<Binaryen>

function work(job: WorkshopJob, open: Opener): Promise<Came[keyof Came]> {
  switch (job.kind) {
    case 'prepare':
      return open().then(() => null)
    case 'run':
      return run(job, open)
    case 'check':
      return check(job, open)
    case 'module':
      return drawModule(job, open)
    case 'record':
      return record(job, open)
    case 'frame':
      return drawFrame(job, open)
    case 'passes':
      return runPasses(job, open)
    case 'function':
      return showFunction(job, open)
    case 'levels':
      return priceLevels(job, open)
    case 'texts':
      return readLevels(job, open)
  }
}

/** Milliseconds for measuring each pass again and again. */
const PATIENCE = 400
/** Milliseconds between two words on how far a long job is. */
const TELLING = 300

async function runPasses(
  { input, recipe, of }: Extract<Job, { kind: 'passes' }>,
  open: Opener,
): Promise<Passes> {
  const library = await open()
  const module = moduleOf(input, library)
  const tell = telling()
  const trace = tracePasses(library, module, recipe, ({ pass, size }) => {
    tell(`After ${pass}: ${size.toLocaleString('en')} bytes …`)
  })
  const { functions } = trace
  const shown = functions.includes(of) ? of : firstFunction(functions)
  const texts = isPrintable(trace)
    ? traceFunction(library, module, recipe, shown)
    : []
  answer({ kind: 'told', words: 'Measuring …' })
  const times = timePasses(library, module, recipe, PATIENCE, clock)
  return { trace, times, of: shown, texts }
}

/** Milliseconds. */
function clock(): number {
  return performance.now()
}

async function showFunction(
  { input, recipe, of }: Extract<Job, { kind: 'function' }>,
  open: Opener,
): Promise<FunctionTexts> {
  const library = await open()
  return traceFunction(library, moduleOf(input, library), recipe, of)
}

async function priceLevels(
  job: Extract<Job, { kind: 'levels' }>,
  open: Opener,
): Promise<Came['levels']> {
  const library = await open()
  return measureLevels(job, library, telling())
}

async function readLevels(
  { source, levels }: Extract<Job, { kind: 'texts' }>,
  open: Opener,
): Promise<string[]> {
  const library = await open()
  return levels.map((level) => levelText(level, source, library))
}

/**
 * @returns what tells how far a long job is, and not more often than one reads;
 *   another kind of work, by its first word, is told at once, as it may not end
 */
function telling(): (words: string) => void {
  let told = Number.NEGATIVE_INFINITY
  let kind = ''
  return (words) => {
    const [first = ''] = words.split(' ', 1)
    if (first === kind && performance.now() - told < TELLING) return
    kind = first
    told = performance.now()
    answer({ kind: 'told', words })
  }
}

/** The page has looked for problems: a program that comes here compiles. */
function moduleOf(input: PassInput, library: Binaryen): Input {
  if (input.kind !== 'program') return input
  const options = { level: LEVELS.get('-O0')!, isNamed: true }
  const compiled = compile(input.text, library, options)
  const { bytes } = compiled as { bytes: Uint8Array }
  return { kind: 'binary', bytes }
}

async function drawModule(
  { source, level }: Extract<Job, { kind: 'module' }>,
  open: Opener,
): Promise<ModuleMarkup> {
  const { folded, flat, bytes, rows } = moduleStages(
    source,
    await open(),
    level,
  )!
  return {
    text: textMarkup(folded, flat),
    bytes: bytesMarkup(bytes, rows),
    size: `${bytes.length.toLocaleString('en')} bytes`,
  }
}

async function record(
  { source }: Extract<Job, { kind: 'record' }>,
  open: Opener,
): Promise<Recording> {
  return recordRun(source, await open(), instantiate)
}

async function run(
  { language, source }: Extract<Job, { kind: 'run' }>,
  open: Opener,
): Promise<Outcome> {
  const library = await open()
  const started = performance.now()
  const runner = RUNNERS[language]
  const { written, optimised } = runner.stages(source, library)
  const compiled = performance.now()
  let ended = 0
  const { explain } = hostOf(source, library)
  const explainLater = (thrown: unknown) => {
    ended = performance.now()
    return explain(thrown)
  }
  const host = { instantiate, explain: explainLater }
  const { shown, pieces, stop } = tracing(() =>
    runner.run(source, optimised.bytes, host),
  )
  ended ||= performance.now()
  return {
    output: shown,
    // The page gets a name for it, and not the text itself.
    ...(shown.isCut && { whole: new Blob([...pieces], TEXT) }),
    ...(stop && { stop }),
    written,
    optimised,
    compiling: compiled - started,
    running: ended - compiled,
  }
}

const TEXT = { type: 'text/plain;charset=utf-8' }

/** Programs that draw, by their numbers: each keeps its memory. */
const drawings = new Map<number, Drawing>()
/** Of more, the oldest is forgotten. */
const MOST_DRAWINGS = 8

/** Draws a frame; a drawing that is not there starts with it. */
async function drawFrame(
  { source, drawing: number, seconds, size }: Extract<Job, { kind: 'frame' }>,
  open: Opener,
): Promise<Frame | Stop> {
  const library = await open()
  try {
    return tracing(() => {
      const isFirst = !drawings.has(number)
      if (isFirst) {
        const { optimised } = RUNNERS.examplescript.stages(source, library)
        keep(number, openDrawing(optimised.bytes, size, instantiate))
      }
      const drawing = drawings.get(number)!
      const started = performance.now()
      const pixels = drawing.frame(isFirst ? 0 : seconds)
      const took = performance.now() - started
      const { said } = drawing
      return { pixels, took, isFirst, ...(said !== undefined && { said }) }
    })
  } catch (thrown) {
    drawings.delete(number)
    if (thrown instanceof DrawingError) {
      return { message: thrown.message, calls: [] }
    }
    return explainer(source, library)(thrown)
  }
}

function keep(number: number, drawing: Drawing): void {
  drawings.set(number, drawing)
  const [oldest] = drawings.keys()
  if (drawings.size > MOST_DRAWINGS) drawings.delete(oldest!)
}

/** Judges a program; Binaryen comes only if a check needs it. */
async function check(
  { language, source, checks }: Extract<Job, { kind: 'check' }>,
  open: Opener,
): Promise<Verdict[]> {
  const parsed = checks.map(parseCheck)
  let evidence = evidenceOf(language, source, parsed)
  if (!needsCompiler(parsed, evidence)) answer({ kind: 'ready' })
  else {
    const library = await open()
    const host = (text: string) => hostOf(text, library)
    evidence = tracing(() => gather(language, evidence, parsed, library, host))
  }
  return tracing(() => parsed.map((one) => judge(one, evidence)))
}

function hostOf(source: string, library: Binaryen): Host {
  return { instantiate, explain: explainer(source, library) }
}

function answer(message: Answer): void {
  postMessage(message)
}
