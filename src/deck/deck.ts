/**
 * The deck: turns the page's steps into a presentation where the reader is,
 * without a reload. Nothing moves in the document, so islands stay alive with
 * all that was done to them; slides that are not shown are `inert`.
 *
 * Each key press is an entry of the browser's history, so that Back and a
 * reload land where one was.
 */
import { formatAddress, parseAddress } from './address.ts'
import { Controls } from './controls.ts'
import {
  arriveBehind,
  drive,
  drivenBy,
  undo,
  wake,
  type State,
} from './driving.ts'
import { fit, refit } from './fit.ts'
import { onSwipe, wishOf, type Wish } from './keys.ts'
import { InStep, type Mark } from './step.ts'
import { stepsOfPage, type Place, type Step } from './steps.ts'

/** What a window is for. */
export type Role =
  /** Everybody looks at it. */
  | 'present'
  /** The speaker looks at it. */
  | 'speaker'
  /** It shows the speaker what the next key shows, and nobody touches it. */
  | 'preview'

let deck: Deck | undefined

/**
 * Presents from the step in view; a second call goes back to the page. Where
 * the address presents already, it says from where.
 * @param resume where this device was, as `#STEP/N`, for an address that
 *   presents and names no step
 */
export function present(resume = ''): void {
  if (deck) deck.leave()
  else if (isPresented()) openDeck('present', resume)
  else {
    deck = new Deck('present')
    deck.announce()
  }
}

/** Opens the slides that an address names, for whoever looks at this window. */
export function openDeck(role: Role, resume = ''): Deck {
  deck = new Deck(role, addressed(resume))
  return deck
}

/** The browser's history may lead onto the slides, or off them. */
addEventListener('popstate', () => {
  if (deck) deck.followHistory()
  else if (isPresented()) openDeck('present')
})

/** The place that an address names, or else the one to resume. */
function addressed(resume: string): Place {
  const { step, presses } = parseAddress(location.hash || resume)
  const index = stepsOfPage().findIndex(({ id }) => id === step)
  return index < 0 ? { step: 0, presses: 0 } : { step: index, presses }
}

class Deck {
  readonly steps = stepsOfPage()
  readonly #role: Role
  readonly #controls: Controls
  readonly #listening = new AbortController()
  readonly #inStep: InStep
  readonly #slides = this.steps.flatMap(({ slides }) => slides)
  /** What islands showed before a press drove them. */
  readonly #before = new Map<HTMLElement, State>()
  readonly #growth = new ResizeObserver(() => refit(this.#slide!))
  #place: Place
  #slide: HTMLElement | undefined
  #idle = 0

  constructor(role: Role, place?: Place) {
    this.#role = role
    this.#place = { step: 0, presses: 0 }
    const start = place ?? this.#inView()
    this.#controls = new Controls((wish) => this.wish(wish), withoutIn(role))
    const root = document.documentElement
    root.classList.add('presenting', `presenting-${role}`)
    for (const slide of this.#slides) slide.inert = true
    repeatHeadings(this.steps)
    if (role !== 'preview') document.body.append(this.#controls.element)
    this.#inStep = new InStep({
      move: (mark) => this.#followWindow(mark),
      where: () => this.#mark(),
      listensOnly: role === 'preview',
    })
    this.#listen()
    if (place) this.#recallBefore(start)
    this.#show(this.#within(start))
    if (place) this.#arrive()
    if (role === 'preview') this.#showNext(this.#place)
    else this.#write(isPresented() ? 'replace' : 'push')
  }

  get place(): Place {
    return this.#place
  }

  /** Tells other windows that this one is where it is. */
  announce(): void {
    this.#inStep.tell(this.#mark())
  }

