/**
 * A demo: an island with something to run, seen from outside. It is known by its
 * primary button, by what its card says, and by its state.
 */
import type { LiveElement } from '../state.ts'
import type { Outcome } from './outcome.ts'
import { pause, until } from './waiting.ts'

/** How long a demo may take, in milliseconds. */
export interface Patience {
  /** Without a sign of life. */
  quiet: number
  /** In all. */
  most: number
}

/** Milliseconds in which one that was stopped comes to rest. */
const STOPPING = 5000
/** Milliseconds without work that tell rest from a breath between two jobs. */
const REST = 120
const LOOK = 20

/** What a press of the primary button does that a check may do. */
const RUNS = new Set(['run', 'tell', 'ask', 'draw', 'measure', 'check', 'look'])

/** Where what comes of a run is the same each time. */
const TOLD: Record<string, string> = {
  'runnable-program': '.result output',
  'staged-program': '.result output',
  'binaryen-program': '.result output',
  'story-teller': '.story-log',
  'two-tellers': '.story-log',
  'tool-terminal': '.written',
}

export class Demo {
  readonly element: LiveElement
  readonly #patience: Patience
  readonly #signal: AbortSignal

  constructor(element: HTMLElement, patience: Patience, signal: AbortSignal) {
    this.element = element as LiveElement
    this.#patience = patience
    this.#signal = signal
  }

  get name(): string {
    return this.element.ariaLabel ?? this.element.localName
  }

  /** Whether there is something to run; a chat takes a model first, which is the reader's word. */
  get canRun(): boolean {
    return RUNS.has(this.#primary?.dataset['act'] ?? '')
  }

  /** The model that it would have to load; '' for none. */
  get awaitedModel(): string {
    const isChat = this.#primary?.dataset['act'] === 'send'
    return isChat ? (this.element.dataset['model'] ?? '') : ''
  }

  /** Whether its result is an error, which may be what the slide is about. */
  get showsError(): boolean {
    return this.element.querySelector('.result output .problem') !== null
  }

  /** What the card says went wrong; '' for nothing. */
  get trouble(): string {
    const place = this.element.querySelector<HTMLElement>('.trouble')
    // It ends with a button, “Try again”.
    return place?.hidden === false ? (place.firstChild?.textContent ?? '') : ''
  }

  /**
   * Runs it as the build made it, and puts it back.
   * @param takeErrors gives what was thrown in the page since
   */
  async run(takeErrors: () => string[]): Promise<Outcome> {
    if (!(await this.#wake())) return this.#outcome(takeErrors(), !this.#isBusy)
    const { element } = this
    element.restore(element.untouched)
    const { showsError: wasError } = this
    const expected = this.#told()
    const turns = this.#turns
    const hasEnded = await this.#work(() => this.#act())
    const outcome = {
      ...this.#outcome(takeErrors(), hasEnded),
      expected,
      came: this.#told(turns),
      wasError,
      isError: this.showsError,
    }
    element.restore(element.untouched)
    return outcome
  }

  /** Waits until what a press has begun is done. */
  async settle(takeErrors: () => string[]): Promise<Outcome> {
    const hasEnded = await this.#work(() => () => true)
    return this.#outcome(takeErrors(), hasEnded)
  }

  /**
   * A terminal runs the lines that the build has run; all others have a button.
   * @returns whether all of it has begun, when it is asked
   */
  #act(): () => boolean {
    const { element } = this
    if (!element.matches('tool-terminal')) {
      element.act(this.#primary!.dataset['act']!)
      return () => true
    }
    const lines = [
      ...element.querySelectorAll('.terminal-log .typed code'),
    ].map(({ textContent }) => textContent!)
    for (const line of lines) element.act(`$ ${line}`)
    const turns = this.#turns + lines.length
    return () => this.#turns >= turns || this.trouble !== ''
  }

  #outcome(errors: string[], hasEnded: boolean): Outcome {
    return { name: this.name, hasEnded, trouble: this.trouble, errors }
  }

  /** @returns whether its script is there; where it did not come, the card says so */
  async #wake(): Promise<boolean> {
    const { element } = this
    const land = element.parentElement as HTMLElement & {
      wait(): Promise<void>
    }
    let isThere = false
    land.dispatchEvent(new Event('click'))
    void land.wait().then(() => (isThere = true))
    const isOver = () => isThere || this.trouble !== ''
    await until(isOver, this.#patience.quiet, this.#signal)
    return isThere
  }

  /** Has it work until it comes to rest, or stops it. @returns whether it came to rest */
  async #work(begin: () => () => boolean): Promise<boolean> {
    let changed = performance.now()
    const life = new MutationObserver(() => (changed = performance.now()))
    life.observe(this.element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    try {
      const isUnderWay = begin()
      const started = performance.now()
      let working = started
      while (performance.now() - working < REST) {
        await pause(LOOK, this.#signal)
        const now = performance.now()
        if (this.#isBusy || !isUnderWay()) working = now
        const { quiet, most } = this.#patience
        if (now - changed > quiet || now - started > most) {
          await this.#stop()
          return false
        }
      }
      return true
    } finally {
      life.disconnect()
    }
  }

  async #stop(): Promise<void> {
    if (this.#primary?.dataset['act'] === 'stop') this.element.act('stop')
    await until(() => !this.#isBusy, STOPPING, this.#signal)
  }

  get #isBusy(): boolean {
    const says = this.element.querySelector('.bar-status')?.textContent ?? ''
    return (
      this.#primary?.dataset['act'] === 'stop' ||
      this.element.hasAttribute('data-loading') ||
      /…$|^Loading/.test(says)
    )
  }

  get #primary(): HTMLElement | null {
    return this.element.querySelector('.primary')
  }

  /** What it shows of a run. A terminal goes on below what it showed before. */
  #told(before = 0): string | undefined {
    const place = TOLD[this.element.localName]
    if (!place) return undefined
    const told = [...this.element.querySelectorAll(place)].slice(before)
    return told.map(({ textContent }) => textContent).join('\n')
  }

  get #turns(): number {
    return this.element.querySelectorAll('.turn .written').length
  }
}
