/**
 * One program, two compilers, one level: what each made of it, or why it did
 * not. Sizes, text and results are exact; times are `measure-both.ts`'s.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import {
  compile,
  hasWork,
  hostImports,
  LEVELS,
  lineStarts,
  positionIn,
  shownNumber,
  startWork,
  type Instantiate,
  type Work,
} from '../examplescript/examplescript.ts'
import { gzipSize, type Spread } from '../measuring/measuring.ts'
import { compileRival, runRival } from './asc.ts'

/** The levels that both have: AssemblyScript ends at -O3. */
export const RIVAL_LEVELS: readonly string[] = [...LEVELS.keys()].filter(
  (level) => level !== '-O4',
)

/** What AssemblyScript brings along to keep objects in memory, from little to much. */
export const RUNTIMES: readonly string[] = ['stub', 'minimal', 'incremental']

/** What both are asked for; the runtime is AssemblyScript's alone. */
export interface RivalChoice {
  level: string
  runtime: string
}

/** What a compiler made of a program. */
export interface Made {
  bytes: Uint8Array<ArrayBuffer>
  /** How many bytes travel: by gzip. */
  packed: number
  /** The module, read back from its bytes: neither compiler's names are in it. */
  text: string
  /** What the work printed and gave; absent where this engine cannot run it. */
  result?: string
  /** Times once warm; absent where nobody measured. */
  compile?: Spread
  run?: Spread
  /** What stopped the work when it was done again and again, to be measured. */
  stopped?: string
}

/** A compiler's module, or its own words on why there is none. */
export type Side = Made | { refusal: string }

export interface Compared {
  ours: Side
  theirs: Side
}

/** Compiles a program with both, and has the work done once by each. */
export async function compare(
  source: string,
  work: Work,
  choice: RivalChoice,
  binaryen: Binaryen,
  instantiate: Instantiate,
): Promise<Compared> {
  const { bytes, messages } = await compileTheirs(source, choice)
  const [ours, theirs] = await Promise.all([
    sideOf(oursOf(source, choice, binaryen), binaryen),
    sideOf(bytes ?? { refusal: messages.trim() }, binaryen),
  ])
  if (hasWork(source, work)) {
    const start = starters(source, work, instantiate)
    if ('bytes' in ours) giveResult(ours, start.ours)
    if ('bytes' in theirs) giveResult(theirs, start.theirs)
  }
  return { ours, theirs }
}

function oursOf(
  source: string,
  { level }: RivalChoice,
  binaryen: Binaryen,
): Uint8Array<ArrayBuffer> | { refusal: string } {
  const compiled = compile(source, binaryen, { level: LEVELS.get(level)! })
  if ('bytes' in compiled) return compiled.bytes
  const starts = lineStarts(source)
  const lines = compiled.problems.map(({ message, hint = '', from }) => {
    const { line } = positionIn(starts, from)
    return `Line ${line}: ${message} ${hint}`.trim()
  })
  return { refusal: lines.join('\n') }
}

/** The same numbers as ours: its own -Os, say, stands for others. */
export function compileTheirs(source: string, { level, runtime }: RivalChoice) {
  const { optimize, shrink } = LEVELS.get(level)!
  const levels = ['--optimizeLevel', optimize, '--shrinkLevel', shrink]
  return compileRival(source, [...levels.map(String), '--runtime', runtime])
}

async function sideOf(
  came: Uint8Array<ArrayBuffer> | { refusal: string },
  binaryen: Binaryen,
): Promise<Side> {
  if ('refusal' in came) return came
  return {
    bytes: came,
    packed: await gzipSize(came),
    text: binaryen.read(came, (module) => module.emitText()),
  }
}

/** Gives the work of a module, as a call. */
type Start = (
  bytes: Uint8Array<ArrayBuffer>,
  print: (line: string) => void,
) => () => number | bigint | undefined

/** How to start a module of each; the program has to be one without problems. */
export function starters(
  source: string,
  work: Work,
  instantiate: Instantiate,
): { ours: Start; theirs: Start } {
  return {
    ours: (bytes, print) =>
      startWork(source, bytes, work, (module) =>
        instantiate(module, (imports) => hostImports(imports, print)),
      ),
    theirs: (bytes, print) =>
      startWork(source, bytes, work, () => runRival(bytes, print)),
  }
}

/** Lines that are kept of what the work prints. */
const MOST_LINES = 20

/** Has the work done once. What stops it is a result, too. */
function giveResult(made: Made, start: Start): void {
  if (!WebAssembly.validate(made.bytes)) return
  const said: string[] = []
  const print = (line: string) => {
    if (said.length < MOST_LINES) said.push(line)
  }
  try {
    const value = start(made.bytes, print)()
    if (value !== undefined) said.push(shownNumber(value))
  } catch (thrown) {
    said.push(`stops: ${(thrown as Error).message}`)
  }
  made.result = said.join(', ')
}
