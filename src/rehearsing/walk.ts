/**
 * The walk through a page of a talk: each slide as it comes, its demos as they
 * stand, and each press with what it does to them.
 */
import { Audience } from './audience.ts'
import { Demo, type Patience } from './demo.ts'
import {
  isNew,
  type Fault,
  type Finding,
  type Note,
  type Spot,
} from './finding.ts'
import type { Planned } from './minutes.ts'
import { errorOf, faultOf, isOverdue, STORE, type Outcome } from './outcome.ts'
import type { Projector } from './projector.ts'
import {
  drivenBy,
  isEdited,
  plannedIn,
  sectionsOf,
  slideAt,
  titleOf,
} from './steps.ts'
import { until } from './waiting.ts'

interface Tell {
  /** A finding, as soon as it is known. */
  found(finding: Finding): void
  noted(note: Note): void
  /** Where the walk is; `share` of the page is behind it. */
  at(spot: Spot, share: number): void
}

export class Walk {
  readonly #projector: Projector
  readonly #patience: Patience
  readonly #signal: AbortSignal
  readonly #tell: Tell
  readonly #findings: Finding[] = []
  readonly #noted = new Set<string>()
  readonly #endless = new Set<Element>()
  readonly #page: URL
  readonly #audience: Audience
  #slides: HTMLElement[] = []
  #tried = new Set<Element>()
  /** What was tried so far. */
  readonly walked = { slides: 0, presses: 0, demos: 0, untried: 0 }

