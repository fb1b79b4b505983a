/** Many answers, counted. */
import type { Judged } from './verdict.ts'

export interface Tally {
  answers: number
  right: number
  /** Answers that name somebody who is not there. */
  invented: number
  /** Answers that invent nobody, and forget somebody. */
  missing: number
  /** Answers that name a member twice. */
  again: number
  /** Who was invented, and in how many answers; the most frequent first. */
  names: [name: string, answers: number][]
}

export function tallyOf(answers: readonly Judged[]): Tally {
  const names = new Map<string, number>()
  for (const { invented } of answers) {
    for (const name of invented) names.set(name, (names.get(name) ?? 0) + 1)
  }
  const count = (wanted: Judged['outcome']) =>
    answers.filter(({ outcome }) => outcome === wanted).length
  return {
    answers: answers.length,
    right: count('right'),
    invented: count('invented'),
    missing: count('missing'),
    again: answers.filter(({ named }) =>
      named.some(({ kind }) => kind === 'again'),
    ).length,
    names: [...names].sort(
      ([a, x], [b, y]) => y - x || a.localeCompare(b, 'en'),
    ),
  }
}
