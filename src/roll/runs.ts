/** Many answers to one way of asking, as they are recorded, kept and shown. */
import type { TeamList } from './lists.ts'
import { isRemedy, remedyWords, type Remedy } from './remedies.ts'
import { tallyOf, type Tally } from './tally.ts'
import { judge, type Judged, type Outcome } from './verdict.ts'

/** Of one run. */
export const MOST_ANSWERS = 100

/** How often a model is asked what. */
export interface Wish {
  /** A checkpoint of the storyteller, or the id of a model on the graphics card. */
  model: string
  remedy: Remedy
  /** What is asked, without facts. */
  prompt: string
  temperature: number
  /** Of the first answer; each one more takes the next. */
  seed: number
}

export interface Run extends Wish {
  answers: string[]
}

/** A run, judged; what figures draw of it. */
export interface JudgedRun {
  judged: Judged[]
  title: string
  how: string
  outcomes: Outcome[]
  tally: Tally
}

export function judgeRun(run: Run, list: TeamList): JudgedRun {
  const judged = run.answers.map((answer) => judge(answer, list))
  const { length } = run.answers
  const seeds =
    length > 1
      ? `seeds ${run.seed} to ${run.seed + length - 1}`
      : `seed ${run.seed}`
  return {
    judged,
    title: remedyWords(run.remedy),
    how: `${run.model} · temperature ${run.temperature} · ${seeds}`,
    outcomes: judged.map(({ outcome }) => outcome),
    tally: tallyOf(judged),
  }
}

/** Whether two runs differ in nothing but chance: the newer one takes the place. */
export function isSameWay(a: Wish, b: Wish): boolean {
  return (
    a.model === b.model &&
    a.remedy === b.remedy &&
    a.prompt === b.prompt &&
    a.temperature === b.temperature
  )
}

/** Whether a stranger's data, from a link, is a run. */
export function isRun(value: unknown): value is Run {
  const { model, remedy, prompt, temperature, seed, answers } = Object(
    value,
  ) as Record<string, unknown>
  return (
    typeof model === 'string' &&
    typeof remedy === 'string' &&
    isRemedy(remedy) &&
    typeof prompt === 'string' &&
    Number.isFinite(temperature) &&
    Number.isInteger(seed) &&
    Array.isArray(answers) &&
    answers.length > 0 &&
    answers.length <= MOST_ANSWERS &&
    answers.every((answer) => typeof answer === 'string')
  )
}
