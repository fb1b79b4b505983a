/** The dot of a pointer, which glows, and the sparks that follow it. */
import { viewOf } from './surface.ts'
import { recent, SPARKS, TRAIL, trailOf, type Seen } from './trail.ts'
import { toWindow, type Point } from './units.ts'

export class Spark {
  readonly #element = document.createElement('div')
  readonly #dots: HTMLElement[]
  #slide: HTMLElement | undefined
  #seen: Seen[] = []
  #drawing = 0

  constructor(signal: AbortSignal) {
    this.#element.className = 'spark'
    this.#element.hidden = true
    this.#element.ariaHidden = 'true'
    this.#dots = Array.from({ length: SPARKS + 1 }, () =>
      document.createElement('i'),
    )
    // The dot lies above what follows it.
    this.#element.append(...this.#dots.toReversed())
    for (const [index, dot] of this.#dots.entries()) {
      dot.style.setProperty('--behind', String(index / (SPARKS + 1)))
    }
    document.body.append(this.#element)
    addEventListener('resize', () => this.#draw(), { signal })
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#drawing)
      this.#element.remove()
    })
  }

  /** The slide that is pointed at, if one is. */
  get slide(): HTMLElement | undefined {
    return this.#slide
  }

  /** @param to a spot of a slide, in its unit */
  move(slide: HTMLElement, { x, y }: Point): void {
    const now = performance.now()
    if (this.#slide !== slide) this.#seen = []
    this.#slide = slide
    this.#element.hidden = false
    this.#seen = recent([...this.#seen, { x, y, at: now }], now)
    this.#drawing ||= requestAnimationFrame(() => this.#draw())
  }

  hide(): void {
    this.#slide = undefined
    this.#seen = []
    this.#element.hidden = true
  }

  /** Draws until the trail has caught up. */
  #draw(): void {
    cancelAnimationFrame(this.#drawing)
    this.#drawing = 0
    if (!this.#slide) return
    const now = performance.now()
    const last = this.#seen.at(-1)!
    const view = viewOf(this.#slide)
    const places = isStill() ? [] : trailOf(this.#seen, now)
    for (const [index, dot] of this.#dots.entries()) {
      const at = toWindow(index ? (places[index - 1] ?? last) : last, view)
      dot.style.setProperty('translate', `${at.x}px ${at.y}px`)
    }
    if (now - last.at < TRAIL) {
      this.#drawing = requestAnimationFrame(() => this.#draw())
    }
  }
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion)').matches
}
