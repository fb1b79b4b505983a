/**
 * What timing proposes: minutes for each step, from how long its slides took,
 * and the lines to paste into the text.
 */

/** A step and what is known of its time. */
export interface Timed {
  id: string
  title: string
  /** Planned; undefined where nobody has. */
  minutes: number | undefined
  isSkippable: boolean
  /** Openings and recaps are in no plan. */
  isPlannable: boolean
  /** On a path, the chapter that the step comes from. */
  chapter: string | undefined
  /** Milliseconds on each slide. */
  slides: readonly number[]
}

/** Milliseconds on a step. */
export function tookOf({ slides }: Timed): number {
  return sum(slides)
}

/**
 * In halves of a minute, and at least one half; what was not shown keeps its
 * plan. Undefined where there is nothing to propose.
 */
export function proposedFor(step: Timed): number | undefined {
  if (!step.isPlannable) return undefined
  const took = tookOf(step)
  if (took === 0) return step.minutes
  return Math.max(Math.round(took / 30_000) / 2, 0.5)
}

export function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((all, number) => all + (number ?? 0), 0)
}

/** The lines for a path's front matter, or else the marks for a chapter. */
export function linesFor(steps: readonly Timed[]): string {
  const proposed = steps.flatMap((step) => {
    const minutes = proposedFor(step)
    return minutes === undefined ? [] : [{ ...step, minutes }]
  })
  const isPath = proposed.some(({ chapter }) => chapter)
  const lines = isPath
    ? ['steps:', ...proposed.map(pathLine)]
    : proposed.map(markLine)
  return lines.join('\n')
}

function pathLine({ chapter, id, minutes }: Timed): string {
  return `  - { chapter: ${chapter}, step: ${id}, minutes: ${minutes} }`
}

function markLine({ title, minutes, isSkippable }: Timed): string {
  return `## ${title}\n\n<!-- minutes: ${minutes}${isSkippable ? ', skippable' : ''} -->\n`
}