  /** Back to the page, at the step of the slide. */
  leave(): void {
    if (this.#role === 'speaker') return
    const step = this.steps[this.#place.step]!
    this.#put()
    history.pushState(null, '', locationOf('', { step: step.id, presses: 0 }))
    step.section.scrollIntoView({ behavior: 'instant' })
    step.heading?.focus({ preventScroll: true })
  }

  /** Goes where the history or another address leads: maybe off the slides. */
  followHistory(): void {
    if (!isPresented()) return this.#put()
    const { step } = parseAddress(location.hash)
    if (!this.steps.some(({ id }) => id === step)) return
    void this.#travel(this.#within(addressed('')))
    this.announce()
  }

  /** Takes the slides apart: the page is as it was. */
  #put(): void {
    this.#listening.abort()
    this.#inStep.close()
    this.#growth.disconnect()
    cancelIdle(this.#idle)
    this.#controls.element.remove()
    document.documentElement.classList.remove(
      'presenting',
      `presenting-${this.#role}`,
    )
    for (const slide of this.#slides) {
      slide.inert = false
      slide.removeAttribute('data-shown')
      slide.removeAttribute('data-near')
      asSlide(slide, false)
    }
    for (const again of document.querySelectorAll('.again')) again.remove()
    for (const step of this.steps) step.leave()
    deck = undefined
  }

  #listen(): void {
    const { signal } = this.#listening
    addEventListener('resize', () => this.#fit(), { signal })
    if (this.#role === 'preview') return
    document.addEventListener(
      'keydown',
      (event) => {
        const wish = wishOf(event)
        if (!wish) return
        event.preventDefault()
        this.wish(wish, event.repeat)
      },
      { signal },
    )
    onSwipe((wish) => this.wish(wish), signal)
  }

  /** Does what a key, a button or a finger asks for. */
  wish(wish: Wish, held = false): void {
    if (wish === 'leave') return this.leave()
    if (wish === 'speaker') return this.#openSpeaker()
    const to = this.#destination(wish)
    if (!to) return this.#leaveChapter(wish)
    void this.#travel(to)
    this.#write(held ? 'replace' : 'push')
    this.announce()
  }

  /** Where a wish leads; undefined where that is another chapter. */
  #destination(wish: Wish): Place | undefined {
    const { step, presses } = this.#place
    const last = this.steps.length - 1
    if (wish === 'first') return { step: 0, presses: 0 }
    if (wish === 'last')
      return { step: last, presses: this.steps[last]!.presses }
    if (wish === 'next') return this.#after(this.#place)
    if (presses > 0) return { step, presses: presses - 1 }
    const before = this.steps[step - 1]
    return before && { step: step - 1, presses: before.presses }
  }

  #after({ step, presses }: Place): Place | undefined {
    if (presses < this.steps[step]!.presses) {
      return { step, presses: presses + 1 }
    }
    return step < this.steps.length - 1
      ? { step: step + 1, presses: 0 }
      : undefined
  }

  /** After a chapter's last slide comes the next chapter, still presenting. */
  #leaveChapter(wish: Wish): void {
    const rel = wish === 'next' ? 'next' : 'prev'
    const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)
    if (!link) return
    const url = new URL(link.href)
    url.search = location.search
    url.hash = wish === 'next' ? '' : 'recap'
    const mark = { path: url.pathname, step: url.hash.slice(1), presses: 0 }
    this.#inStep.tell(mark)
    location.assign(url)
  }

  /** Goes to a place of the same step press by press, driving and undoing. */
  async #travel(to: Place): Promise<void> {
    const from = this.#place
    const step = this.steps[to.step]!
    this.#show(to)
    if (from.step !== to.step) return
    for (let press = from.presses; press > to.presses; press--) {
      for (const orders of step.orders(press).toReversed()) {
        await undo(orders, this.#before.get(orders))
      }
    }
    for (let press = from.presses + 1; press <= to.presses; press++) {
      for (const orders of step.orders(press)) {
        this.#before.set(orders, await drive(orders))
        this.#rememberBefore(orders)
      }
    }
  }

  /** The undoing of a press survives a reload with the history's entry. */
  #rememberBefore(orders: HTMLElement): void {
    const { step, presses } = this.#place
    if (orders.dataset['press'] !== String(presses)) return
    if (this.steps[step]!.section !== orders.closest('section')) return
    const before = { [orders.dataset['do']!]: this.#before.get(orders) }
    history.replaceState({ ...history.state, ...before }, '')
  }

  #recallBefore({ step, presses }: Place): void {
    for (const orders of this.steps[step]!.orders(presses)) {
      const before = history.state?.[orders.dataset['do']!] as State | undefined
      if (before) this.#before.set(orders, before)
    }
  }

  /** Behind presses that an address skipped, islands are as they would be. */
  #arrive(): void {
    const { step, presses } = this.#place
    for (let press = 1; press <= presses; press++) {
      for (const orders of this.steps[step]!.orders(press)) {
        void arriveBehind(orders)
      }
    }
  }

  #followWindow({ path, step, presses }: Mark): void {
    if (path !== location.pathname) {
      const url = new URL(path, location.origin)
      url.search = location.search
      url.hash = formatAddress({ step, presses, packed: '' })
      return location.replace(url)
    }
    const index = Math.max(
      this.steps.findIndex(({ id }) => id === step),
      0,
    )
    const to = this.#within({ step: index, presses })
    if (this.#role === 'preview') return this.#showNext(to)
    this.#show(to)
    this.#write('replace')
  }

  /** Shows what the next key would, and does what it would do. */
  #showNext(place: Place): void {
    const next = this.#after(place)
    document.documentElement.toggleAttribute('data-over', !next)
    void this.#travel(next ?? place)
  }

  /** A place within what the page has. */
  #within({ step, presses }: Place): Place {
    return { step, presses: Math.min(presses, this.steps[step]!.presses) }
  }

  /** The first step that is in view; one that the address names, if it is. */
  #inView(): Place {
    const seen = this.steps.findIndex(
      ({ section }) => section.getBoundingClientRect().bottom > innerHeight / 3,
    )
    const { step } = parseAddress(location.hash)
    const named = this.steps.findIndex(({ id }) => id && id === step)
    if (named < 0) return { step: Math.max(seen, 0), presses: 0 }
    const { top, bottom } = this.steps[named]!.section.getBoundingClientRect()
    const isSeen = top < innerHeight && bottom > 0
    return { step: isSeen || seen < 0 ? named : seen, presses: 0 }
  }

  #show(place: Place): void {
    this.#place = place
    const step = this.steps[place.step]!
    const slide = step.slideAt(place.presses)
    step.apply(place.presses)
    if (slide === this.#slide) return this.#moved()
    const isMoving = this.#slide?.hasAttribute('data-transition')
    const isStill = matchMedia('(prefers-reduced-motion)').matches
    if (isMoving && !isStill && 'startViewTransition' in document) {
      document.startViewTransition(() => this.#turn(step, slide))
    } else this.#turn(step, slide)
  }

  /** One slide goes, another comes, and the focus with it. */
  #turn(step: Step, slide: HTMLElement): void {
    if (this.#slide) {
      this.#slide.removeAttribute('data-shown')
      this.#slide.inert = true
      asSlide(this.#slide, false)
    }
    this.#slide = slide
    slide.setAttribute('data-shown', '')
    slide.inert = false
    asSlide(slide, true)
    slide.scrollTop = 0
    fit(slide)
    this.#growth.disconnect()
    for (const beat of slide.children) this.#growth.observe(beat)
    // Whoever presses the controls goes on pressing them.
    if (!this.#controls.hasFocus && this.#role !== 'preview') {
      slide.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
    }
    const number = this.#slides.indexOf(slide) + 1
    this.#controls.say(number, this.#slides.length, step.title)
    this.#moved()
    this.#prepareNear(number - 1)
  }

  /** Says so to whoever keeps places, or shows what goes with them. */
  #moved(): void {
    const detail = formatAddress({ ...this.#mark(), packed: '' })
    document.dispatchEvent(new CustomEvent('deck-move', { detail }))
  }

  /**
   * Lays the neighbours out while nobody waits, so that a key press only has to
   * uncover one; and loads the islands that presses on this slide drive.
   */
  #prepareNear(index: number): void {
    cancelIdle(this.#idle)
    this.#idle = whenIdle(() => {
      const near = [this.#slides[index + 1], this.#slides[index - 1]]
      for (const slide of document.querySelectorAll('[data-near]')) {
        if (!near.includes(slide as HTMLElement)) {
          slide.removeAttribute('data-near')
        }
      }
      for (const slide of near) {
        slide?.setAttribute('data-near', '')
        if (slide) fit(slide)
      }
      const slide = this.#slides[index]!
      for (const orders of slide.querySelectorAll<HTMLElement>('[data-do]')) {
        wake(drivenBy(orders))
      }
    })
  }

  #fit(): void {
    if (this.#slide) fit(this.#slide)
    this.#prepareNear(this.#slides.indexOf(this.#slide!))
  }

  #mark(): Mark {
    const { step, presses } = this.#place
    return { path: location.pathname, step: this.steps[step]!.id, presses }
  }

  /** `?present#STEP/N` while presenting, with the states that came with a link. */
  #write(how: 'push' | 'replace'): void {
    const url = locationOf(
      location.search || '?present',
      this.#mark(),
      parseAddress(location.hash).packed,
    )
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(history.state, '', url)
  }

  /** The presenter's window, of which there is one. */
  #openSpeaker(): void {
    if (this.#role === 'speaker') return
    const url = locationOf('?presenter', this.#mark())
    const opened = open(
      url,
      'a-wasm-new-year-presenter',
      'popup,width=1280,height=860',
    )
    document.querySelector('[data-notice]')!.textContent = opened
      ? ''
      : 'The browser did not open the presenter’s window. Allow this site to open windows, and press S again.'
  }
}

