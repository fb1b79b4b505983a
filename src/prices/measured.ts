/**
 * What each level costs and gives, measured: the time to compile a program, and
 * the time that its work takes, both warm and in turns.
 *
 * 1. Each level compiles the program, and its module does the work once: all
 *    have to give the same.
 * 2. Then the engine gets time to optimise what runs, before anything counts.
 * 3. The modules work in turns, and then the levels compile in turns.
 */
import {
  shownNumber,
  startWork,
  type Instantiate,
  type Stop,
  type Work,
  type Workbench,
} from '../examplescript/examplescript.ts'
import { measureInTurns, warmUp, type Spread } from '../measuring/measuring.ts'
import { bytesAt, levelModules, type LevelModule } from './sizes.ts'

/** What measuring takes from whoever measures. */
export interface Instruments {
  instantiate: Instantiate
  /** Why a level's module stopped, by what came out of it. */
  explain(thrown: unknown, level: string): Stop
  /** Milliseconds since some moment. */
  now(): number
  /** How far it is, in words. */
  tell(words: string): void
}

export interface Prices {
  modules: LevelModule[]
  /** What the first level's work gave, in words; '' for nothing. */
  result: string
  /** Levels whose work gave something else, which none may. */
  others: { level: string; result: string }[]
  /** Of each level, in their order. */
  times: { compile: Spread; run: Spread }[]
  /** Milliseconds of the very first compilation, at the first level. */
  first: number
}

/** Prices, or why the work of a level came to no end. */
export type Priced = Prices | { level: string; stop: Stop }

/** For each of the two measurements, in milliseconds. */
const PATIENCE = 2000
const RUNS = 15

/** @param source a program without problems, that exports the work */
export function priceLevels(
  source: string,
  work: Work,
  binaryen: Workbench,
  instruments: Instruments,
): Priced {
  const { now, tell } = instruments
  tell('Compiling at each level …')
  const started = now()
  bytesAt('-O0', source, binaryen)
  const first = now() - started
  const modules = levelModules(source, binaryen)
  const worked = workOf(source, work, modules, instruments)
  if ('stop' in worked) return worked
  const { results, runs } = worked
  const compiles = measure(
    'Compiling',
    modules.map(({ level }) => () => {
      bytesAt(level, source, binaryen)
    }),
    instruments,
  )
  const [result] = results
  return {
    modules,
    result: result!,
    others: modules
      .map(({ level }, index) => ({ level, result: results[index]! }))
      .filter((one) => one.result !== result),
    times: modules.map((_, index) => ({
      compile: compiles[index]!,
      run: runs[index]!,
    })),
    first,
  }
}

/** Has each module do the work, for what it gives, and for how long it takes. */
function workOf(
  source: string,
  work: Work,
  modules: readonly LevelModule[],
  instruments: Instruments,
): { results: string[]; runs: Spread[] } | Extract<Priced, { stop: Stop }> {
  const { instantiate, explain, tell } = instruments
  let at = ''
  try {
    const calls = modules.map(({ level, bytes }) => {
      at = level
      tell(`Running what ${level} made …`)
      const call = startWork(source, bytes, work, instantiate)
      return { level, call, result: wordsOf(call()) }
    })
    const acts = calls.map(({ level, call }) => () => {
      at = level
      call()
    })
    const results = calls.map(({ result }) => result)
    return { results, runs: measure('Running', acts, instruments) }
  } catch (thrown) {
    return { level: at, stop: explain(thrown, at) }
  }
}

function wordsOf(value: number | bigint | undefined): string {
  return value === undefined ? '' : shownNumber(value)
}

function measure(
  doing: string,
  acts: readonly (() => void)[],
  { now, tell }: Instruments,
): Spread[] {
  tell(`${doing}, to warm up …`)
  warmUp(acts, now)
  return measureInTurns(acts, {
    patience: PATIENCE,
    runs: RUNS,
    now,
    onTurn: (turns) => tell(`${doing} in turns: ${turns} of ${RUNS} …`),
  })
}
