/** The ink of all slides of this page, as windows share it. */
import { InkLayer } from './ink-layer.ts'
import { nameOfStroke, parseName, strokeFrom, type Stroke } from './ink.ts'
import { nameOfSlide, slidesByName } from './slide-names.ts'
import type { Lectern } from './tools.ts'

export class InkInStep {
  readonly #lectern: Lectern
  readonly #slides: ReadonlyMap<string, HTMLElement>
  readonly #layers = new Map<HTMLElement, InkLayer>()
  readonly #changed: () => void

  /** @param changed is called when another window drew, or took ink away */
  constructor(lectern: Lectern, changed: () => void) {
    this.#lectern = lectern
    this.#changed = changed
    this.#slides = slidesByName(lectern.steps)
    lectern.inStep.watch('ink ', (value, { name }) => this.#hear(name, value))
    lectern.signal.addEventListener('abort', () => {
      for (const layer of this.#layers.values()) layer.remove()
    })
  }

  of(slide: HTMLElement): InkLayer {
    const layer = this.#layers.get(slide) ?? new InkLayer(slide)
    this.#layers.set(slide, layer)
    return layer
  }

  /** @param stroke undefined takes it away */
  set(slide: HTMLElement, id: string, stroke: Stroke | undefined): void {
    const { inStep, steps } = this.#lectern
    this.of(slide).set(id, stroke)
    inStep.say(nameOfStroke(nameOfSlide(steps, slide), id), stroke ?? null)
  }

  #hear(name: string, value: unknown): void {
    const parts = parseName(name)
    const slide = parts && this.#slides.get(parts.slide)
    const stroke = strokeFrom(value)
    // Ink of other chapters waits for their pages.
    if (!slide || (!stroke && value !== null)) return
    this.of(slide).set(parts.id, stroke)
    this.#changed()
  }
}
