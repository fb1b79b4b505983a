/**
 * A chapter as the deck sees it: steps, each with its slides and with what
 * waits for a key press. The build has counted the presses (`data-press`).
 */

/** Where a presentation is. */
export interface Place {
  /** The index of the step. */
  step: number
  /** Key presses since the step's start. */
  presses: number
}

/** The place after the next key press; undefined at the end. */
export function after(
  steps: readonly Step[],
  { step, presses }: Place,
): Place | undefined {
  if (presses < steps[step]!.presses) return { step, presses: presses + 1 }
  return step < steps.length - 1 ? { step: step + 1, presses: 0 } : undefined
}

/** The place before the last key press; undefined at the start. */
export function before(
  steps: readonly Step[],
  { step, presses }: Place,
): Place | undefined {
  if (presses > 0) return { step, presses: presses - 1 }
  return step > 0
    ? { step: step - 1, presses: steps[step - 1]!.presses }
    : undefined
}

/** A quotation that goes through its lines. */
interface Staged {
  listing: HTMLElement
  /** The lines that each stage marks, counted from 1. */
  stages: readonly (readonly number[])[]
}

export class Step {
  readonly section: HTMLElement
  readonly slides: readonly HTMLElement[]
  /** How many key presses the step has. */
  readonly presses: number
  /** How long it is planned to take, if it is. */
  readonly minutes: number | undefined
  /** Whether the talk can do without it. */
  readonly isSkippable: boolean
  readonly #fragments: readonly HTMLElement[]
  readonly #replacing: readonly HTMLElement[]
  readonly #staged: readonly Staged[]

  constructor(section: HTMLElement) {
    const { dataset } = section
    this.section = section
    this.slides = section.matches('.slide')
      ? [section]
      : [...section.querySelectorAll<HTMLElement>('.slide')]
    this.presses = Number(dataset['presses'] ?? 0)
    this.minutes = dataset['minutes'] ? Number(dataset['minutes']) : undefined
    this.isSkippable = dataset['skippable'] !== undefined
    const all = (selector: string) => [
      ...section.querySelectorAll<HTMLElement>(selector),
    ]
    this.#fragments = all('.fragment')
    this.#replacing = all('[data-next]')
    this.#staged = all('[data-stages]').map((listing) => ({
      listing,
      stages: JSON.parse(listing.dataset['stages']!),
    }))
  }

  get id(): string {
    return this.section.id
  }

  get heading(): HTMLElement | null {
    return this.section.querySelector('h1, h2')
  }

  get title(): string {
    return this.heading?.textContent ?? ''
  }

  /** The slide that shows after so many presses. */
  slideAt(presses: number): HTMLElement {
    return this.slides.findLast((slide) => pressOf(slide) <= presses)!
  }

  /** Shows what is due after so many presses, and covers what is not. */
  apply(presses: number): void {
    for (const part of this.#fragments) {
      part.toggleAttribute('data-waits', pressOf(part) > presses)
    }
    for (const next of this.#replacing) {
      const above = next.parentElement!.previousElementSibling
      const shows = pressOf(next) <= presses
      above?.querySelector('.shows')?.toggleAttribute('data-replaced', shows)
    }
    for (const { listing, stages } of this.#staged) {
      // It stays at its first stage before its presses, and at its last behind.
      const stage = presses - pressOf(listing) + 1
      mark(listing, stages[Math.min(Math.max(stage, 0), stages.length - 1)]!)
    }
  }

  /** What a press does to islands. */
  orders(press: number): HTMLElement[] {
    return [
      ...this.section.querySelectorAll<HTMLElement>(
        `[data-do][data-press="${press}"]`,
      ),
    ]
  }

  /** As the page has it. */
  leave(): void {
    for (const part of this.#fragments) part.removeAttribute('data-waits')
    for (const { listing, stages } of this.#staged) {
      mark(listing, stages.flat())
    }
    for (const shows of this.section.querySelectorAll('[data-replaced]')) {
      shows.removeAttribute('data-replaced')
    }
  }
}

function pressOf({ dataset }: HTMLElement): number {
  return Number(dataset['press'] ?? 0)
}

function mark(listing: HTMLElement, lines: readonly number[]): void {
  for (const [index, line] of listing.querySelectorAll('.line').entries()) {
    line.classList.toggle('marked', lines.includes(index + 1))
  }
}

/** The steps of the page, its opening first. */
export function stepsOfPage(): Step[] {
  const sections = new Set<HTMLElement>()
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    sections.add(slide.closest('section')!)
  }
  return [...sections].map((section) => new Step(section))
}
