/**
 * What a machine can count of a good chapter (“What makes a step good”): its
 * steps, one by one and together. What breaks a slide is an error; the rest
 * warns. Pure: a chapter's pieces in, findings out. Terms, which cross
 * chapters, are in `terms.ts`.
 */
import { countStep } from './counting-step.ts'
import { many, round, tenths, warning, type Finding } from './finding.ts'
import {
  hasSomethingToDo,
  isToDo,
  total,
  wordsOf,
  type CountedChapter,
} from './pieces.ts'

const READ_A_MINUTE = 200
const MINUTES_TO_DO = 0.7
/** What sums of tenths are inexact by in a computer’s numbers. */
const HAIR = 1e-9

/** Everything but terms that can be found in one chapter, by line. */
export function countChapter(chapter: CountedChapter): Finding[] {
  return [
    ...countPlanned(chapter),
    ...countReading(chapter),
    ...countActive(chapter),
    ...chapter.steps.flatMap(countStep),
  ].sort(byLine)
}

/** What a chapter comes to, for a list of chapters. */
export function summary({ steps }: Pick<CountedChapter, 'steps'>): {
  steps: number
  active: number
  words: number
  minutes: number
} {
  return {
    steps: steps.length,
    active: steps.filter(hasSomethingToDo).length,
    words: total(steps.map(({ pieces }) => wordsOf(pieces))),
    minutes: total(steps.map(({ minutes }) => minutes ?? 0)),
  }
}

/** The steps' minutes against the chapter's; the opening counts as nothing. */
function countPlanned({ steps, minutes }: CountedChapter): Finding[] {
  if (steps.length === 0) return []
  if (steps.some((step) => step.minutes === undefined)) return []
  const planned = total(steps.map((step) => step.minutes ?? 0))
  if (Math.abs(planned - minutes.present) < HAIR) return []
  return warning(
    0,
    `the steps are planned for ${many(planned, 'minute')} together, and minutes.present says ${minutes.present}.`,
    `Change the minutes of a step, or write present: ${round(planned)} at the top.`,
  )
}

function countReading(chapter: CountedChapter): Finding[] {
  const read = wordsOf(chapter.steps.flatMap(({ pieces }) => pieces))
  const done = chapter.steps.flatMap(({ pieces }) => pieces.filter(isToDo))
  const takes = read / READ_A_MINUTE + done.length * MINUTES_TO_DO
  const off = Math.abs(chapter.minutes.read - takes)
  if (takes === 0 || off <= takes / 2) return []
  return warning(
    0,
    `${many(read, 'word')} and ${many(done.length, 'thing')} to do take a reader about ${many(tenths(takes), 'minute')}, and minutes.read says ${chapter.minutes.read}.`,
    `Write read: ${Math.max(1, Math.round(takes))} at the top.`,
  )
}

function countActive({ steps }: CountedChapter): Finding[] {
  const idle = steps.filter((step) => !hasSomethingToDo(step))
  if (idle.length * 10 <= steps.length) return []
  const titles = idle.map(({ title }) => `“${title}”`).join(', ')
  return warning(
    idle[0]!.line,
    `there is something to do in ${steps.length - idle.length} of ${many(steps.length, 'step')}, and nine of ten keep people awake; there is nothing in ${titles}.`,
    'Give them a program to run, a question or an exercise.',
  )
}

function byLine(a: Finding, b: Finding): number {
  return a.line - b.line
}
