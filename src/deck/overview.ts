/**
 * The overview: all slides of the page as small ones, as they are. Nothing
 * moves in the document, so programs stay alive: the slides are laid out at
 * their full size in a grid and drawn smaller, and over them lies a dialog
 * with a button for each, in the same grid. However many there are, only what
 * is in sight is made at once; the buttons of the others come a moment later.
 */
import { chaptersOf, slidesOf, type Listed } from './contents.ts'
import { Sheet } from './dialog.ts'
import { isPlain } from './keys.ts'
import { make, makeButton } from './making.ts'
import { fit } from './fit.ts'
import { gridKey, inSight } from './grid.ts'
import { afterPaint } from './paint.ts'
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
  #list = make('ol')
  /** Of each slide, once it is made. */
  #buttons: (HTMLButtonElement | undefined)[] = []
  #roving: HTMLButtonElement | undefined
  #seen: readonly Listed[] = []
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
    this.#buttons = this.#slides.map(() => undefined)
    this.#list = make('ol', { className: 'overview-grid' })
    const root = document.documentElement
    root.classList.add('overviewing')
    root.style.setProperty('--overview-count', `${this.#slides.length}`)
    this.#mark()
    const chapters = chapterLinks((path, step) => {
      // What lies in this page does not come with another one.
      if (path === location.pathname) this.close()
      this.#lectern.visit(path, step)
    })
    this.#sheet.open(this.#head(), this.#list, chapters)
    this.#button(this.#here).scrollIntoView({ block: 'center' })
    this.#look()
    const resize = () => {
      this.#look()
      for (const { slide } of this.#seen) fit(slide)
    }
    addEventListener('resize', resize, { signal })
    addEventListener('scroll', () => this.#look(), { signal, passive: true })
    document.addEventListener('deck-move', () => this.#mark(), { signal })
    afterPaint(() => signal.aborted || this.#makeAll())
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

  /** The button of a slide, made where it was not. */
  #button(index: number): HTMLButtonElement {
    const made = this.#buttons[index]
    if (made) return made
    const { number, title, place } = this.#slides[index]!
    const words = make('span', { className: 'overview-title' }, title)
    const button = makeButton(
      [`${number}`, words],
      () => this.#go(index, place),
      { ariaLabel: `Slide ${number}: ${title}`, tabIndex: -1 },
    )
    button.addEventListener('focus', () => this.#rove(button))
    const item = make('li', {}, button)
    stand(item, index)
    const next = this.#buttons.find((one, at) => at > index && one)
    this.#list.insertBefore(item, next?.parentElement ?? null)
    this.#buttons[index] = button
    return button
  }

  /** For whoever reads or tabs through all of them. */
  #makeAll(): void {
    for (const index of this.#slides.keys()) this.#button(index)
  }

  #go(index: number, place: Listed['place']): void {
    const isHere = index === this.#here
    this.close()
    if (!isHere) this.#lectern.jump(place)
  }

  #leaveFor(wish: 'go' | 'keys'): void {
    this.close()
    this.#lectern.wish(wish)
  }

  /** Marks the slide that shows; whoever opens this starts there. */
  #mark(): void {
    const here = this.#button(this.#here)
    for (const button of this.#list.querySelectorAll('[aria-current]')) {
      button.ariaCurrent = null
    }
    here.ariaCurrent = 'true'
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
    const { columns, pitch } = this.#grid
    const to = gridKey(key, from < 0 ? this.#here : from, {
      count: this.#slides.length,
      columns,
      rows: Math.floor(innerHeight / pitch),
    })
    if (to === undefined) return false
    this.#button(to).focus()
    this.#button(to).scrollIntoView({ block: 'nearest' })
    return true
  }

  /** How many slides stand in a row, and pixels from one row to the next: the
      style sheet knows. */
  get #grid() {
    const style = getComputedStyle(this.#list)
    return {
      columns: Number(style.getPropertyValue('--overview-columns')),
      pitch:
        this.#button(this.#here).parentElement!.clientHeight +
        parseFloat(style.rowGap),
    }
  }

  /** Shows what is in sight, in its last state, and no more. */
  #look(): void {
    const [from, to] = inSight({
      ...this.#grid,
      top: this.#list.getBoundingClientRect().top,
      height: innerHeight,
    })
    const before = this.#seen
    this.#seen = this.#slides.slice(from, to)
    for (const listed of before) {
      if (!this.#seen.includes(listed)) hide(listed)
    }
    const come = this.#seen.filter((listed) => !before.includes(listed))
    for (const { slide, step, number } of come) {
      this.#button(number - 1)
      stand(slide, number - 1)
      slide.setAttribute('data-in-sight', '')
      step.apply(step.presses)
      this.#shown.add(step)
    }
    for (const { slide } of come) fit(slide)
  }

  /** The slides are as they were. */
  #putBack(): void {
    this.#opened.abort()
    const root = document.documentElement
    root.classList.remove('overviewing')
    forget(root, '--overview-count')
    for (const listed of this.#seen) hide(listed)
    this.#seen = []
    const { steps, place, signal } = this.#lectern
    for (const step of this.#shown) step.leave()
    this.#shown.clear()
    if (!signal.aborted) steps[place.step]!.apply(place.presses)
  }
}

/** Gives something its place in the grid: the style sheet has the columns. */
function stand(element: HTMLElement, index: number): void {
  element.style.setProperty('--overview-index', `${index}`)
}

function hide({ slide }: Listed): void {
  slide.removeAttribute('data-in-sight')
  forget(slide, '--overview-index')
}

/** Takes a property away; nothing is left of it. */
function forget(element: HTMLElement, property: string): void {
  element.style.removeProperty(property)
  if (!element.getAttribute('style')) element.removeAttribute('style')
}

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