  constructor(
    page: URL,
    projector: Projector,
    patience: Patience,
    tell: Tell,
    signal: AbortSignal,
  ) {
    this.#page = page
    this.#projector = projector
    this.#patience = patience
    this.#tell = tell
    this.#signal = signal
    this.#audience = new Audience(
      projector,
      {
        found: (spot, fault) => this.#found(spot, fault),
        noted: (spot, words) => this.#note(spot, words),
      },
      signal,
    )
  }

  /**
   * @returns the steps of the page, as they are planned
   * @throws the signal's reason
   */
  async go(): Promise<Planned[]> {
    const projector = this.#projector
    const url = new URL('?rehearsal#opening', this.#page)
    const { quiet } = this.#patience
    if (!(await projector.open(url, quiet, this.#signal))) {
      this.#cannotOpen()
      return []
    }
    const { document } = projector
    this.#slides = [...document.querySelectorAll<HTMLElement>('.slide')]
    const sections = sectionsOf(this.#slides)
    this.#noteEdits(document)
    for (const section of sections) {
      if (!(await this.#through(section))) break
    }
    this.#audience.judge()
    return sections.flatMap(plannedIn)
  }

  /** Goes through the presses of a step. @returns whether it came to its end */
  async #through(section: HTMLElement): Promise<boolean> {
    const presses = Number(section.dataset['presses'] ?? 0)
    for (let press = 0; press <= presses; press++) {
      if (!(await this.#stand(section, press))) return false
    }
    return true
  }

  /** Comes to a place, and looks at all that is there. @returns whether it came there */
  async #stand(section: HTMLElement, press: number): Promise<boolean> {
    const projector = this.#projector
    const isFirst = section === this.#slides[0]!.closest('section') && !press
    const spot = this.#spot(section, press)
    if (!isFirst) {
      projector.press('ArrowRight')
      this.walked.presses++
    }
    const wanted = slideAt(section, press)
    const isThere = () => projector.slide === wanted
    if (!(await until(isThere, this.#patience.quiet, this.#signal))) {
      this.#found(spot, {
        kind: 'errs',
        what: 'A press of the key did not lead here.',
        todo: 'Open the slide before, and press the key.',
      })
      return false
    }
    this.#tell.at(spot, this.#slides.indexOf(wanted) / this.#slides.length)
    await this.#tryDemos(wanted, spot)
    await this.#settle(section, press, spot)
    await this.#audience.look(wanted, spot)
    return true
  }

  /** Runs each demo of a slide once, as the build made it. */
  async #tryDemos(slide: HTMLElement, spot: Spot): Promise<void> {
    if (this.#tried.has(slide)) return
    this.#tried.add(slide)
    this.walked.slides++
    for (const element of slide.querySelectorAll<HTMLElement>('[data-key]')) {
      const demo = this.#demo(element)
      const { awaitedModel } = demo
      if (awaitedModel) {
        this.walked.untried++
        const words = `“${demo.name}” was not tried: it takes ${awaitedModel}, a large model for the graphics card, which is loaded only when you say so. Open the slide, load it, and send a message.`
        this.#note(spot, words)
      }
      if (!demo.canRun) continue
      this.walked.demos++
      const started = performance.now()
      const outcome = await demo.run(this.#takeErrors)
      this.#judge(demo, outcome, spot)
      this.#noteSlow(demo.name, performance.now() - started, spot)
    }
  }

  /** Waits for what a press does to islands. */
  async #settle(
    section: HTMLElement,
    press: number,
    spot: Spot,
  ): Promise<void> {
    const islands = drivenBy(section, press)
    const name = `${section.id}/${press}`
    // The deck remembers what was there before a press has driven it.
    const isDriven = () =>
      Object.hasOwn(Object(this.#projector.window.history.state), name) ||
      islands.some((element) => this.#demo(element).trouble !== '')
    const { quiet } = this.#patience
    if (islands.length && !(await until(isDriven, quiet, this.#signal))) {
      this.#found(spot, {
        kind: 'errs',
        what: 'This press drives a demo, and nothing came of it.',
        todo: 'Open the slide before, press the key, and look into the browser’s console.',
      })
    }
    for (const element of islands) {
      const demo = this.#demo(element)
      const outcome = await demo.settle(this.#takeErrors)
      const isOver = isOverdue(outcome.trouble)
      // Some slides are about programs that stop, or that do not.
      if (isOver || demo.showsError) {
        const what = isOver
          ? 'is stopped as it takes too long'
          : 'shows an error'
        const words = `“${demo.name}” ${what} after this press. If that is what you want to show, all is well.`
        this.#note(spot, words)
      }
      if (!isOver) this.#judge(demo, outcome, spot)
    }
    for (const error of this.#takeErrors()) {
      this.#found(spot, errorOf('The page has an error', error))
    }
  }

  #judge(demo: Demo, outcome: Outcome, spot: Spot): void {
    const fault = faultOf(outcome, this.#patience.quiet / 1000)
    if (fault) this.#found(spot, fault)
    if (!outcome.hasEnded) this.#endless.add(demo.element)
  }

  #noteSlow(name: string, took: number, spot: Spot): void {
    if (took < SLOW) return
    const words = `“${name}” took ${Math.round(took / 1000)} seconds. Have something to say meanwhile.`
    this.#note(spot, words)
  }

  /** What the reader has changed stands there on stage, too. */
  #noteEdits(document: Document): void {
    for (const element of document.querySelectorAll<HTMLElement>(
      '[data-key]',
    )) {
      if (!isEdited(element)) continue
      const words = `You have changed “${element.ariaLabel}”: on stage it shows yours, and this check tried the original. Reset brings that back.`
      const section = element.closest<HTMLElement>('section')!
      this.#note(this.#spot(section, 0), words)
    }
  }

  #cannotOpen(): void {
    const spot = {
      chapter: this.#page.pathname,
      slide: '',
      link: new URL('?present#opening', this.#page).href,
    }
    this.#found(spot, {
      kind: 'missing',
      what: `The slides of ${this.#page.pathname} did not open.`,
      todo: STORE,
    })
  }

  #found(spot: Spot, fault: Fault): void {
    const finding = { ...spot, ...fault }
    if (!isNew(this.#findings, finding)) return
    this.#findings.push(finding)
    this.#tell.found(finding)
  }

  /** Each slide says a thing once, however many presses it has. */
  #note(spot: Spot, words: string): void {
    const name = `${spot.slide} ${words}`
    if (this.#noted.has(name)) return
    this.#noted.add(name)
    this.#tell.noted({ ...spot, words })
  }

  #demo(element: HTMLElement): Demo {
    const patience = this.#endless.has(element) ? NONE : this.#patience
    return new Demo(element, patience, this.#signal)
  }

  readonly #takeErrors = () => this.#projector.takeErrors()

  #spot(section: HTMLElement, press: number): Spot {
    const number = this.#slides.indexOf(slideAt(section, press)) + 1
    const hash = press ? `${section.id}/${press}` : section.id
    const { document } = this.#projector
    return {
      chapter: document.querySelector('h1')!.textContent!.trim(),
      slide: `${number}. ${titleOf(section)}`,
      link: new URL(`?present#${hash}`, this.#page).href,
    }
  }
}

/** Nobody waits a second time for what never ends. */
const NONE: Patience = { quiet: 0, most: 0 }

/** Milliseconds for which an audience sits still. */
const SLOW = 15_000
