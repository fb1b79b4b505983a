/** The steps of a page, as the build wrote them, seen from outside. */
import type { Planned } from './minutes.ts'

/** The sections of a page that have slides, its opening first. */
export function sectionsOf(slides: readonly HTMLElement[]): HTMLElement[] {
  return [
    ...new Set(slides.map((slide) => slide.closest<HTMLElement>('section')!)),
  ]
}

export function titleOf(section: HTMLElement): string {
  return section.querySelector('h1, h2')?.textContent?.trim() ?? section.id
}

/** The slide that shows after so many presses of its step. */
export function slideAt(section: HTMLElement, press: number): HTMLElement {
  const slides = section.matches('.slide')
    ? [section]
    : [...section.querySelectorAll<HTMLElement>('.slide')]
  return slides.findLast(
    ({ dataset }) => Number(dataset['press'] ?? 0) <= press,
  )!
}

/** A chapter’s opening and recap are in nobody’s plan. */
export function plannedIn(section: HTMLElement): Planned[] {
  if (!section.matches('.step:not(.recap)')) return []
  const { minutes, skippable } = section.dataset
  return [
    {
      title: titleOf(section),
      minutes: minutes ? Number(minutes) : undefined,
      isSkippable: skippable !== undefined,
    },
  ]
}

/** The islands that a press drives: each is the last one above its order. */
export function drivenBy(section: HTMLElement, press: number): HTMLElement[] {
  const orders = section.querySelectorAll(`[data-do][data-press="${press}"]`)
  return [...orders].map((order) => {
    const all = order
      .closest('.slide')!
      .querySelectorAll<HTMLElement>('[data-key]')
    const follows = Node.DOCUMENT_POSITION_FOLLOWING
    return [...all].findLast(
      (element) => element.compareDocumentPosition(order) & follows,
    )!
  })
}

/** Whether this device keeps something that was made of an island. */
export function isEdited({ dataset }: HTMLElement): boolean {
  try {
    return localStorage.getItem(`a-wasm-new-year:${dataset['key']}`) !== null
  } catch {
    return false
  }
}
