/**
 * Predictions are held against what the build sees: in the answers to one that
 * a program will tell, a piece of code is a check (`3 tokens`,
 * `add(2, 3) = 5`), which the program passes if, and only if, its answer is the
 * ticked one.
 */
import {
  parseCheck,
  type Check,
  type LanguageName,
} from '../examplescript/examplescript.ts'
import type { Bakery } from './bakery.ts'
import { AuthoringError, unstopped } from './place.ts'
import type { Question } from './question-parts.ts'

/**
 * @param isForTokens whether the program is shown cut into tokens, and only scanned
 * @throws AuthoringError where the program's own result says otherwise
 */
export function holdPrediction(
  { answers, place }: Question,
  language: LanguageName,
  source: string,
  bakery: Bakery,
  isForTokens = false,
): void {
  for (const { words, right } of answers) {
    const check = checkIn(words)
    if (!check && right) {
      throw new AuthoringError(
        place,
        `no run can tell whether “${words}” is right.`,
        'Say it as a check in code, such as `3 tokens` or `add(2, 3) = 5`; or ask [!WHY].',
      )
    }
    if (!check) continue
    const [verdict] = bakery.judge(
      [check],
      language,
      source,
      isForTokens || undefined,
    )
    const { passed, came } = verdict!
    if (passed === right) continue
    throw new AuthoringError(
      place,
      right
        ? `“${words}” is ticked, and the program says otherwise: ${unstopped(came)}.`
        : `“${words}” is not ticked, and it is what the program says.`,
      'Mend the answers, or the program.',
    )
  }
}

/**
 * Holds a prediction against what came out, where that is a size: `41 bytes`.
 *
 * @param came the same sizes, as answers say them
 * @throws AuthoringError where they say otherwise
 */
export function holdOutcome(
  { answers, place }: Question,
  came: readonly string[],
): void {
  for (const { words, right } of answers) {
    const [, said] = /`(\d+ (?:instruction|byte)s?)`/.exec(words) ?? []
    if (said !== undefined && came.includes(said) === right) continue
    throw new AuthoringError(
      place,
      said === undefined
        ? `no run can tell whether “${words}” is right.`
        : right
          ? `“${words}” is ticked, and out comes: ${came.join(', ')}.`
          : `“${words}” is not ticked, and it is what comes out.`,
      'Say it as `5 instructions` or `41 bytes`, and tick the one that is right.',
    )
  }
}

/** The first piece of code in an answer that is a check. */
function checkIn(words: string): Check | undefined {
  for (const [, code] of words.matchAll(/`([^`]+)`/g)) {
    try {
      return parseCheck(code!)
    } catch {
      // Code that is no check is only to be read.
    }
  }
  return undefined
}
