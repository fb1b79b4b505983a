/**
 * The overview: all slides of the page as small ones, as they are. Nothing
 * moves in the document, so programs stay alive: the slides are laid out at
 * their full size in a grid and drawn smaller, and over them lies a dialog
 * with a button for each, in the same grid. Only what is in view is laid out.
 */
import { chaptersOf, slidesOf, type Listed } from './contents.ts'
import { Sheet } from './dialog.ts'
import { isPlain } from './keys.ts'
import { make, makeButton } from './making.ts'
import { fit } from './fit.ts'
import { gridKey } from './grid.ts'
import type { Step } from './steps.ts'
import type { Lectern, Tool } from './tools.ts'

export function tool(lectern: Lectern): Tool {
  const overview = new Overview(lectern)
  return {
    use: () => void (overview.close() || overview.open()),
    layDown: () => overview.close(),
  }
}

class Overview {
  readonly #lectern: Lectern
  readonly #slides: readonly Listed[]
  readonly #sheet: Sheet
  /** For what lasts as long as it is open. */
  #opened = new AbortController()
  #list = make('ol', { className: 'overview-grid' })
  #buttons: HTMLButtonElement[] = []
  #roving: HTMLButtonElement | undefined
  /** Steps that were shown in their last state. */
  readonly #shown = new Set<Step>()

