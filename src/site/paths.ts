/**
 * Paths: a talk in so many minutes, put together from steps of its chapters.
 * A path is a file beside them whose front matter picks `steps`; the steps'
 * text stays where it is.
 */
import path from 'node:path'
import * as v from 'valibot'
import { nearest } from '../examplescript/examplescript.ts'
import { many, round } from './finding.ts'
import { checked, entryAt, recap, words } from './front-matter.ts'
import { total } from './pieces.ts'
import { AuthoringError } from './place.ts'
import type { Step } from './steps.ts'
import type { Chapter, Page } from './talks.ts'

const minutes = v.pipe(
  v.number(),
  v.check((value) => value > 0, 'it takes more than 0 minutes'),
)

const pathSchema = v.object({
  title: words,
  description: words,
  /** What the steps take together. */
  minutes,
  steps: v.pipe(
    v.array(
      v.strictObject({
        /** The chapter’s file without `.md`, or its name without the number. */
        chapter: words,
        step: words,
        minutes,
        /** For the speaker, before the chapter’s own notes. */
        note: v.optional(words),
      }),
    ),
    v.minLength(1),
  ),
  recap,
})

/** A step of a chapter, as a path tells it. */
export interface PickedStep extends Step {
  chapter: Chapter
  minutes: number
  note: string | undefined
  /** Where the path picks it, for complaints. */
  place: string
}

export interface Path extends Omit<v.InferOutput<typeof pathSchema>, 'steps'> {
  url: string
  steps: PickedStep[]
}

/** Whether a page beside chapters picks steps from them. */
export function isPath({ data }: Page): boolean {
  return 'steps' in data
}

/** @throws AuthoringError for steps that are not there, and minutes that do not add up */
export function pathFrom(page: Page, chapters: readonly Chapter[]): Path {
  const data = checked(pathSchema, page)
  const place = (index?: number) => entryAt(page.inputPath, 'steps', index)
  const steps = data.steps.map((picked, index) => {
    const chapter = chapterOf(picked.chapter, chapters, place(index))
    const step = stepOf(picked.step, chapter, place(index))
    const note = picked.note
    return {
      ...step,
      chapter,
      minutes: picked.minutes,
      note,
      place: place(index),
    }
  })
  demandOwnAddresses(steps)
  const sum = round(total(steps.map((step) => step.minutes)))
  if (sum !== round(data.minutes)) {
    throw new AuthoringError(
      place(),
      `the steps take ${many(sum, 'minute')} together, and minutes says ${data.minutes}.`,
      `Change the minutes of a step, or write minutes: ${sum}.`,
    )
  }
  return { ...data, url: page.url, steps }
}

function chapterOf(
  name: string,
  chapters: readonly Chapter[],
  place: string,
): Chapter {
  const named = new Map(
    chapters.flatMap((chapter) => {
      const stem = path.basename(chapter.file, '.md')
      return [stem.replace(/^\d+-/, ''), stem].map((own) => [own, chapter])
    }),
  )
  return (
    named.get(name) ??
    refuse(place, `there is no chapter “${name}” in this talk.`, name, [
      ...named.keys(),
    ])
  )
}

function stepOf(id: string, { file, steps }: Chapter, place: string): Step {
  const ids = steps.map((step) => step.id)
  return (
    steps.find((step) => step.id === id) ??
    refuse(place, `${path.basename(file)} has no step “${id}”.`, id, ids)
  )
}

function refuse(
  place: string,
  problem: string,
  name: string,
  known: readonly string[],
): never {
  const meant = nearest(name, known)
  const advice = meant
    ? `Did you mean “${meant}”?`
    : `There are: ${known.join(', ')}.`
  throw new AuthoringError(place, problem, advice)
}

function demandOwnAddresses(steps: readonly PickedStep[]): void {
  const ids = steps.map(({ id }) => id)
  const twice = steps.find(({ id }, index) => ids.indexOf(id) < index)
  if (!twice) return
  throw new AuthoringError(
    twice.place,
    `another step of this path has the address #${twice.id}, too.`,
    'A path tells a step once; of two with one address, pick one.',
  )
}
