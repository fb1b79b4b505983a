/**
 * A trace as it is shown: a row for each pass, and what each did to one
 * function.
 */
import { textDifference, type DifferenceLine } from './difference.ts'
import { PASSES } from './sentences.ts'
import type { Step, Trace } from './trace.ts'

/** The text of a function before all passes, and after each that changed it. */
export type FunctionTexts = readonly (readonly [step: number, text: string])[]

/** A step with the size before it, in bytes. */
export interface StepRow extends Omit<Step, 'size'> {
  before: number
  after: number
  /** Of a warm run; absent where nobody measured. */
  milliseconds?: number
}

/** What a step did to a function. */
export interface StepDetail {
  of: string
  lines: DifferenceLine[]
  /** Absent for all steps together. */
  pass?: string
  says?: string
  /** Whether the module has the same bytes as before, whatever its text says. */
  isSameBytes: boolean
}

/** @param times of each step, in milliseconds, where somebody measured */
export function traceRows(
  { size, steps }: Trace,
  times?: readonly number[],
): StepRow[] {
  let before = size
  return steps.map(({ pass, round, isChanged, size: after }, index) => {
    const row = { pass, round, isChanged, before, after }
    before = after
    const milliseconds = times?.[index]
    return milliseconds === undefined ? row : { ...row, milliseconds }
  })
}

/**
 * What a step did to a function.
 *
 * @param step counted from 1; 0 is all steps together
 */
export function stepDetail(
  { steps }: Trace,
  of: string,
  texts: FunctionTexts,
  step: number,
): StepDetail {
  const [before, after] = stepTexts(texts, step)
  const lines = textDifference(before, after)
  // One step alone is all of them.
  const at = step === 0 && steps.length === 1 ? 1 : step
  if (at === 0) {
    const isSameBytes = steps.every(({ isChanged }) => !isChanged)
    return { of, lines, isSameBytes }
  }
  const { pass, isChanged } = steps[at - 1]!
  const says = PASSES[pass]
  return { of, lines, pass, isSameBytes: !isChanged, ...(says && { says }) }
}

function stepTexts(texts: FunctionTexts, step: number): [string, string] {
  if (step === 0) return [texts[0]?.[1] ?? '', texts.at(-1)?.[1] ?? '']
  const textAfter = (at: number) =>
    texts.findLast(([changed]) => changed <= at)?.[1] ?? ''
  return [textAfter(step - 1), textAfter(step)]
}

/**
 * Which step takes a line away, of those behind a step.
 *
 * @param line the number of a line in the text behind the step, from 0
 * @returns nothing for a line that stays to the end
 */
export function removingStep(
  texts: FunctionTexts,
  step: number,
  line: number,
): number | undefined {
  let at = line
  let [, text = ''] = texts.findLast(([changed]) => changed <= step) ?? []
  for (const [next, after] of texts.filter(([changed]) => changed > step)) {
    const moved = lineAfter(textDifference(text, after), at)
    if (moved === undefined) return next
    at = moved
    text = after
  }
  return undefined
}

/** Where a line of the text before is in the text after. */
function lineAfter(
  lines: readonly DifferenceLine[],
  line: number,
): number | undefined {
  let before = 0
  let after = 0
  for (const { kind } of lines) {
    if (kind !== 'comes' && before++ === line) {
      return kind === 'stays' ? after : undefined
    }
    if (kind !== 'goes') after++
  }
  return undefined
}

/** The function that is shown first: the one that programs begin with. */
export function firstFunction(functions: readonly string[]): string {
  return functions.includes('main') ? 'main' : (functions[0] ?? '')
}