  constructor(lectern: Lectern) {
    this.#lectern = lectern
    this.#slides = slidesOf(lectern.steps)
    this.#sheet = new Sheet('overview', 'All slides', lectern.signal, {
      onKey: (event) => this.#press(event),
      onClose: () => this.#putBack(),
    })
  }

  open(): void {
    this.#opened = new AbortController()
    const { signal } = this.#opened
    this.#buttons = this.#slides.map((listed) => this.#buttonOf(listed))
    this.#list = make('ol', { className: 'overview-grid' })
    this.#list.append(...this.#buttons.map((button) => make('li', {}, button)))
    this.#mark()
    document.documentElement.classList.add('overviewing')
    const chapters = chapterLinks((path, step) => {
      // What lies in this page does not come with another one.
      if (path === location.pathname) this.close()
      this.#lectern.visit(path, step)
    })
    this.#sheet.open(this.#head(), this.#list, chapters)
    this.#buttonHere.scrollIntoView({ block: 'center' })
    this.#watch(signal)
    addEventListener('resize', () => this.#fit(), { signal })
    document.addEventListener('deck-move', () => this.#mark(), { signal })
  }

  /** @returns whether it was open */
  close(): boolean {
    return this.#sheet.close()
  }

  /** The number of the slide that shows, less one. */
  get #here(): number {
    const { slide } = this.#lectern
    return this.#slides.findIndex((one) => one.slide === slide)
  }

  get #buttonHere(): HTMLButtonElement {
    return this.#buttons[this.#here]!
  }

  #head(): HTMLElement {
    const go = makeButton('Go to …', () => this.#leaveFor('go'))
    const close = makeButton('Close', () => void this.close())
    const count = make(
      'span',
      { className: 'overview-count' },
      `${this.#slides.length}`,
    )
    return make(
      'header',
      { className: 'overview-head' },
      make('h2', {}, 'All slides ', count),
      go,
      close,
    )
  }

  #buttonOf({ number, title, place }: Listed): HTMLButtonElement {
    const words = make('span', { className: 'overview-title' }, title)
    const button = makeButton([`${number}`, words], () =>
      this.#go(number, place),
    )
    button.ariaLabel = `Slide ${number}: ${title}`
    button.tabIndex = -1
    button.addEventListener('focus', () => this.#rove(button))
    return button
  }

  #go(number: number, place: Listed['place']): void {
    const isHere = number === this.#here + 1
    this.close()
    if (!isHere) this.#lectern.jump(place)
  }

  #leaveFor(wish: 'go' | 'keys'): void {
    this.close()
    this.#lectern.wish(wish)
  }

  /** Marks the slide that shows; whoever opens this starts there. */
  #mark(): void {
    const here = this.#buttonHere
    for (const button of this.#buttons) {
      button.ariaCurrent = button === here ? 'true' : null
    }
    if (this.#list.contains(document.activeElement)) return
    here.autofocus = true
    this.#rove(here)
  }

  /** Tab leads to one slide, and arrow keys from there to the others. */
  #rove(to: HTMLButtonElement): void {
    if (this.#roving) this.#roving.tabIndex = -1
    this.#roving = to
    to.tabIndex = 0
  }

  #press(event: KeyboardEvent): void {
    if (!isPlain(event)) return
    const key = event.key.toLowerCase()
    if (key === 'o') this.close()
    else if (key === 'g') this.#leaveFor('go')
    else if (key === '?') this.#leaveFor('keys')
    else if (!this.#move(event.key)) return
    event.preventDefault()
  }

  /** @returns whether the key moves */
  #move(key: string): boolean {
    const { activeElement } = document
    const from = this.#buttons.indexOf(activeElement as HTMLButtonElement)
    // A link to a chapter has its own keys.
    if (from < 0 && activeElement !== this.#sheet.element) return false
    const to = gridKey(key, from < 0 ? this.#here : from, {
      count: this.#buttons.length,
      columns: this.#columns,
      rows: Math.floor(
        innerHeight / this.#list.firstElementChild!.clientHeight,
      ),
    })
    if (to === undefined) return false
    this.#buttons[to]!.focus()
    this.#buttons[to]!.scrollIntoView({ block: 'nearest' })
    return true
  }

  /** How many slides stand in a row: the style sheet knows. */
  get #columns(): number {
    const style = getComputedStyle(this.#sheet.element)
    return Number(style.getPropertyValue('--overview-columns'))
  }

  /** The window has another size. */
  #fit(): void {
    for (const slide of document.querySelectorAll<HTMLElement>(IN_SIGHT)) {
      fit(slide)
    }
  }

  /** Lays out what comes into view, in its last state, and no more. */
  #watch(signal: AbortSignal): void {
    const listed = new Map(this.#slides.map((one) => [one.slide, one]))
    const observer = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          target.toggleAttribute('data-in-sight', isIntersecting)
          if (!isIntersecting) continue
          const { step } = listed.get(target as HTMLElement)!
          step.apply(step.presses)
          this.#shown.add(step)
        }
        for (const { target, isIntersecting } of seen) {
          if (isIntersecting) fit(target as HTMLElement)
        }
      },
      { rootMargin: '25%' },
    )
    for (const slide of listed.keys()) observer.observe(slide)
    signal.addEventListener('abort', () => observer.disconnect())
  }

  /** The slides are as they were. */
  #putBack(): void {
    this.#opened.abort()
    document.documentElement.classList.remove('overviewing')
    for (const slide of document.querySelectorAll(IN_SIGHT)) {
      slide.removeAttribute('data-in-sight')
    }
    const { steps, place, signal } = this.#lectern
    for (const step of this.#shown) step.leave()
    this.#shown.clear()
    if (!signal.aborted) steps[place.step]!.apply(place.presses)
  }
}

const IN_SIGHT = '[data-in-sight]'

/** The talk’s chapters, which are shown as slides when somebody goes there. */
function chapterLinks(visit: Lectern['visit']): HTMLElement {
  const links = chaptersOf().map((link) => {
    const copy = make('a', {}, link.textContent)
    const step = link.hash.slice(1) || 'opening'
    copy.href = `${link.pathname}${location.search}#${step}`
    copy.ariaCurrent = link.ariaCurrent
    copy.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      visit(link.pathname, step)
    })
    return make('li', {}, copy)
  })
  const nav = make(
    'nav',
    { className: 'overview-chapters' },
    make('ol', {}, ...links),
  )
  nav.ariaLabel = 'Chapters'
  return nav
}
