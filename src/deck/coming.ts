/**
 * What the next key shows: in a frame, the same page one press ahead, and in
 * words. At the end of a page it says what follows.
 */
import { drivenBy } from './driving.ts'
import { make, write } from './making.ts'
import { after } from './steps.ts'
import type { Lectern } from './tools.ts'

/** The size at which the next slide is laid out, before it is made smaller. */
const PREVIEW = { width: 1280, height: 720 }

export class Coming {
  readonly #lectern: Lectern
  readonly #words = make('figcaption')
  readonly #end = make('p', { className: 'speaker-end', hidden: true })
  readonly element = make(
    'figure',
    { className: 'speaker-next' },
    this.#words,
    frame(this.#end),
  )

  constructor(lectern: Lectern) {
    this.#lectern = lectern
  }

  show(): void {
    const words = inWords(this.#lectern)
    const isEnd = words === ''
    write(this.#words, isEnd ? endInWords() : words)
    write(this.#end, isEnd ? endInWords() : '')
    this.#end.hidden = !isEnd
  }
}

/** Nobody touches it, and nobody hears of it but in words. */
function frame(end: HTMLElement): HTMLElement {
  const url = new URL(location.href)
  url.search = '?preview'
  const slides = make('iframe', {
    title: 'Next',
    tabIndex: -1,
    // A phone has no room for it, and loads nothing.
    loading: 'lazy',
    src: url.href,
    width: String(PREVIEW.width),
    height: String(PREVIEW.height),
  })
  const box = make('div', { inert: true, ariaHidden: 'true' }, slides, end)
  new ResizeObserver(() => {
    box.style.setProperty('--scale', String(box.clientWidth / PREVIEW.width))
  }).observe(box)
  return box
}

/** What the next key does; '' where the page is at its end. */
function inWords({ steps, place }: Lectern): string {
  const to = after(steps, place)
  if (!to) return ''
  const step = steps[to.step]!
  if (to.step !== place.step) return `Next: ${step.title}`
  const slide = step.slides.indexOf(step.slideAt(to.presses))
  const isTurned = step.slideAt(place.presses) !== step.slides[slide]
  if (isTurned) return `Next: slide ${slide + 1} of this step`
  const [orders] = step.orders(to.presses)
  const name = orders && drivenBy(orders).ariaLabel
  return `Next, on this slide${name ? `: “${name}”` : ''}`
}

function endInWords(): string {
  const link = document.querySelector('a[rel="next"]')
  // The link says what it is in an element, and the title right behind it.
  const title = link?.lastChild?.textContent?.trim()
  return title
    ? `End of the chapter. Next is “${title}”`
    : 'End of the talk. Nothing comes next'
}
