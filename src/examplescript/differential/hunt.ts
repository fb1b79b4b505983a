/**
 * Hunts for programs that show a bug: one after the other from a seed, until one
 * fails, and that one is made small.
 */
import { Chance, seedOf } from './chance.ts'
import { shrink } from './shrink.ts'

/** What is wrong, and of which kind that is: a smaller program is to keep it. */
export interface Failure {
  source: string
  kind: string
  message: string
}

/** A program is right, or is not, or is too much for the evaluator. */
export type Verdict = 'right' | 'too much' | Failure

/** The kind of a failure of the generator, which nothing makes smaller. */
export const REFUSED = 'refused by the checker'

export interface Plan {
  seed: number
  /** The first program, if not the first of the seed. */
  from?: number
  count: number
  /** How many are judged together. */
  batch?: number
  write(chance: Chance, number: number): string
  /** Judges programs; `kind` is the only failure that is looked for, if any. */
  judge(sources: readonly string[], kind?: string): Promise<Verdict[]>
  /** Hears how many programs are done. */
  tell?(done: number): void
  /** Makes a program small; `shrink` by its syntax, unless given. */
  shrink?: typeof shrink
}

export interface Hunt {
  right: number
  /** What the evaluator would not do. */
  tooMuch: number
  /** The first failure, and which program of the seed it was. */
  failure?: Failure & { number: number }
}

export async function hunt(plan: Plan): Promise<Hunt> {
  const { seed, count, from = 0, batch = 1, tell } = plan
  const result: Hunt = { right: 0, tooMuch: 0 }
  const end = from + count
  for (let first = from; first < end; first += batch) {
    const length = Math.min(batch, end - first)
    const sources = Array.from({ length }, (_, index) => {
      const number = first + index
      return plan.write(new Chance(seedOf(seed, number)), number)
    })
    const verdicts = await plan.judge(sources)
    for (const [index, verdict] of verdicts.entries()) {
      if (verdict === 'right') result.right++
      else if (verdict === 'too much') result.tooMuch++
      else {
        const smaller = await smallest(plan, verdict)
        result.failure = { ...smaller, number: first + index }
        return result
      }
    }
    tell?.(first + length - from)
  }
  return result
}

async function smallest(plan: Plan, failure: Failure): Promise<Failure> {
  const { kind } = failure
  if (kind === REFUSED) return failure
  let least = failure
  const fails = async (source: string) => {
    const [verdict] = await plan.judge([source], kind)
    if (typeof verdict !== 'object' || verdict.kind !== kind) return false
    least = verdict
    return true
  }
  const source = await (plan.shrink ?? shrink)(failure.source, fails)
  await fails(source)
  return least
}

/** A failure as a person reads it. */
export function shown({ failure }: Hunt, seed: number): string {
  if (!failure) return ''
  const { number, kind, message, source } = failure
  return `Program ${number} of seed ${seed}: ${kind}.\n${message}\n\n${source}`
}
