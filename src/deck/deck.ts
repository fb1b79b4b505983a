/**
 * The deck: turns the page's `.slide`s into a presentation where the reader is,
 * without a reload. Nothing moves in the document, so islands stay alive with
 * all that was done to them; slides that are not shown are `inert`.
 */

/** Keys, and how many slides they go. */
const WAYS: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
}

let deck: Deck | undefined

/** Presents from the slide in view; a second call goes back to the page. */
export function present(): void {
  if (deck) deck.leave()
  else deck = new Deck(() => (deck = undefined))
}

class Deck {
  readonly #slides = [...document.querySelectorAll<HTMLElement>('.slide')]
  readonly #counter = document.createElement('p')
  readonly #controls = this.#makeControls()
  readonly #listening = new AbortController()
  readonly #left: () => void
  #at = 0

  constructor(left: () => void) {
    this.#left = left
    const start = this.#inView()
    this.#counter.setAttribute('role', 'status')
    document.body.append(this.#controls)
    document.documentElement.classList.add('presenting')
    const { signal } = this.#listening
    document.addEventListener('keydown', (event) => this.#key(event), {
      signal,
    })
    addEventListener('resize', () => fit(this.#slides[this.#at]!), { signal })
    addEventListener('hashchange', () => this.#followAddress(), { signal })
    this.#show(start)
  }

  /** Back to the page, at the step of the slide. */
  leave(): void {
    this.#listening.abort()
    this.#controls.remove()
    document.documentElement.classList.remove('presenting')
    const slide = this.#slides[this.#at]!
    for (const other of this.#slides) {
      other.removeAttribute('data-shown')
      other.inert = false
      asSlide(other, false)
    }
    this.#address(slide, false)
    slide.scrollIntoView({ behavior: 'instant' })
    headingOf(slide)?.focus({ preventScroll: true })
    this.#left()
  }

  /** What keys do, for whoever has none: quiet buttons in a corner. */
  #makeControls(): HTMLElement {
    const controls = document.createElement('nav')
    controls.className = 'slide-controls'
    controls.ariaLabel = 'Slides'
    controls.append(
      control('‹', 'Previous slide', () => this.#show(this.#at - 1)),
      this.#counter,
      control('›', 'Next slide', () => this.#show(this.#at + 1)),
      control('×', 'Back to the page', () => this.leave()),
    )
    return controls
  }

  /**
   * The step named by an address that presents, or else by one whose step is in
   * view, or else the first step that is.
   */
  #inView(): number {
    const visible = this.#slides.findIndex(
      (slide) => slide.getBoundingClientRect().bottom > innerHeight / 3,
    )
    const named = this.#slides.findIndex(({ id }) => id && `#${id}` === hash())
    if (named < 0) return Math.max(visible, 0)
    const { top, bottom } = this.#slides[named]!.getBoundingClientRect()
    const isSeen = top < innerHeight && bottom > 0
    return isSeen || isPresented() || visible < 0 ? named : visible
  }

  #show(index: number): void {
    this.#at = Math.min(Math.max(index, 0), this.#slides.length - 1)
    for (const [at, slide] of this.#slides.entries()) {
      const shown = at === this.#at
      slide.toggleAttribute('data-shown', shown)
      slide.inert = !shown
      asSlide(slide, shown)
    }
    const slide = this.#slides[this.#at]!
    // Whoever presses the controls goes on pressing them.
    if (!this.#controls.contains(document.activeElement)) {
      headingOf(slide)?.focus({ preventScroll: true })
    }
    slide.scrollTop = 0
    fit(slide)
    this.#counter.textContent = `${this.#at + 1} / ${this.#slides.length}`
    this.#address(slide, true)
  }

  /** `?present#step` while presenting, so that a reload is on the same slide. */
  #address({ id }: HTMLElement, presenting: boolean): void {
    const url = new URL(location.href)
    url.search = presenting ? '?present' : ''
    url.hash = id
    history.replaceState(history.state, '', url)
  }

  #followAddress(): void {
    const index = this.#slides.findIndex(({ id }) => id && `#${id}` === hash())
    if (index >= 0) this.#show(index)
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return
    const target = event.composedPath()[0] as HTMLElement
    if (target.isContentEditable || target.matches('input, textarea, select')) {
      if (event.key === 'Escape') target.blur()
      return
    }
    if (event.key === 'Escape') return this.leave()
    if (event.key === ' ' && target.matches('button, a, summary')) return
    const way = WAYS[event.key]
    if (!way) return
    event.preventDefault()
    this.#show(this.#at + (event.shiftKey && event.key === ' ' ? -1 : way))
  }
}

function headingOf(slide: HTMLElement): HTMLElement | null {
  return slide.querySelector('h1, h2')
}

function control(sign: string, name: string, act: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = sign
  button.ariaLabel = name
  button.addEventListener('click', act)
  return button
}

/** A slide's unit shrinks to this share at the least; then the slide scrolls. */
const SMALLEST = 0.5

/** Makes a slide's unit smaller where it has more than fits, within reason. */
function fit(slide: HTMLElement): void {
  slide.style.removeProperty('--fit')
  let share = 1
  // Lines break anew at each size, so what is left over takes another look.
  while (slide.scrollHeight > slide.clientHeight && share > SMALLEST) {
    const wanted = share * (slide.clientHeight / slide.scrollHeight)
    share = Math.max(Math.min(wanted, share - 0.01), SMALLEST)
    slide.style.setProperty('--fit', share.toFixed(3))
  }
}

/** Whether the address asks for slides. */
function isPresented(): boolean {
  return new URLSearchParams(location.search).has('present')
}

function hash(): string {
  return decodeURIComponent(location.hash)
}

/** What is shown is a region named “Slide”; reading, it is the section it was. */
function asSlide(slide: HTMLElement, shown: boolean): void {
  if (shown) {
    slide.setAttribute('role', 'region')
    slide.setAttribute('aria-label', 'Slide')
  } else {
    slide.removeAttribute('role')
    slide.removeAttribute('aria-label')
  }
}
