/**
 * Timing: a rehearsal's record of how long each slide took. T begins it; from
 * then on it opens what was recorded. One window records, as all windows move
 * together: the one where it was begun, the presenter's or the audience's.
 * What it records is there for all, over reloads and chapters. Time counts as
 * long as that window is open, also while it sleeps or its screen is black,
 * and not while the record is looked at.
 */
import { make, makeButton, write } from './making.ts'
import { clockOf } from './pace.ts'
import type { Timed } from './proposing.ts'
import {
  moved,
  placeName,
  spentBy,
  sumOf,
  tallyFrom,
  UNSPENT,
  type Tally,
} from './spent.ts'
import { keyOf, store, stored, TIMING } from './stored.ts'
import type { Step } from './steps.ts'
import { placeOf } from './talk-time.ts'
import { TimingDialog } from './timing-dialog.ts'
import type { Lectern, Tool } from './tools.ts'

/** Plain data. */
interface Record {
  /** The role of the window that records; '' while none does. */
  by: string
  tally: Tally
}

export function tool(lectern: Lectern): Tool {
  const timing = new Timing(lectern)
  return {
    use: () => timing.use(),
    layDown: () => timing.dialog.close(),
  }
}

class Timing {
  readonly dialog: TimingDialog
  readonly #lectern: Lectern
  readonly #time = make('span', { ariaHidden: 'true' })
  readonly #sign = makeButton('Timing', () => this.#open(), {
    className: 'timing-sign',
    title: 'How long each slide took (T)',
  })
  #record: Record = recorded()

  constructor(lectern: Lectern) {
    this.#lectern = lectern
    this.#sign.append(' ', this.#time)
    this.dialog = new TimingDialog({
      toggle: () => this.#toggle(),
      reset: () => this.#reset(),
      closed: () => this.#note(placeOf(lectern)),
    })
    const { signal } = lectern
    const note = () => this.#note(placeOf(lectern))
    document.addEventListener('deck-move', note, { signal })
    addEventListener('pagehide', () => this.#note(undefined), { signal })
    addEventListener('pageshow', note, { signal })
    addEventListener('storage', (event) => this.#follow(event), { signal })
    const ticking = setInterval(() => this.#showSign(), 1000)
    signal.addEventListener('abort', () => {
      clearInterval(ticking)
      this.#note(undefined)
      this.dialog.close()
      this.#sign.remove()
    })
    note()
    this.#showSign()
  }

  /** Begins to record, or shows what was recorded. */
  use(): void {
    if (this.dialog.close()) return
    const isNew = sumOf(this.#record.tally.spent) === 0 && !this.#record.by
    if (isNew) this.#toggle()
    else this.#open()
  }

  /** Whether this window is the one that records. */
  get #isHere(): boolean {
    return this.#record.by === this.#lectern.role
  }

  #open(): void {
    this.#note(undefined)
    this.dialog.show()
    this.#showRecord()
  }

  /** This window records from now on, or no longer. */
  #toggle(): void {
    const by = this.#isHere ? '' : this.#lectern.role
    // Nobody counts while the record is looked at.
    const place = by && !this.dialog.isOpen ? placeOf(this.#lectern) : undefined
    const tally = moved(this.#record.tally, place, Date.now())
    this.#keep({ by, tally })
  }

  #reset(): void {
    this.#keep({ by: this.#record.by, tally: UNSPENT })
  }

  /** Another place shows in this window; undefined while none counts. */
  #note(place: string | undefined): void {
    if (!this.#isHere) return
    if (place && (this.dialog.isOpen || this.#lectern.signal.aborted)) return
    const { by, tally } = this.#record
    this.#keep({ by, tally: moved(tally, place, Date.now()) })
  }

  /** Another window has recorded, begun, stopped or forgotten. */
  #follow({ key }: StorageEvent): void {
    if (key !== keyOf(TIMING)) return
    this.#record = recorded()
    this.#show()
  }

  #keep(record: Record): void {
    this.#record = record
    const isSomething = record.by || sumOf(record.tally.spent) > 0
    store('localStorage', TIMING, isSomething ? record : undefined)
    this.#show()
  }

  #show(): void {
    this.#showSign()
    if (this.dialog.isOpen) this.#showRecord()
  }

  #showRecord(): void {
    const { by } = this.#record
    const spent = spentBy(this.#record.tally, Date.now())
    const steps = this.#lectern.steps.map((step) => timed(step, spent))
    this.dialog.fill(
      steps,
      this.#isHere ? 'here' : by ? 'elsewhere' : 'nowhere',
    )
  }

  /** In the presenter's window it stands among the tools. */
  #showSign(): void {
    if (!this.#isHere) return this.#sign.remove()
    const { tally } = this.#record
    const spent = sumOf(spentBy(tally, Date.now()))
    write(this.#time, clockOf(spent))
    if (this.#sign.isConnected) return
    const start = document.querySelector<HTMLElement>('.timing-start')
    if (!start) return document.body.append(this.#sign)
    const hadFocus = document.activeElement === start
    start.after(this.#sign)
    if (hadFocus) this.#sign.focus()
  }
}

/** What this browser has recorded. */
function recorded(): Record {
  const { by, tally } = (stored('localStorage', TIMING) ??
    {}) as Partial<Record>
  return {
    by: typeof by === 'string' ? by : '',
    tally: tallyFrom(tally) ?? UNSPENT,
  }
}

/** A step of this page with what was recorded of it. */
function timed(step: Step, spent: Tally['spent']): Timed {
  const { id, title, minutes, isSkippable, section } = step
  const slides = step.slides.map((_, slide) => {
    return spent[placeName(location.pathname, id, slide)] ?? 0
  })
  return {
    id,
    title,
    minutes,
    isSkippable,
    isPlannable: !section.matches('.opening, .recap'),
    chapter: chapterOf(section),
    slides,
  }
}

/** On a path, each step says where it stands in full. */
function chapterOf(section: HTMLElement): string | undefined {
  const link = section.querySelector<HTMLAnchorElement>('.stands a')
  return link?.pathname.split('/').findLast((name) => name !== '')
}
