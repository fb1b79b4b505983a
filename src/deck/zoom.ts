/**
 * Zoom: a part of the slide fills the screen, in all windows. In hand, a press
 * enlarges what is there, and a drag what it goes round; with keys `+` and `-`
 * do, and Shift with the arrows moves what is enlarged.
 */
import { Bar } from './bar.ts'
import { release, take, tell } from './hand.ts'
import { isPlain, isTyping } from './keys.ts'
import { Lens } from './lens.ts'
import type { Part } from './part.ts'
import { coverSlide, focusSlide, viewOf } from './surface.ts'
import type { Lectern, Tool } from './tools.ts'
import { toSlide, type Point } from './units.ts'

/** Times larger with each step. */
const STEP = 1.5

/** Times larger with a press on the whole slide. */
const PRESS = 2.25

/** Pixels that a press may go astray. */
const ASTRAY = 5

/** The share of what shows that an arrow moves. */
const ARROW = 0.2

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export function tool(lectern: Lectern): Tool {
  return new Zoom(lectern)
}

class Zoom implements Tool {
  readonly #lectern: Lectern
  readonly #lens: Lens
  readonly #frame = document.createElement('div')
  #held: AbortController | undefined
  #bar: Bar | undefined
  /** Where a press began and is by now, and what showed when it began. */
  #pressed: { from: Point; to: Point; part: Part } | undefined

  constructor(lectern: Lectern) {
    const { signal } = lectern
    this.#lectern = lectern
    this.#lens = new Lens(lectern, () => this.#bar?.update())
    this.#frame.className = 'zoom-frame'
    addEventListener('keydown', (event) => this.#press(event), {
      signal,
      capture: true,
    })
    signal.addEventListener('abort', this.#putDown)
  }

  use(): void {
    if (!this.layDown()) this.#takeUp()
  }

  layDown(): boolean {
    const isInUse = this.#held !== undefined || this.#lens.isOpen
    this.#putDown()
    this.#lens.showWhole()
    if (isInUse) tell('The whole slide shows.')
    return isInUse
  }

  #takeUp(): void {
    take(this.#putDown)
    this.#held = new AbortController()
    const { signal } = this.#held
    const surface = coverSlide(
      'zoom',
      {
        start: (from) => {
          this.#pressed = { from, to: from, part: this.#lens.part }
        },
        move: (way) => this.#drag(way.at(-1)!),
        end: () => this.#end(),
      },
      signal,
    )
    this.#frame.hidden = true
    surface.append(this.#frame)
    surface.addEventListener('wheel', (event) => this.#turnWheel(event), {
      signal,
      passive: true,
    })
    this.#bar = this.#newBar()
    tell('Zoom is in hand. Plus enlarges, Escape shows the whole slide.')
  }

  #newBar(): Bar {
    return new Bar('Zoom', [
      [
        {
          name: 'Smaller',
          sign: 'M5 12h14',
          act: () => this.#lens.enlarge(1 / STEP),
          isIdle: () => !this.#lens.isOpen,
        },
        {
          name: 'Larger',
          sign: 'M5 12h14M12 5v14',
          act: () => this.#lens.enlarge(STEP),
        },
      ],
      [
        {
          name: 'Show the whole slide',
          sign: 'M6 6l12 12M18 6L6 18',
          act: () => void this.layDown(),
        },
      ],
    ])
  }

  /** Out of the hand; what is enlarged stays so. */
  readonly #putDown = () => {
    if (!this.#held) return
    const hadFocus = this.#bar!.hasFocus
    this.#held.abort()
    this.#held = undefined
    this.#pressed = undefined
    this.#bar!.element.remove()
    this.#bar = undefined
    if (hadFocus) focusSlide(this.#lectern.slide)
    release(this.#putDown)
  }

  /** What is enlarged goes along; on the whole slide a frame is drawn. */
  #drag(to: Point): void {
    if (!this.#pressed) return
    const { from, part } = this.#pressed
    this.#pressed.to = to
    if (!this.#lens.isOpen) return this.#drawFrame(from, to)
    const { unit, scale } = viewOf(this.#lectern.slide)
    const x = part.x + (from.x - to.x) / unit / scale
    const y = part.y + (from.y - to.y) / unit / scale
    this.#lens.show({ ...part, x, y }, false)
  }

  #end(): void {
    if (!this.#pressed) return
    const { from, to } = this.#pressed
    this.#pressed = undefined
    this.#frame.hidden = true
    const isPress = Math.hypot(to.x - from.x, to.y - from.y) < ASTRAY
    const a = this.#inView(from)
    const b = this.#inView(to)
    if (isPress) this.#lens.enlarge(this.#lens.isOpen ? STEP : PRESS, a)
    else if (!this.#lens.isOpen) this.#lens.show(partOf(a, b))
  }

  #drawFrame(from: Point, to: Point): void {
    const { style } = this.#frame
    const { x, y, width, height } = partOf(from, to)
    this.#frame.hidden = false
    style.setProperty('translate', `${x}px ${y}px`)
    style.setProperty('width', `${width}px`)
    style.setProperty('height', `${height}px`)
  }

  /** Pixels of the window, as units from the top left of what is in view. */
  #inView(at: Point): Point {
    const view = viewOf(this.#lectern.slide)
    return toSlide(at, { ...view, scrolled: 0 })
  }

  #turnWheel(event: WheelEvent): void {
    event.stopPropagation()
    const at = this.#inView({ x: event.clientX, y: event.clientY })
    this.#lens.enlarge(Math.exp(-event.deltaY / 400), at, false)
  }

  /** Keys of its own while it is in hand, or while something is enlarged. */
  #press(event: KeyboardEvent): void {
    const { key, shiftKey } = event
    if (!this.#held && !this.#lens.isOpen) return
    if (!isPlain(event) || isTyping(event)) return
    const way = shiftKey ? ARROWS[key] : undefined
    if (way && this.#lens.isOpen) {
      const { part } = this.#lens
      const x = part.x + way.x * ARROW * part.width
      const y = part.y + way.y * ARROW * part.height
      this.#lens.show({ ...part, x, y })
    } else if (key === '+' || key === '=') this.#lens.enlarge(STEP)
    else if (key === '-') this.#lens.enlarge(1 / STEP)
    else return
    event.preventDefault()
  }
}

/** What lies between two corners. */
function partOf(a: Point, b: Point): Part {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.max(Math.abs(a.x - b.x), 1),
    height: Math.max(Math.abs(a.y - b.y), 1),
  }
}
