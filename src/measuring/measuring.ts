/**
 * Measuring fairly: several acts in turns, each often, and what came of it as a
 * spread. Runs anywhere; the clock is an argument.
 *
 * In turns, because a machine is not the same from one second to the next: what
 * disturbs one act then disturbs its rivals as well.
 */

/** Milliseconds, of so many runs. */
export interface Spread {
  least: number
  median: number
  most: number
  runs: number
}

export interface Patience {
  /** Milliseconds for all acts together; each runs once at least. */
  patience: number
  /** Runs of each that are enough. */
  runs: number
  /** Milliseconds since some moment. */
  now: () => number
  /** Called behind each turn, with how many are done. */
  onTurn?: (turns: number) => void
}

/**
 * Runs each act once unseen, then all of them in turns until patience ends.
 * An act that a clock is too coarse for is run several times at once, so that
 * what is measured takes at least a few of the clock's ticks.
 *
 * @returns the spread of each act
 */
export function measureInTurns(
  acts: readonly (() => unknown)[],
  patience: Patience,
): Spread[] {
  const turns = inTurns(acts, patience)
  for (;;) {
    const step = turns.next()
    if (step.done) return step.value
  }
}

/** The same for acts that may give a promise, and are done when it is kept. */
export async function measurePromisesInTurns(
  acts: readonly (() => unknown)[],
  patience: Patience,
): Promise<Spread[]> {
  const turns = inTurns(acts, patience)
  for (;;) {
    const step = turns.next()
    if (step.done) return step.value
    await step.value
  }
}

/** Promises that acts give come out, and time goes on once they are kept. */
type Turns<T> = Generator<Promise<unknown>, T>

function* inTurns(
  acts: readonly (() => unknown)[],
  { patience, runs, now, onTurn }: Patience,
): Turns<Spread[]> {
  const started = now()
  const times: number[][] = acts.map(() => [])
  const counts: number[] = []
  for (const act of acts) counts.push(yield* enough(act, now))
  let turns = 0
  do {
    for (const [which, act] of acts.entries()) {
      const count = counts[which]!
      const took = yield* timed(act, count, now)
      times[which]!.push(took / count)
    }
    turns++
    onTurn?.(turns)
  } while (turns < runs && now() - started < patience)
  return times.map(spreadOf)
}

/** Milliseconds that warming up takes, at least and at most. */
const WARMING = { least: 500, most: 2000 }
/** Rounds that are no quicker than those before: then all is warm. */
const CALM = 3
const QUICKER = 0.9

/** An engine makes better code of what runs often; until then, nothing counts. */
export function warmUp(acts: readonly (() => void)[], now: () => number): void {
  const started = now()
  let best = Number.POSITIVE_INFINITY
  let calm = 0
  for (;;) {
    const before = now()
    for (const act of acts) act()
    const took = now() - before
    calm = took < QUICKER * best ? 0 : calm + 1
    best = Math.min(best, took)
    const warmed = now() - started
    if (warmed > WARMING.most) return
    if (warmed > WARMING.least && calm >= CALM) return
  }
}

/** Browsers' clocks tick every 0.1 ms: a hundred ticks are 1 % exact. */
const SHORTEST = 10
const MOST_AT_ONCE = 1 << 20

/** How many times an act has to run to be measured well. */
function* enough(act: () => unknown, now: () => number): Turns<number> {
  // The first run is for the engine, which compiles as it goes.
  yield* timed(act, 1, now)
  for (let count = 1; ; count *= 2) {
    const took = yield* timed(act, count, now)
    if (took >= SHORTEST || count >= MOST_AT_ONCE) return count
  }
}

function* timed(
  act: () => unknown,
  count: number,
  now: () => number,
): Turns<number> {
  const before = now()
  for (let time = 0; time < count; time++) {
    const came = act()
    if (came instanceof Promise) yield came
  }
  return now() - before
}

function spreadOf(times: number[]): Spread {
  const sorted = times.sort((a, b) => a - b)
  return {
    least: sorted[0]!,
    median: sorted[Math.floor(sorted.length / 2)]!,
    most: sorted.at(-1)!,
    runs: sorted.length,
  }
}

/** @returns how many bytes travel, as servers send a file: by gzip */
export async function gzipSize(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const packed = new Blob([bytes])
    .stream()
    .pipeThrough(new CompressionStream('gzip'))
  return (await new Response(packed).arrayBuffer()).byteLength
}
