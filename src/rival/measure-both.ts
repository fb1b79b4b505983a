/** The times of both compilers, and of what they made, in turns and warm. */
import type { Binaryen } from '../binaryen/binaryen.ts'
import {
  compile,
  hasWork,
  LEVELS,
  type Instantiate,
  type Work,
} from '../examplescript/examplescript.ts'
import {
  measureInTurns,
  measurePromisesInTurns,
  warmUp,
  type Spread,
} from '../measuring/measuring.ts'
import {
  compileTheirs,
  starters,
  type Compared,
  type Made,
  type RivalChoice,
} from './compare.ts'

/** With what is measured. */
export interface Bench {
  binaryen: Binaryen
  instantiate: Instantiate
  /** Milliseconds. */
  now: () => number
  /** Says how far it is. */
  tell: (words: string) => void
}

/** Milliseconds for both together, and runs that are enough. */
const COMPILING = { patience: 3000, runs: 15 }
const RUNNING = { patience: 2000, runs: 25 }

/** Adds times to what `compare` gave, where there is something to measure. */
export async function measureBoth(
  source: string,
  work: Work,
  choice: RivalChoice,
  { ours, theirs }: Compared,
  { binaryen, instantiate, now, tell }: Bench,
): Promise<void> {
  const sides = [ours, theirs].filter((side) => 'bytes' in side)
  const acts = [
    ...('bytes' in ours
      ? [() => compile(source, binaryen, { level: LEVELS.get(choice.level)! })]
      : []),
    ...('bytes' in theirs ? [() => compileTheirs(source, choice)] : []),
  ]
  const telling = (what: string) => (turns: number) =>
    tell(`${what} with both, turn ${turns} …`)
  const compiling = await measurePromisesInTurns(acts, {
    ...COMPILING,
    now,
    onTurn: telling('Compiling'),
  })
  give(sides, 'compile', compiling)
  const start = hasWork(source, work) && starters(source, work, instantiate)
  const runs = sides.every(({ result = 'stops' }) => !result.includes('stops'))
  if (!start || !runs) return
  const calls = [
    ...('bytes' in ours ? [noting(ours, start.ours(ours.bytes, quiet))] : []),
    ...('bytes' in theirs
      ? [noting(theirs, start.theirs(theirs.bytes, quiet))]
      : []),
  ]
  try {
    const onTurn = telling('Running')
    tell('Running with both, to warm up …')
    warmUp(calls, now)
    const running = measureInTurns(calls, { ...RUNNING, now, onTurn })
    give(sides, 'run', running)
  } catch (thrown) {
    if (sides.every(({ stopped }) => stopped === undefined)) throw thrown
  }
}

/** A call of a side, which learns what stops it. */
function noting(side: Made, call: () => unknown): () => void {
  return () => {
    try {
      call()
    } catch (thrown) {
      side.stopped = (thrown as Error).message
      throw thrown
    }
  }
}

function give(
  sides: { compile?: Spread; run?: Spread }[],
  what: 'compile' | 'run',
  spreads: readonly Spread[],
): void {
  for (const [index, side] of sides.entries()) side[what] = spreads[index]!
}

function quiet(): void {}
