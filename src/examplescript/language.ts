/** The two languages of the course, by the names that chapters call them. */
import { check } from './check.ts'
import type { Problem } from './problem.ts'
import { parseTalk } from './talk.ts'

export type LanguageName = 'examplescript' | 'examplescript-talk'

/** What is wrong with a program; one without problems compiles. */
export function problemsIn(language: LanguageName, source: string): Problem[] {
  const { problems } =
    language === 'examplescript' ? check(source) : parseTalk(source)
  return problems
}
