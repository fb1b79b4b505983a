/**
 * The laser pointer: a dot that glows where the speaker points, in all windows.
 * A mouse goes on pressing what it points at; a finger points and no more.
 */
import { release, take, tell } from './hand.ts'
import { nameOfSlide } from './slide-names.ts'
import { Spark } from './spark.ts'
import { viewOf } from './surface.ts'
import type { Lectern, Tool } from './tools.ts'
import { rounded, spotFrom, toSlide, type Point } from './units.ts'

export function tool(lectern: Lectern): Tool {
  return new Pointer(lectern)
}

class Pointer implements Tool {
  readonly #lectern: Lectern
  readonly #spark: Spark
  #held: AbortController | undefined
  /** Where this window points, until it has said so. */
  #at: Point | undefined
  #telling = 0

  constructor(lectern: Lectern) {
    const { signal, inStep } = lectern
    this.#lectern = lectern
    this.#spark = new Spark(signal)
    inStep.watch('pointer', (value) => this.#hear(value))
    document.addEventListener('deck-move', () => this.#turn(), { signal })
    signal.addEventListener('abort', () => this.layDown())
  }

  use(): void {
    if (!this.layDown()) this.#takeUp()
  }

  layDown(): boolean {
    if (!this.#held) return false
    this.#held.abort()
    this.#held = undefined
    this.#leave()
    document.documentElement.classList.remove('pointing')
    release(this.#putAway)
    tell('The pointer is laid down.')
    return true
  }

  readonly #putAway = () => void this.layDown()

  #takeUp(): void {
    take(this.#putAway)
    this.#held = new AbortController()
    const { signal } = this.#held
    document.documentElement.classList.add('pointing')
    for (const name of ['pointermove', 'pointerdown'] as const) {
      document.addEventListener(name, (event) => this.#point(event), { signal })
    }
    for (const name of ['pointerup', 'pointercancel'] as const) {
      document.addEventListener(
        name,
        ({ pointerType }) => {
          if (pointerType === 'touch') this.#leave()
        },
        { signal },
      )
    }
    document.documentElement.addEventListener(
      'pointerleave',
      () => this.#leave(),
      { signal },
    )
    addEventListener('pagehide', () => this.#leave(), { signal })
    document.addEventListener('touchstart', (event) => this.#keep(event), {
      signal,
      capture: true,
      passive: false,
    })
    tell('The pointer is in hand. Escape lays it down.')
  }

  /** A finger on the slide neither swipes nor presses. */
  #keep(event: TouchEvent): void {
    if (!this.#lectern.slide.contains(event.target as Node)) return
    event.preventDefault()
    event.stopPropagation()
  }

  #point({ clientX, clientY }: PointerEvent): void {
    const { slide } = this.#lectern
    const view = viewOf(slide)
    const at = { x: clientX, y: clientY }
    if (!isOver(at, slide)) return this.#leave()
    const { x, y } = toSlide(at, view)
    this.#at = { x: rounded(x), y: rounded(y) }
    this.#spark.move(slide, this.#at)
    this.#telling ||= requestAnimationFrame(() => this.#tell())
  }

  /** Once a frame, and where it is by then. */
  #tell(): void {
    this.#telling = 0
    const { inStep, steps } = this.#lectern
    const { slide } = this.#spark
    if (!this.#at || !slide) return
    inStep.say('pointer', { slide: nameOfSlide(steps, slide), ...this.#at })
  }

  /** Points at nothing. */
  #leave(): void {
    if (!this.#at) return
    cancelAnimationFrame(this.#telling)
    this.#telling = 0
    this.#at = undefined
    this.#spark.hide()
    this.#lectern.inStep.say('pointer', null)
  }

  /** Another slide may show. */
  #turn(): void {
    if (!this.#spark.slide || this.#spark.slide === this.#lectern.slide) return
    this.#leave()
    this.#spark.hide()
  }

  #hear(value: unknown): void {
    const spot = spotFrom(value)
    const { steps, slide } = this.#lectern
    if (spot?.slide === nameOfSlide(steps, slide)) {
      this.#spark.move(slide, spot)
    } else if (spot || value === null) this.#spark.hide()
  }
}

/** Whether a place in the window is on the slide, and not beside it. */
function isOver({ x, y }: Point, slide: HTMLElement): boolean {
  return document
    .elementsFromPoint(x, y)
    .some((element) => slide.contains(element))
}