/** What a window has no button for. */
function withoutIn(role: Role): Wish[] {
  return role === 'speaker' ? ['speaker', 'leave'] : []
}

/** On a step's further slides its heading stands once more. */
function repeatHeadings(steps: readonly Step[]): void {
  for (const { slides } of steps) {
    for (const slide of slides.slice(1)) {
      const parts = slides[0]!.querySelectorAll('.strip, h2')
      const again = [...parts].map(
        (part) => part.cloneNode(true) as HTMLElement,
      )
      for (const part of again) part.classList.add('again')
      slide.prepend(...again)
    }
  }
}

function locationOf(
  search: string,
  { step, presses }: { step: string; presses: number },
  packed = '',
): string {
  const hash = formatAddress({ step, presses, packed })
  return `${location.pathname}${search}${hash}`
}

/** Whether the address asks for slides. */
function isPresented(): boolean {
  return /[?&](?:present|presenter|preview)\b/.test(location.search)
}

/** What is shown is a region named “Slide”; reading, it is what it was. */
function asSlide(slide: HTMLElement, shown: boolean): void {
  if (shown) {
    slide.setAttribute('role', 'region')
    slide.setAttribute('aria-label', 'Slide')
  } else {
    slide.removeAttribute('role')
    slide.removeAttribute('aria-label')
  }
}

/** Safari has no idle callbacks: there it is a moment later. */
function whenIdle(act: () => void): number {
  return 'requestIdleCallback' in window
    ? requestIdleCallback(act, { timeout: 500 })
    : (window as Window).setTimeout(act, 100)
}

function cancelIdle(id: number): void {
  if ('cancelIdleCallback' in window) cancelIdleCallback(id)
  else clearTimeout(id)
}
