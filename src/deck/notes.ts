/**
 * What is said on a slide: its prose and its notes, in the order of the text.
 * What belongs to later key presses is there already, and stands back.
 */
import { isPlain } from './keys.ts'
import { make } from './making.ts'

/** With Shift, these scroll the notes, and move no slide: pages at a time. */
const SCROLLS: Record<string, number> = {
  ArrowDown: 0.25,
  ArrowUp: -0.25,
  PageDown: 0.85,
  PageUp: -0.85,
}

export class Notes {
  readonly element = make('section', {
    className: 'speaker-notes',
    ariaLabel: 'Notes',
    tabIndex: 0,
  })
  #slide: HTMLElement | undefined

  /** @param presses since the start of the step */
  show(slide: HTMLElement, presses: number): void {
    if (slide !== this.#slide) {
      this.#slide = slide
      this.element.replaceChildren(...partsOf(slide))
      this.element.scrollTop = 0
    }
    this.#mark(presses)
  }

  /** Tells what is to be said now from what comes with later presses. */
  #mark(presses: number): void {
    let last: HTMLElement | undefined
    for (const part of this.element.children as Iterable<HTMLElement>) {
      const from = Number(part.dataset['from'])
      const comes = from > presses
      if (!comes && from === presses && from > 0) last ??= part
      const isFirst =
        comes &&
        (part.previousElementSibling as HTMLElement | null)?.dataset['from'] !==
          part.dataset['from']
      part.toggleAttribute('data-comes', comes)
      if (isFirst) part.dataset['after'] = keysIn(from - presses)
      else delete part.dataset['after']
    }
    if (last) this.#bringIn(last)
  }

  /** What is due is in view; whoever sees it already keeps their line. */
  #bringIn(part: HTMLElement): void {
    const { top, bottom } = this.element.getBoundingClientRect()
    const place = part.getBoundingClientRect()
    if (place.top < top || place.bottom > bottom) {
      this.element.scrollTop += place.top - top - (bottom - top) / 4
    }
  }

  /** Does what Shift and a key ask for. @returns whether they ask for anything */
  scrolled(event: KeyboardEvent): boolean {
    const pages = SCROLLS[event.key]
    if (!pages || !event.shiftKey || !isPlain(event)) return false
    this.element.scrollTop += pages * this.element.clientHeight
    return true
  }
}

function keysIn(presses: number): string {
  return presses === 1 ? 'with the next key' : `in ${presses} keys`
}

/** What is said, and not shown to everybody. */
const SAID = '.says > p, .lead, .speaker-note'

/** Copies for the notes, each with the press that it belongs to. */
function partsOf(slide: HTMLElement): HTMLElement[] {
  let from = 0
  const parts = slide.querySelectorAll<HTMLElement>(`${SAID}, [data-press]`)
  const copies: HTMLElement[] = []
  for (const part of parts) {
    // What stands behind something that waits for a press is said then.
    from = Math.max(from, Number(part.dataset['press'] ?? 0))
    if (part.matches(SAID)) copies.push(copyOf(part, from))
  }
  return copies.length > 0
    ? copies
    : [make('p', { className: 'speaker-none' }, 'This slide has no notes.')]
}

/** Without what is unique in a page, and what covers it on its slide. */
function copyOf(part: HTMLElement, from: number): HTMLElement {
  const copy = part.cloneNode(true) as HTMLElement
  copy.hidden = false
  copy.classList.remove('fragment')
  delete copy.dataset['press']
  copy.removeAttribute('data-waits')
  for (const one of [copy, ...copy.querySelectorAll('[id]')]) {
    one.removeAttribute('id')
  }
  copy.dataset['from'] = String(from)
  return copy
}
