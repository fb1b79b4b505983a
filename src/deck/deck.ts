/**
 * The deck: turns the page's steps into a presentation where the reader is,
 * without a reload. Nothing moves in the document, so islands stay alive with
 * all that was done to them; slides that are not shown are `inert`.
 *
 * Each key press is an entry of the browser's history, so that Back and a
 * reload land where one was.
 */
import { formatAddress, parseAddress } from './address.ts'
import { keepAwake } from './awake.ts'
import { Company } from './company.ts'
import { Controls } from './controls.ts'
import type { Channel } from './door.ts'
import type { Driver } from './driving.ts'
import type { Hall } from './hall.ts'
import { listenToAll } from './inputs.ts'
import type { Wish } from './keys.ts'
import type { Said } from './message.ts'
import { afterPaint } from './paint.ts'
import { Progress } from './progress.ts'
import { Stage } from './stage.ts'
import type { InStep } from './step.ts'
import { after, before, stepsOfPage, type Place, type Step } from './steps.ts'
import type { Lectern } from './tools.ts'
import {
  inView,
  isPresented,
  locationOf,
  markFrom,
  named,
  openSpeaker,
  type Mark,
} from './whereabouts.ts'

/** What a window is for. */
export type Role =
  /** Everybody looks at it. */
  | 'present'
  /** The speaker looks at it. */
  | 'speaker'
  /** It shows the speaker what the next key shows, and nobody touches it. */
  | 'preview'
  /** It shows what a speaker elsewhere shows, and moves nobody. */
  | 'follow'
  /** It is tried before the stage: nothing is kept of it, and no other window hears. */
  | 'rehearsal'

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

/**
 * Opens the slides that an address names, for whoever looks at this window.
 * @param channel to whom it is in step with; to this browser's windows, if none is given
 */
export function openDeck(role: Role, resume = '', channel?: Channel): Deck {
  const steps = stepsOfPage()
  const place = named(steps, location.hash || resume)
  deck = new Deck(role, steps, place ?? { step: 0, presses: 0 }, channel)
  return deck
}

class Deck implements Lectern {
  readonly role: Role
  readonly steps: readonly Step[]
  readonly #controls: Controls
  readonly #progress: Progress
  readonly #stage: Stage
  /** Where a press of the page does something to an island. */
  readonly #driver: Promise<Driver | undefined> | undefined
  readonly #listening = new AbortController()
  readonly #company: Company
  #place: Place
  /** Where one was before the last jump. */
  #before: Place | undefined

