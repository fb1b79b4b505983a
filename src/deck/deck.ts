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
import { Driver } from './driving.ts'
import { onSwipe, wishOf, type Wish } from './keys.ts'
import { afterPaint } from './paint.ts'
import { Stage } from './stage.ts'
import { InStep, type Mark } from './step.ts'
import { after, before, stepsOfPage, type Place, type Step } from './steps.ts'

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
    const steps = stepsOfPage()
    deck = new Deck('present', steps, inView(steps))
    deck.announce()
  }
}

/** Opens the slides that an address names, for whoever looks at this window. */
export function openDeck(role: Role, resume = ''): Deck {
  const steps = stepsOfPage()
  const place = named(steps, location.hash || resume)
  deck = new Deck(role, steps, place ?? { step: 0, presses: 0 })
  return deck
}

class Deck {
  readonly #role: Role
  readonly #steps: readonly Step[]
  readonly #controls: Controls
  readonly #stage: Stage
  readonly #driver = new Driver()
  readonly #inStep: InStep
  readonly #listening = new AbortController()
  #place: Place

  constructor(role: Role, steps: readonly Step[], start: Place) {
    this.#role = role
    this.#steps = steps
    this.#place = start
    this.#controls = new Controls(
      (wish) => this.wish(wish),
      role === 'speaker' ? ['speaker', 'leave'] : [],
    )
    const root = document.documentElement
    root.classList.add('presenting', `presenting-${role}`)
    if (role !== 'preview') document.body.append(this.#controls.element)
    this.#stage = new Stage(steps, ({ slide, step, number, count }) => {
      this.#controls.say(number, count, step.title)
      if (role !== 'preview') this.#focus(slide)
    })
    this.#inStep = new InStep({
      move: (mark) => this.#followWindow(mark),
      where: () => this.#mark(),
      listensOnly: role === 'preview',
    })
    this.#listen()
    this.#show(start, isPresented() ? 'replace' : 'push')
    this.#driver.arrive(this.step, start.presses)
    if (role === 'preview') this.#showNext(start)
  }

  get step(): Step {
    return this.#steps[this.#place.step]!
  }

  /** Tells other windows that this one is where it is. */
  announce(): void {
    this.#inStep.tell(this.#mark())
  }

  /** Back to the page, at the step of the slide. */
  leave(): void {
    if (this.#role === 'speaker') return
    const { section, id, heading } = this.step
    this.#close()
    history.pushState(null, '', locationOf('', { step: id, presses: 0 }))
    section.scrollIntoView({ behavior: 'instant' })
    heading?.focus({ preventScroll: true })
  }

  /** Goes where the history or another address leads: maybe off the slides. */
  #followHistory(): void {
    if (!isPresented()) return this.#close()
    const to = named(this.#steps, location.hash)
    if (!to) return
    this.#travel(to)
    this.announce()
  }

  /** Does what a key, a button or a finger asks for. */
  wish(wish: Wish, held = false): void {
    if (wish === 'leave') return this.leave()
    if (wish === 'speaker') return this.#openSpeaker()
    const to = this.#destination(wish)
    if (!to) return this.#leaveChapter(wish)
    this.#travel(to, held ? 'replace' : 'push')
    afterPaint(() => this.announce())
  }

  #close(): void {
    this.#listening.abort()
    this.#inStep.close()
    this.#controls.element.remove()
    this.#stage.clear()
    document.documentElement.classList.remove(
      'presenting',
      `presenting-${this.#role}`,
    )
    deck = undefined
  }

  #listen(): void {
    const { signal } = this.#listening
    addEventListener('resize', () => this.#stage.fit(), { signal })
    addEventListener('popstate', () => this.#followHistory(), { signal })
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
    document.addEventListener('click', (event) => this.#followStrip(event), {
      signal,
    })
  }

  /** The strip leads to the chapter of a stage. */
  #followStrip(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      '.strip a',
    )
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#goToChapter(link, 'opening')
  }

  /** Where a wish leads; undefined where that is another chapter. */
  #destination(wish: Wish): Place | undefined {
    if (wish === 'next') return after(this.#steps, this.#place)
    if (wish === 'back') return before(this.#steps, this.#place)
    const step = wish === 'first' ? 0 : this.#steps.length - 1
    const presses = wish === 'first' ? 0 : this.#steps[step]!.presses
    return { step, presses }
  }

  /** After a chapter's last slide comes the next chapter, still presenting. */
  #leaveChapter(wish: Wish): void {
    const rel = wish === 'next' ? 'next' : 'prev'
    const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)
    if (!link) return
    this.#goToChapter(link, wish === 'next' ? 'opening' : 'recap')
  }

  /** Still presenting; and all windows come along. */
  #goToChapter({ pathname }: HTMLAnchorElement, step: string): void {
    this.#inStep.tell({ path: pathname, step, presses: 0 })
    location.assign(locationOf(location.search, { step, presses: 0 }, pathname))
  }

  /** Shows a place, and then does what the presses to it do, or undoes it. */
  #travel(to: Place, how?: 'push' | 'replace'): void {
    const from = this.#place
    this.#show(to, how)
    if (from.step !== to.step) return
    const { step } = this
    afterPaint(() => this.#driver.travel(step, from.presses, to.presses))
  }

  /**
   * Shows a place. First people see it, then all others hear of it.
   * @param how the address is written, if it is
   */
  #show(place: Place, how?: 'push' | 'replace'): void {
    this.#place = place
    this.#stage.show(place)
    if (this.#role === 'preview') return
    const mark = this.#mark()
    afterPaint(() => {
      if (this.#listening.signal.aborted) return
      if (how) this.#write(how, mark)
      const detail = formatAddress({ ...mark, packed: '' })
      document.dispatchEvent(new CustomEvent('deck-move', { detail }))
    })
  }

  #focus(slide: HTMLElement): void {
    // Whoever presses the controls goes on pressing them.
    if (this.#controls.hasFocus) return
    const heading = slide.querySelector<HTMLElement>('h1, h2')
    heading?.focus({ preventScroll: true })
  }

  #followWindow(mark: Mark): void {
    if (mark.path !== location.pathname) {
      return location.replace(locationOf(location.search, mark, mark.path))
    }
    const { step, presses } = mark
    const hash = formatAddress({ step, presses, packed: '' })
    const to = named(this.#steps, hash) ?? { step: 0, presses: 0 }
    if (this.#role === 'preview') return this.#showNext(to)
    this.#show(to, 'replace')
  }

  /** Shows what the next key would, and does what it would do. */
  #showNext(place: Place): void {
    this.#travel(after(this.#steps, place) ?? place)
  }

  #mark(): Mark {
    const { presses } = this.#place
    return { path: location.pathname, step: this.step.id, presses }
  }

  /** `?present#STEP/N` while presenting, with the states that came with a link. */
  #write(how: 'push' | 'replace', mark: Mark): void {
    const { packed } = parseAddress(location.hash)
    const search = location.search || '?present'
    const url = locationOf(search, { ...mark, packed })
    if (how === 'push') history.pushState(history.state, '', url)
    else history.replaceState(history.state, '', url)
  }

  /** The presenter's window, of which there is one. */
  #openSpeaker(): void {
    if (this.#role === 'speaker') return
    const opened = open(
      locationOf('?presenter', this.#mark()),
      'a-wasm-new-year-presenter',
      'popup,width=1280,height=860',
    )
    document.querySelector('[data-notice]')!.textContent = opened
      ? ''
      : 'The browser did not open the presenter’s window. Allow this site to open windows, and press S again.'
  }
}

/** The place that an address names, as far as the page has it. */
function named(steps: readonly Step[], hash: string): Place | undefined {
  const { step: id, presses } = parseAddress(hash)
  const step = steps.findIndex((one) => one.id === id)
  if (step < 0) return undefined
  return { step, presses: Math.min(presses, steps[step]!.presses) }
}

/** The first step that is in view; one that the address names, if it is. */
function inView(steps: readonly Step[]): Place {
  const seen = steps.findIndex(
    ({ section }) => section.getBoundingClientRect().bottom > innerHeight / 3,
  )
  const place = named(steps, location.hash)
  if (!place?.step) return { step: Math.max(seen, 0), presses: 0 }
  const { section } = steps[place.step]!
  const { top, bottom } = section.getBoundingClientRect()
  const isSeen = top < innerHeight && bottom > 0
  return { step: isSeen || seen < 0 ? place.step : seen, presses: 0 }
}

function locationOf(
  search: string,
  address: { step: string; presses: number; packed?: string },
  path = location.pathname,
): string {
  return path + search + formatAddress({ packed: '', ...address })
}

/** Whether the address asks for slides. */
function isPresented(): boolean {
  return /[?&](?:present|presenter|preview)\b/.test(location.search)
}
