/**
 * The time of a talk: since when it goes, what of it each step took, what of
 * the plan is done. It goes on over reloads and chapters, and a presenter's
 * window that comes late hears it from another window.
 */
import { isRecord } from '../state.ts'
import {
  furthestOf,
  minutesBefore,
  paceOf,
  partOf,
  type Pace,
  type Part,
  type Plan,
} from './pace.ts'
import {
  moved,
  placeName,
  spentBy,
  sumOf,
  tallyFrom,
  UNSPENT,
  type Tally,
} from './spent.ts'
import { store, stored } from './stored.ts'
import type { Step } from './steps.ts'
import type { Lectern } from './tools.ts'

/** What windows tell each other of a talk’s time, by this name. */
const NAME = 'talk time'

/** Plain data. */
interface Talk {
  tally: Tally
  /** What the talk went through, by the path of the page. */
  parts: Readonly<Record<string, Part>>
}

const NO_TALK: Talk = { tally: UNSPENT, parts: {} }

export class TalkTime {
  readonly plan: readonly Plan[]
  readonly #lectern: Lectern
  readonly #changed: () => void
  #talk: Talk
  /** The step that was shown before the last move. */
  #step: number

  /**
   * @param from the step that was shown at first: others may have come since
   * @param changed is called when the talk starts, moves, pauses, is reset
   */
  constructor(lectern: Lectern, from: number, changed: () => void) {
    this.#lectern = lectern
    this.#changed = changed
    this.plan = lectern.steps.map(({ minutes = 0, isSkippable }) => ({
      minutes,
      isSkippable,
    }))
    this.#step = from
    this.#talk = talkFrom(stored('sessionStorage', NAME)) ?? NO_TALK
  }

  /** Follows moves, and what other windows know of the talk, from now on. */
  listen(): void {
    const lectern = this.#lectern
    lectern.inStep.watch(NAME, (value) => {
      const talk = talkFrom(value)
      if (talk) this.#take(talk)
    })
    document.addEventListener('deck-move', () => this.#move(), {
      signal: lectern.signal,
    })
    // Somebody may have moved on before anybody listened.
    if (lectern.place.step !== this.#step) this.#move()
  }

  get isRunning(): boolean {
    return this.#talk.tally.here !== undefined
  }

  /** Whether it has begun, be it paused. */
  get hasBegun(): boolean {
    const { here, spent } = this.#talk.tally
    return here !== undefined || Object.keys(spent).length > 0
  }

  /** Begins, or goes on after a pause. */
  start(): void {
    this.#note(placeOf(this.#lectern))
  }

  pause(): void {
    this.#note(undefined)
  }

  reset(): void {
    this.#tell(NO_TALK)
  }

  /** @returns milliseconds since the start, without pauses */
  elapsed(now: number): number {
    return sumOf(spentBy(this.#talk.tally, now))
  }

  /** @returns milliseconds on the step that shows */
  onStep(now: number): number {
    return this.#spentOn(this.#lectern.steps[this.#lectern.place.step]!, now)
  }

  pace(now: number): Pace {
    const earlier = Object.entries(this.#talk.parts)
      .filter(([path]) => path !== location.pathname)
      .map(([, part]) => part)
    const furthest = this.#furthest(now)
    const elapsed = this.elapsed(now) / 60_000
    return paceOf(elapsed, this.plan, this.#part(furthest), furthest, earlier)
  }

  #move(): void {
    const from = this.#step
    this.#step = this.#lectern.place.step
    // The first press leaves the title slide.
    const begins = !this.hasBegun && from === 0 && this.#step === 1
    if (this.isRunning || begins) this.start()
    else this.#changed()
  }

  #note(place: string | undefined): void {
    const now = Date.now()
    const tally = moved(this.#talk.tally, place, now)
    const part = this.#part(this.#furthest(now))
    const parts = { ...this.#talk.parts, [location.pathname]: part }
    this.#tell({ tally, parts })
  }

  #furthest(now: number): number {
    const { steps, place } = this.#lectern
    const spent = steps.map((step) => this.#spentOn(step, now))
    return furthestOf(spent, place.step)
  }

  /** Of this page; a talk that is new to it comes in at the step that shows. */
  #part(furthest: number): Part {
    const known = this.#talk.parts[location.pathname]
    const from =
      known?.from ?? minutesBefore(this.plan, this.#lectern.place.step)
    return partOf(this.plan, from, furthest)
  }

  #spentOn({ id }: Step, now: number): number {
    const spent = spentBy(this.#talk.tally, now)
    return sumOf(spent, placeName(location.pathname, id))
  }

  #tell(talk: Talk): void {
    this.#lectern.inStep.say(NAME, talk)
    this.#take(talk)
  }

  #take(talk: Talk): void {
    this.#talk = talk
    store('sessionStorage', NAME, talk)
    this.#changed()
  }
}

/** The slide that shows, as tallies name it. */
export function placeOf({ steps, place, slide }: Lectern): string {
  const { id, slides } = steps[place.step]!
  return placeName(location.pathname, id, slides.indexOf(slide))
}

/** What came from storage or from another window, if it is a talk’s time. */
function talkFrom(value: unknown): Talk | undefined {
  if (!isRecord(value) || !isRecord(value['parts'])) return undefined
  const tally = tallyFrom(value['tally'])
  const arePaths = Object.values(value['parts']).every(
    (part) =>
      isRecord(part) &&
      Number.isFinite(part['from']) &&
      Number.isFinite(part['to']),
  )
  return tally && arePaths ? (value as unknown as Talk) : undefined
}
