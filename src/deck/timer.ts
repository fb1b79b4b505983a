/**
 * The presenter's time, in one panel: the time of day, since the start, the
 * pace in words and as a mark, this step, and when the talk ends.
 */
import { make, makeButton, makeOutput, write } from './making.ts'
import { clockOf, inWords, isLate } from './pace.ts'
import type { TalkTime } from './talk-time.ts'
import type { Lectern } from './tools.ts'

/** Minutes behind or ahead at which the mark is at the end of its bar. */
const MOST = 5

export class Timer {
  readonly #now = makeOutput('Time')
  readonly #since = makeOutput('Since the start')
  readonly #pace = make('output', { ariaLabel: 'Pace' })
  readonly #inStep = makeOutput('In this step')
  readonly #planned = makeOutput('Planned')
  readonly #end = makeOutput('End of the talk')
  readonly #expected = makeOutput('End at this pace')
  readonly #sinceWhat = make('span', { ariaHidden: 'true' })
  readonly #bar = make(
    'div',
    { className: 'pace-bar' },
    make('span', {}, make('i')),
  )
  readonly #stepBar = make('div', { className: 'step-bar' }, make('i'))
  readonly #start = makeButton('Start', () => this.#toggle())
  readonly #reset = makeButton('Reset', () => this.#talk.reset(), {
    className: 'timer-reset',
  })
  readonly #lectern: Lectern
  readonly #talk: TalkTime
  readonly element = make(
    'section',
    { className: 'speaker-time', ariaLabel: 'Time' },
    row('time-now', this.#now, row('time-ends', this.#end, this.#expected)),
    row(
      'time-since',
      this.#since,
      row('time-acts', this.#sinceWhat, this.#start, this.#reset),
    ),
    row('time-pace', this.#pace, this.#bar),
    row(
      'time-step',
      this.#inStep,
      row('time-plan', this.#planned, this.#stepBar),
    ),
  )

  constructor(lectern: Lectern, talk: TalkTime) {
    this.#lectern = lectern
    this.#talk = talk
    this.#bar.ariaHidden = 'true'
    this.#stepBar.ariaHidden = 'true'
  }

  /** @param now milliseconds since 1970 */
  show(now: number): void {
    const { hasBegun, isRunning } = this.#talk
    write(this.#now, timeOfDay(now))
    write(this.#since, clockOf(this.#talk.elapsed(now)))
    write(this.#start, isRunning ? 'Pause' : hasBegun ? 'Start again' : 'Start')
    this.#reset.disabled = !hasBegun
    const isPaused = hasBegun && !isRunning
    write(this.#sinceWhat, isPaused ? 'paused' : 'since the start')
    this.element.toggleAttribute('data-paused', isPaused)
    this.#showStep(now)
    this.#showPace(now)
  }

  #toggle(): void {
    if (this.#talk.isRunning) this.#talk.pause()
    else this.#talk.start()
  }

  #showStep(now: number): void {
    const { minutes } = this.#lectern.steps[this.#lectern.place.step]!
    const took = this.#talk.onStep(now)
    write(this.#inStep, clockOf(took))
    write(
      this.#planned,
      minutes ? `${minutes} min for this step` : 'not in the plan',
    )
    const share = minutes ? Math.min(took / (minutes * 60_000), 1) : 0
    this.#stepBar.style.setProperty('--share', share.toFixed(3))
    this.#stepBar.toggleAttribute('data-full', share === 1)
  }

  #showPace(now: number): void {
    const { behind, total } = this.#talk.pace(now)
    const { hasBegun } = this.#talk
    write(this.#pace, hasBegun ? inWords(behind) : 'not started')
    const at = Math.max(Math.min(behind / MOST, 1), -1)
    this.#bar.style.setProperty('--at', (hasBegun ? at : 0).toFixed(3))
    this.element.toggleAttribute('data-late', hasBegun && isLate(behind))
    const left = total * 60_000 - this.#talk.elapsed(now)
    const isOff = hasBegun && Math.round(behind) !== 0
    write(this.#end, total ? `ends ${timeOfDay(now + left)}` : '')
    write(
      this.#expected,
      isOff ? `at this pace ${timeOfDay(now + left + behind * 60_000)}` : '',
    )
  }
}

function row(name: string, ...children: Node[]): HTMLElement {
  return make('div', { className: name }, ...children)
}

/** `14:05` */
function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  })
}
