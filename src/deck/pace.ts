/**
 * Pace: the plan of a talk against the time that it took. A step has its
 * window in the plan, from the minutes of the steps before it to its own end;
 * whoever is there in time is on time.
 */

/** What is planned of a step. */
export interface Plan {
  /** 0 for openings and recaps. */
  minutes: number
  isSkippable: boolean
}

/** What a talk has gone through of a page, in minutes of the page's plan. */
export interface Part {
  /** Where it came in. */
  from: number
  /** The end of the furthest step. */
  to: number
}

/** Milliseconds in which nobody tells a step: it was looked at, or passed by. */
const A_LOOK = 10_000

/** The minutes planned for the steps before one. */
export function minutesBefore(plan: readonly Plan[], step: number): number {
  return plan.slice(0, step).reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * How far a talk is: going back does not undo what was told, and who has only
 * looked at the end is not there.
 * @param spent milliseconds on each step
 */
export function furthestOf(spent: readonly number[], current: number): number {
  return Math.max(
    current,
    spent.findLastIndex((milliseconds) => milliseconds >= A_LOOK),
  )
}

/** @param from minutes of the plan before the step at which the talk came in */
export function partOf(
  plan: readonly Plan[],
  from: number,
  furthest: number,
): Part {
  const to = minutesBefore(plan, furthest + 1)
  return { from: Math.min(from, to), to }
}

/** What is planned, and where that leaves the talk. All in minutes. */
export interface Pace {
  /** Behind the plan; ahead of it where it is less than 0. */
  behind: number
  /** Planned for all that there is to tell, from the start to the page's end. */
  total: number
}

/**
 * @param elapsed minutes since the start
 * @param earlier what was gone through of other pages
 * @param part of this page, with the furthest step
 */
export function paceOf(
  elapsed: number,
  plan: readonly Plan[],
  part: Part,
  furthest: number,
  earlier: readonly Part[],
): Pace {
  const gone = earlier.reduce((sum, { from, to }) => sum + to - from, 0)
  const start = Math.max(minutesBefore(plan, furthest) - part.from, 0)
  const end = Math.max(part.to - part.from, start)
  const late = Math.max(elapsed - gone - end, 0)
  const early = Math.max(gone + start - elapsed, 0)
  const total = gone + minutesBefore(plan, plan.length) - part.from
  return { behind: late - early, total }
}

/** In whole minutes, as half a minute is nothing to think about. */
export function inWords(behind: number): string {
  const minutes = Math.round(Math.abs(behind))
  if (minutes === 0) return 'on time'
  return `${minutes} min ${behind > 0 ? 'behind' : 'ahead'}`
}

/** Whether it is time to think of what to leave out. */
export function isLate(behind: number): boolean {
  return behind >= 1
}

/** Steps that can be left out, this one included: their places in the plan. */
export function skippableFrom(plan: readonly Plan[], step: number): number[] {
  return plan.flatMap(({ isSkippable }, index) =>
    isSkippable && index >= step && index < plan.length - 1 ? [index] : [],
  )
}

/** `9:05`, and from an hour on `1:00:00`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const ahead = hours > 0 ? `${hours}:${two(minutes % 60)}` : String(minutes)
  return `${ahead}:${two(seconds % 60)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
