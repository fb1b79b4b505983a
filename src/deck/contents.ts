/** What there is to go to: the slides of the page, and the talk’s chapters. */
import type { Place, Step } from './steps.ts'

/** A slide with what it is called by. */
export interface Listed {
  /** Counted from 1. */
  number: number
  title: string
  slide: HTMLElement
  step: Step
  /** Where it begins. */
  place: Place
}

/** All slides of the page, in their order. */
export function slidesOf(steps: readonly Step[]): Listed[] {
  return steps
    .flatMap((step, index) =>
      step.slides.map((slide) => ({ step, index, slide })),
    )
    .map(({ step, index, slide }, before) => ({
      number: before + 1,
      title: step.title,
      slide,
      step,
      place: { step: index, presses: Number(slide.dataset['press'] ?? 0) },
    }))
}

/** The links to the chapters of the talk, this one's among them. */
export function chaptersOf(): HTMLAnchorElement[] {
  return [
    ...document.querySelectorAll<HTMLAnchorElement>(
      '.contents a[data-chapter]',
    ),
  ]
}
