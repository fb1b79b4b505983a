/**
 * A trace as it is shown: a row for each pass, and what each did to one
 * function.
 */
import { textDifference, type DifferenceLine } from './difference.ts'
import { PASSES, WRITER, WRITER_SAYS } from './sentences.ts'
import {
  isPrintable,
  type FunctionText,
  type Step,
  type Trace,
} from './trace.ts'

/** The text of a function before all passes, and after each that changed it. */
export type FunctionTexts = readonly FunctionText[]

/** A step with the size before it, in bytes. */
export interface StepRow extends Omit<Step, 'size'> {
  before: number
  after: number
  /** Of a warm run; absent where nobody measured. */
  milliseconds?: number
  /** Whether it is no pass, but what the writer does behind them. */
  isWriter: boolean
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
  /** Whether the module is so large that no text of it was made. */
  isTooLarge: boolean
}

/** @param times of each step, in milliseconds, where somebody measured */
export function traceRows(
  { size, steps }: Trace,
  times?: readonly number[],
): StepRow[] {
  let before = size
  return steps.map(({ pass, round, isChanged, size: after }, index) => {
    const isWriter = pass === WRITER
    const row = { pass, round, isChanged, before, after, isWriter }
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
  trace: Trace,
  of: string,
  texts: FunctionTexts,
  step: number,
): StepDetail {
  const { steps } = trace
  const isTooLarge = !isPrintable(trace)
  const [before, after] = stepTexts(texts, step)
  const lines = textDifference(before, after)
  // One step alone is all of them.
  const at = step === 0 && steps.length === 1 ? 1 : step
  if (at === 0) {
    const isSameBytes = steps.every(({ isChanged }) => !isChanged)
    return { of, lines, isSameBytes, isTooLarge }
  }
  const { pass, isChanged } = steps[at - 1]!
  const says = pass === WRITER ? WRITER_SAYS : PASSES[pass]
  return {
    of,
    lines,
    pass,
    isSameBytes: !isChanged,
    isTooLarge,
    ...(says && { says }),
  }
}

function stepTexts(texts: FunctionTexts, step: number): [string, string] {
  const [, own, ownBefore] = texts.find(([changed]) => changed === step) ?? []
  if (own !== undefined && ownBefore !== undefined) return [ownBefore, own]
  const alike = inOneForm(texts)
  if (step === 0) return [alike[0]?.[1] ?? '', alike.at(-1)?.[1] ?? '']
  const textAfter = (at: number) =>
    alike.findLast(([changed]) => changed <= at)?.[1] ?? ''
  return [textAfter(step - 1), textAfter(step)]
}

/** Those that can be held against each other. */
function inOneForm(texts: FunctionTexts): FunctionTexts {
  return texts.filter(([, , before]) => before === undefined)
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
  const alike = inOneForm(texts)
  let at = line
  let [, text = ''] = alike.findLast(([changed]) => changed <= step) ?? []
  for (const [next, after] of alike.filter(([changed]) => changed > step)) {
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