  constructor(
    role: Role,
    steps: readonly Step[],
    start: Place,
    channel?: Channel,
  ) {
    this.role = role
    this.steps = steps
    this.#place = start
    this.#controls = new Controls((wish) => this.wish(wish), WITHOUT[role])
    this.#progress = new Progress(steps)
    const root = document.documentElement
    root.classList.add('presenting', `presenting-${role}`)
    this.#scale()
    if (role !== 'preview') {
      document.body.append(this.#progress.element, this.#controls.element)
    }
    this.#stage = new Stage(steps, {
      turned: ({ step, number, count }) =>
        this.#controls.say(number, count, step.title),
      focus: (slide) => this.#focus(slide),
      prepare: (slide) => this.#prepare(slide),
    })
    if (document.querySelector('[data-do]')) this.#driver = this.#loadDriver()
    this.#listen()
    this.#show(start, isPresented() ? 'replace' : 'push')
    const { step } = this
    this.#drive((driver) => driver.arrive(step, start.presses))
    if (role === 'preview') this.#showNext(start)
    else afterPaint(() => keepAwake(this.signal))
    this.#company = new Company(this, {
      mark: () => this.#mark(),
      follow: (value, said) => this.#followWindow(value, said),
      alone: () => this.#stage.prepare(),
      channel,
    })
  }

  get step(): Step {
    return this.steps[this.#place.step]!
  }

  get place(): Place {
    return this.#place
  }

  get slide(): HTMLElement {
    return this.step.slideAt(this.#place.presses)
  }

  get signal(): AbortSignal {
    return this.#listening.signal
  }

  get inStep(): InStep {
    return this.#company.inStep
  }

  /** Tells other windows that this one is where it is. */
  announce(): void {
    this.#company.announce(this.#mark())
  }

  /** Other windows and tools are there from then on; undefined if they did not come. */
  enterHall(): Promise<Hall | undefined> {
    return this.#company.enter()
  }

  /** Back to the page, at the step of the slide. */
  leave(): void {
    if (this.role === 'speaker') return
    const { section, id, heading } = this.step
    this.close()
    history.pushState(null, '', locationOf('', { step: id, presses: 0 }))
    section.scrollIntoView({ behavior: 'instant' })
    heading?.focus({ preventScroll: true })
  }

  /** Does what a key, a button or a finger asks for. */
  wish(wish: Wish, held = false): void {
    const { tools } = this.#company
    if (tools?.takes(wish)) return
    if (wish === 'leave') {
      if (!tools?.layDown()) this.leave()
    } else if (wish === 'speaker') {
      if (this.role !== 'speaker') this.notice(openSpeaker(this.#mark()))
    } else if (wish === 'next' || wish === 'back') this.#go(wish, held)
    else if (wish === 'return') {
      if (this.#before) this.jump(this.#before)
    } else if (wish === 'first') this.jump({ step: 0, presses: 0 })
    else if (wish === 'last') this.jump(endOf(this.steps))
    else void this.#company.use(wish)
  }

  jump(to: Place): void {
    this.#before = this.#place
    this.#company.moves()
    this.#travel(to, 'push')
    afterPaint(() => this.announce())
  }

  /** Still presenting; and all windows come along. */
  visit(path: string, step = 'opening'): void {
    this.#company.announce({ path, step, presses: 0 })
    location.assign(locationOf(location.search, { step, presses: 0 }, path))
  }

  readonly notice = (words: string): void => {
    document.querySelector('[data-notice]')!.textContent = words
  }

  #go(wish: 'next' | 'back', held: boolean): void {
    const find = wish === 'next' ? after : before
    const to = find(this.steps, this.#place)
    if (!to) return this.#leaveChapter(wish)
    this.#company.moves()
    this.#travel(to, held ? 'replace' : 'push')
    afterPaint(() => this.announce())
  }

  /** Takes the slides away; the address stays as it is. */
  close(): void {
    this.#listening.abort()
    this.#controls.element.remove()
    this.#progress.element.remove()
    this.#stage.clear()
    document.documentElement.classList.remove(
      'presenting',
      `presenting-${this.role}`,
      'presenting-scaled',
    )
    deck = undefined
  }

  /** All of a slide grows with the window, but where people hold it in a hand. */
  #scale(): void {
    const isHeld = this.role !== 'speaker' && matchMedia(IN_A_HAND).matches
    document.documentElement.classList.toggle('presenting-scaled', !isHeld)
  }

  async #loadDriver(): Promise<Driver | undefined> {
    try {
      const { Driver } = await import('./driving.ts')
      return new Driver()
    } catch {
      this.notice(
        'What key presses do to programs could not be loaded. Check the connection, and reload.',
      )
      return undefined
    }
  }

  /** Where others press the keys, they load what that needs. */
  #prepare(slide: HTMLElement): void {
    if (this.role === 'preview' || !this.#company.leads) return
    this.#drive((driver) => driver.prepare(slide))
  }

  #drive(act: (driver: Driver) => void): void {
    void this.#driver?.then((driver) => driver && act(driver))
  }

  #listen(): void {
    const { signal } = this
    const resize = () => {
      this.#scale()
      this.#stage.fit()
    }
    addEventListener('resize', resize, { signal })
    addEventListener('popstate', () => this.#followHistory(), { signal })
    if (this.role === 'preview') return
    listenToAll(
      {
        wish: (wish, held) => this.wish(wish, held),
        visit: (path) => this.visit(path),
      },
      signal,
    )
  }

  /** After a chapter's last slide comes the next chapter, still presenting. */
  #leaveChapter(wish: 'next' | 'back'): void {
    const rel = wish === 'next' ? 'next' : 'prev'
    const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)
    if (!link) return
    this.visit(link.pathname, wish === 'next' ? 'opening' : 'recap')
  }

  /** Goes where the history or another address leads: maybe off the slides. */
  #followHistory(): void {
    if (!isPresented()) return this.close()
    const to = named(this.steps, location.hash)
    if (!to) return
    this.#travel(to)
    this.announce()
  }

  /** Shows a place, and then does what the presses to it do, or undoes it. */
  #travel(to: Place, how?: 'push' | 'replace'): void {
    const from = this.#place
    this.#show(to, how)
    if (from.step !== to.step) return
    const { step } = this
    afterPaint(() =>
      this.#drive((driver) => driver.travel(step, from.presses, to.presses)),
    )
  }

  /**
   * Shows a place. First people see it, then all others hear of it.
   * @param how the address is written, if it is
   */
  #show(place: Place, how?: 'push' | 'replace'): void {
    this.#place = place
    this.#stage.show(place)
    if (this.role === 'preview' || this.role === 'rehearsal') return
    const mark = this.#mark()
    afterPaint(() => {
      if (this.signal.aborted) return
      this.#progress.show(place)
      if (how) this.#write(how, mark)
      const detail = formatAddress({ ...mark, packed: '' })
      document.dispatchEvent(new CustomEvent('deck-move', { detail }))
    })
  }

  #focus(slide: HTMLElement): void {
    // Whoever presses the controls goes on pressing them.
    if (this.role === 'preview' || this.#controls.hasFocus) return
    const heading = slide.querySelector<HTMLElement>('h1, h2')
    heading?.focus({ preventScroll: true })
  }

  #followWindow(value: unknown, { answers }: Said): void {
    const mark = markFrom(value)
    if (!mark) return
    if (mark.path !== location.pathname) {
      // A window that comes to another chapter stays there, until somebody moves.
      if (answers) return
      return location.replace(locationOf(location.search, mark, mark.path))
    }
    const hash = formatAddress({ ...mark, packed: '' })
    const to = named(this.steps, hash) ?? { step: 0, presses: 0 }
    if (this.role === 'preview') return this.#showNext(to)
    const { step, presses } = this.#place
    if (to.step === step && to.presses === presses) return
    if (this.#company.hasMovedLately) {
      this.#controls.tell('Another window moved')
    }
    this.#show(to, 'replace')
  }

  /** Shows what the next key would, and does what it would do. */
  #showNext(place: Place): void {
    this.#travel(after(this.steps, place) ?? place)
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
}

/** Buttons that a window has no use for. */
const WITHOUT: Partial<Record<Role, Wish[]>> = {
  speaker: ['speaker', 'leave'],
  follow: ['speaker'],
}

/** Phones, upright and sideways. */
const IN_A_HAND = '(max-width: 44rem) or (max-height: 30rem)'

/** Behind the last press of the last step. */
function endOf(steps: readonly Step[]): Place {
  const step = steps.length - 1
  return { step, presses: steps[step]!.presses }
}
