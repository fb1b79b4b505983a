/**
 * Evidence: what there is to judge a program by. Whoever judges brings the
 * running program along as a function.
 */
import { isAboutTokens, needsRun, type Check } from './checks.ts'
import { problemsIn, type LanguageName } from './language.ts'
import type { Problem } from './problem.ts'
import { scan } from './scan.ts'
import type { Stop } from './stop.ts'

/** How large a module is as it is written, before anything is optimised. */
export interface Measure {
  /** Of all functions; what only closes or parts a block is none. */
  instructions: number
  bytes: number
}

/** What there is to judge a program by. */
export interface Evidence {
  source: string
  /** Their kinds. */
  tokens: readonly string[]
  /** In the order of the source. */
  problems: readonly Problem[]
  /** Absent if the program has problems, or if no check needs it. */
  run?: Run
  /** Its module as it was written; absent likewise. */
  module?: Measure
  /** What came of each check that is code, by its text; absent likewise. */
  called?: ReadonlyMap<string, string>
}

/** What a program did, and what it can do still. */
export interface Run {
  /** Its lines, of which the first few can be looked at. */
  output: Pick<readonly string[], 'length' | 'includes' | 'slice'>
  /** The names that the module exports. */
  functions: readonly string[]
  call(name: string, operands: readonly number[]): number
  /** Why `main` stopped, if it did. */
  stop?: Stop
  /** Why a call stopped, by what came out of it. */
  explain?(thrown: unknown): Stop
}

/**
 * What a program's text shows without running it. Where a check is about tokens
 * and none asks for a run, the text need not be a program: it is scanned only.
 *
 * @param isForTokens whether the program is there for its tokens
 */
export function evidenceOf(
  language: LanguageName,
  source: string,
  checks: readonly Check[],
  isForTokens = checks.some(isAboutTokens),
): Evidence {
  const { tokens, problems } = scan(source)
  const isScanned =
    language === 'examplescript' && isForTokens && !checks.some(needsRun)
  return {
    source,
    tokens: tokens.map(({ kind }) => kind),
    problems: isScanned ? problems : problemsIn(language, source),
  }
}
