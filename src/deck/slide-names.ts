/** Names of slides, the same in all windows: the chapter, the step, which of its slides. */
import type { Step } from './steps.ts'

/** A name without spaces. */
export function nameOfSlide(
  steps: readonly Step[],
  slide: HTMLElement,
): string {
  const step = steps.find(({ slides }) => slides.includes(slide))!
  return `${location.pathname}#${encodeURIComponent(step.id)}/${step.slides.indexOf(slide)}`
}

/** All slides of this page by their names. */
export function slidesByName(
  steps: readonly Step[],
): ReadonlyMap<string, HTMLElement> {
  const slides = steps.flatMap((step) => step.slides)
  return new Map(slides.map((slide) => [nameOfSlide(steps, slide), slide]))
}
