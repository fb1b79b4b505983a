/**
 * Verdicts on programs: whether a check passes, and what came instead. The
 * build and the reader's Worker judge with the same code.
 */
import {
  amount,
  PASSES,
  titleOf,
  type Check,
  type StopCheck,
} from './checks.ts'
import { called, difference } from './difference.ts'
import type { Evidence } from './evidence.ts'

/** What was expected and what came, to be read as parts of a sentence. */
export interface Verdict {
  /** The check, as it was written. */
  text: string
  /** What it is called, where that is something else. */
  title?: string
  passed: boolean
  expected: string
  came: string
}

/**
 * A program that stops only fails its check. What the author wrote is told
 * whole; what came of the program may be of any length, and is shortened.
 */
export function judge(check: Check, evidence: Evidence): Verdict {
  const expected = expectation(check)
  const other = difference(check, evidence)
  const passed = other === undefined
  const came = other ?? expected
  return { text: check.text, ...titleOf(check), passed, expected, came }
}

function expectation(check: Check): string {
  switch (check.kind) {
    case 'call':
      return called(check, check.result)
    case 'prints':
      return `the line “${check.words}”`
    case 'count':
      return amount(check.count, check.of)
    case 'error':
      return `error in line ${check.line}`
    case 'tokens':
      return check.kinds.join(' ')
    case 'contains':
      return `“${check.words}” in the program`
    case 'lacks':
      return `no “${check.words}” in the program`
    case 'reads':
      return check.words
    case 'type':
      return `${check.name} is ${check.type}`
    case 'stops':
      return expectedStop(check)
    case 'code':
      return PASSES
  }
}

function expectedStop({ line, words }: StopCheck): string {
  const place = line === undefined ? '' : ` in line ${line}`
  return `it stops${place}${words === undefined ? '' : `: ${words}`}`
}
