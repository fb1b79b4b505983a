/**
 * Linear memory while a program runs: a recording of its writes, played, or
 * gone through one by one. What was written just now is marked, and the line
 * that wrote it is lit.
 */
import {
  memoryMarkup,
  momentWords,
  type MemoryForm,
} from '../figures/memory.ts'
import { momentAt, Tape, type Recording } from '../stages/stages.ts'
import type { Place } from './editor.ts'
import type { Acts } from './island.ts'

/** How long playing takes at most, and each write if there is time. */
const LONGEST = 4000
const STEP = 250

export interface MemoryOptions {
  /** Lights up the line that wrote; without a place, all lights go out. */
  light: (place: Place | undefined) => void
  /** Runs the program, where what is shown comes from the build. */
  run: () => void
}

export class MemoryView {
  readonly #options: MemoryOptions
  readonly #view: HTMLElement
  readonly #slider: HTMLInputElement
  readonly #baked: {
    words: string
    body: string
    max: string
    value: string
    hidden: boolean
  }
  #tape: Tape | undefined
  #source = ''
  #moment = 0
  #from: number | undefined
  /** The moment that was asked for before there was a recording. */
  #asked: number | undefined
  #timer = 0

  /** @returns nothing for a card without memory */
  static in(
    element: HTMLElement,
    options: MemoryOptions,
  ): MemoryView | undefined {
    const view = element.querySelector<HTMLElement>('.memory-view')
    return view ? new MemoryView(view, options) : undefined
  }

  private constructor(view: HTMLElement, options: MemoryOptions) {
    this.#view = view
    this.#options = options
    this.#slider = view.querySelector('input')!
    const { max, defaultValue: value } = this.#slider
    const hidden = view.hasAttribute('hidden')
    const words = this.#piece('.moment-words').textContent!
    this.#baked = { words, body: this.#body.innerHTML, max, value, hidden }
    this.#slider.addEventListener('input', () => {
      const { valueAsNumber } = this.#slider
      this.#pause()
      if (this.#tape) this.#go(valueAsNumber)
      else this.#ask(valueAsNumber)
    })
    const select = view.querySelector('select')!
    select.addEventListener('change', () => {
      if (this.#tape) this.#draw()
      else this.#ask(this.#slider.valueAsNumber)
    })
    // What was moved while the script loaded is not lost.
    const isMoved =
      (document.activeElement === this.#slider &&
        this.#slider.value !== value) ||
      (document.activeElement === select &&
        select.value !== view.dataset['memory'])
    if (isMoved) queueMicrotask(() => this.#ask(this.#slider.valueAsNumber))
  }

  get acts(): Acts {
    return {
      play: () => this.#toggle(),
      'step-back': () => this.#step(-1),
      'step-on': () => this.#step(1),
    }
  }

  /** Shows what a run wrote, from its beginning on. */
  show(source: string, recording: Recording): void {
    this.#pause()
    this.#tape = new Tape(recording)
    this.#view.hidden = this.#tape.length === 0
    this.#source = source
    this.#from = undefined
    this.#slider.max = String(this.#tape.length)
    const { length } = this.#tape
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const asked = this.#asked ?? (isStill ? length : undefined)
    this.#asked = undefined
    this.#go(Math.min(asked ?? 0, length))
    if (asked === undefined) this.#play()
  }

  showBaked(): void {
    this.#pause()
    this.#tape = undefined
    this.#asked = undefined
    const { words, body, max, value, hidden } = this.#baked
    this.#view.hidden = hidden
    this.#body.innerHTML = body
    this.#piece('.moment-words').textContent = words
    this.#slider.max = max
    this.#slider.value = value
    this.#view.querySelector('select')!.value = this.#view.dataset['memory']!
    this.#options.light(undefined)
  }

  #piece(selector: string): HTMLElement {
    return this.#view.querySelector<HTMLElement>(selector)!
  }

  get #body(): HTMLElement {
    return this.#piece('.memory-body')
  }

  #toggle(): void {
    if (this.#timer) return this.#pause()
    if (!this.#tape) return this.#options.run()
    if (this.#moment === this.#tape.length) this.#go(0)
    this.#play()
  }

  #step(by: number): void {
    this.#pause()
    if (!this.#tape) {
      return this.#ask(Math.max(this.#slider.valueAsNumber + by, 0))
    }
    this.#go(Math.min(Math.max(this.#moment + by, 0), this.#tape.length))
  }

  /** Runs the program, to show that moment of it. */
  #ask(moment: number): void {
    this.#asked = moment
    this.#options.run()
  }

  #pause(): void {
    clearTimeout(this.#timer)
    this.#timer = 0
    this.#piece('[data-act="play"]').textContent = 'Play'
  }

  #play(): void {
    const { length } = this.#tape!
    this.#piece('[data-act="play"]').textContent = 'Pause'
    const started = performance.now()
    const first = this.#moment
    const whole = Math.min(LONGEST, (length - first) * STEP)
    const advance = () => {
      const part = Math.min(1, (performance.now() - started) / whole || 1)
      this.#go(first + Math.round((length - first) * part))
      if (part === 1) this.#pause()
      else this.#timer = window.setTimeout(advance, 40)
    }
    this.#timer = window.setTimeout(advance, 40)
  }

  #go(moment: number): void {
    this.#moment = moment
    this.#slider.value = String(moment)
    this.#draw()
  }

  #draw(): void {
    const shown = momentAt(this.#tape!, this.#moment, this.#source, this.#from)
    const form = this.#view.querySelector('select')!.value as MemoryForm
    this.#from = shown.from
    this.#body.innerHTML = memoryMarkup(shown, form)
    this.#piece('.moment-words').textContent = momentWords(shown)
    this.#options.light(
      shown.write && lineAround(this.#source, shown.write.origin),
    )
  }
}

/** The line that an offset is in. */
function lineAround(text: string, at: number): Place {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { from, to: end < 0 ? text.length : end }
}
