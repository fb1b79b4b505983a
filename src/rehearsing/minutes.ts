/** Whether the minutes of a talk’s steps fit its slot, and what could be left out. */
import { count, type Fault } from './finding.ts'

/** A step as it is planned. */
export interface Planned {
  title: string
  /** Undefined where nobody has planned it. */
  minutes: number | undefined
  isSkippable: boolean
}

export interface Minutes {
  /** What the steps take together. */
  planned: number
  fault?: Fault
  /** What is good to know, in sentences. */
  notes: string[]
}

/** @param slot minutes */
export function minutesIn(steps: readonly Planned[], slot: number): Minutes {
  const planned = sum(steps)
  const notes: string[] = []
  const unplanned = steps.filter(({ minutes }) => minutes === undefined)
  if (unplanned.length > 0) {
    notes.push(
      `${count(unplanned.length, 'step')} ${unplanned.length === 1 ? 'has' : 'have'} no minutes: ${unplanned.map(({ title }) => `“${title}”`).join(', ')}.`,
    )
  }
  const left = round(slot - planned)
  if (left > 0) {
    notes.push(
      `The steps take ${minutesWords(planned)} of ${round(slot)}: ${minutesWords(left)} ${left === 1 ? 'is' : 'are'} left for questions.`,
    )
  }
  if (left >= 0) return { planned, notes }
  const fault: Fault = {
    kind: 'minutes',
    what: `The steps take ${minutesWords(planned)}, and the slot has ${round(slot)}: ${minutesWords(-left)} too many.`,
    todo: savingWords(steps, -left),
  }
  return { planned, fault, notes }
}

/** Which steps to leave out to save so many minutes. */
function savingWords(steps: readonly Planned[], over: number): string {
  const skippable = steps
    .filter(({ isSkippable, minutes = 0 }) => isSkippable && minutes > 0)
    .sort((a, b) => b.minutes! - a.minutes!)
  const skipped: Planned[] = []
  for (const step of skippable) {
    if (sum(skipped) < over) skipped.push(step)
  }
  if (skipped.length === 0) {
    return 'No step is marked as skippable. Present a shorter path, or mark steps: <!-- minutes: 2, skippable -->.'
  }
  const names = skipped
    .map(({ title, minutes }) => `“${title}” (${round(minutes!)})`)
    .join(', ')
  const saved = sum(skipped)
  const enough =
    saved >= over
      ? ''
      : ` That is not enough: ${minutesWords(round(over - saved))} more have to go, or present a shorter path.`
  return `Leave out ${names}, which saves ${minutesWords(saved)}.${enough}`
}

function sum(steps: readonly Planned[]): number {
  return round(steps.reduce((all, { minutes = 0 }) => all + minutes, 0))
}

/** Halves and quarters add up, whatever binary fractions do. */
function round(minutes: number): number {
  return Math.round(minutes * 100) / 100
}

function minutesWords(minutes: number): string {
  return count(round(minutes), 'minute')
}
