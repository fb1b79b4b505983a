/**
 * The pen: draws on the slide, for all windows while it moves. Ink stays on its
 * slide until somebody takes it away.
 */
import { release, take, tell } from './hand.ts'
import { InkInStep } from './ink-in-step.ts'
import {
  drawnTo,
  isNear,
  MOST_POINTS,
  type Hue,
  type Stroke,
  type Tip,
} from './ink.ts'
import type { Bar } from './bar.ts'
import { penBar } from './pen-bar.ts'
import { coverSlide, focusSlide, viewOf } from './surface.ts'
import type { Lectern, Tool } from './tools.ts'
import { rounded, toSlide, type Point } from './units.ts'

/** How near, in units, the eraser has to come. */
const REACH = 1

export function tool(lectern: Lectern): Tool {
  return new Pen(lectern)
}

/** One thing that was done to a slide: what was there before, by stroke. */
type Deed = Map<string, Stroke | undefined>

class Pen implements Tool {
  hue: Hue = 'coral'
  tip: Tip | 'eraser' = 'pen'
  readonly #lectern: Lectern
  readonly #ink: InkInStep
  readonly #deeds = new Map<HTMLElement, Deed[]>()
  #held: AbortController | undefined
  #bar: Bar | undefined
  /** What is being done, until the hand is lifted. */
  #deed: Deed = new Map()
  /** The slide that is drawn on, while it is. */
  #on: HTMLElement | undefined
  /** The stroke that is drawn. */
  #id = ''
  #telling = 0

  constructor(lectern: Lectern) {
    this.#lectern = lectern
    this.#ink = new InkInStep(lectern, () => this.#bar?.update())
    lectern.signal.addEventListener('abort', this.#putAway)
  }

  use(): void {
    if (!this.layDown()) this.#takeUp()
  }

  layDown(): boolean {
    if (!this.#held) return false
    this.#end()
    const hadFocus = this.#bar!.hasFocus
    this.#held.abort()
    this.#held = undefined
    this.#bar = undefined
    release(this.#putAway)
    if (hadFocus) focusSlide(this.#lectern.slide)
    tell('The pen is laid down.')
    return true
  }

  /** Whether there is ink on the slide that shows. */
  get hasInk(): boolean {
    return !this.#ink.of(this.#lectern.slide).isEmpty
  }

  get canUndo(): boolean {
    return this.#deedsOn(this.#lectern.slide).length > 0
  }

  undo(): void {
    const { slide } = this.#lectern
    for (const [id, stroke] of this.#deedsOn(slide).pop() ?? []) {
      this.#ink.set(slide, id, stroke)
    }
  }

  clear(): void {
    const { slide } = this.#lectern
    const strokes = this.#ink.of(slide).strokes
    this.#deedsOn(slide).push(new Map(strokes))
    for (const [id] of strokes) this.#ink.set(slide, id, undefined)
  }

  readonly #putAway = () => void this.layDown()

  #takeUp(): void {
    take(this.#putAway)
    this.#held = new AbortController()
    const { signal } = this.#held
    coverSlide(
      'pen',
      {
        start: (at) => this.#start(at),
        move: (way) => this.#move(way),
        end: () => this.#end(),
      },
      signal,
    )
    const bar = penBar(this)
    this.#bar = bar
    signal.addEventListener('abort', () => bar.element.remove())
    document.addEventListener('deck-move', () => bar.update(), { signal })
    tell('The pen is in hand. Escape lays it down.')
  }

  #start(at: Point): void {
    this.#on = this.#lectern.slide
    this.#deed = new Map()
    if (this.tip === 'eraser') this.#eraseAt(at)
    else this.#begin(this.tip, toSlide(at, viewOf(this.#on)))
  }

  #begin(tip: Tip, { x, y }: Point): void {
    this.#id = newId()
    const points = [rounded(x), rounded(y)]
    this.#deed.set(this.#id, undefined)
    this.#show({ hue: this.hue, tip, points })
  }

  #move(way: readonly Point[]): void {
    // Who moves on while drawing draws no further.
    if (this.#on !== this.#lectern.slide) return this.#end()
    if (this.tip === 'eraser') {
      for (const at of way) this.#eraseAt(at)
      return
    }
    const view = viewOf(this.#on)
    let stroke = this.#ink.of(this.#on).get(this.#id)
    // Somebody may have taken it away by now.
    if (!stroke) return this.#end()
    for (const at of way) stroke = drawnTo(stroke, toSlide(at, view))
    this.#show(stroke)
    if (stroke.points.length < 2 * (MOST_POINTS - way.length)) return
    this.#tellStroke()
    this.#begin(stroke.tip, toSlide(way.at(-1)!, view))
  }

  #end(): void {
    if (!this.#on) return
    if (this.tip !== 'eraser') this.#tellStroke()
    if (this.#deed.size > 0) this.#deedsOn(this.#on).push(this.#deed)
    this.#on = undefined
    this.#bar!.update()
  }

  /** At once here, and with the next frame in other windows. */
  #show(stroke: Stroke): void {
    this.#ink.of(this.#on!).set(this.#id, stroke)
    this.#telling ||= requestAnimationFrame(() => this.#tellStroke())
  }

  #tellStroke(): void {
    cancelAnimationFrame(this.#telling)
    this.#telling = 0
    const stroke = this.#on && this.#ink.of(this.#on).get(this.#id)
    if (stroke) this.#ink.set(this.#on!, this.#id, stroke)
  }

  #eraseAt(at: Point): void {
    const slide = this.#on!
    const point = toSlide(at, viewOf(slide))
    for (const [id, stroke] of this.#ink.of(slide).strokes) {
      if (!isNear(stroke, point, REACH)) continue
      this.#deed.set(id, stroke)
      this.#ink.set(slide, id, undefined)
    }
  }

  #deedsOn(slide: HTMLElement): Deed[] {
    const deeds = this.#deeds.get(slide) ?? []
    this.#deeds.set(slide, deeds)
    return deeds
  }
}

export type { Pen }

/** Later ones are sorted behind, and no two windows make the same. */
function newId(): string {
  const [chance] = crypto.getRandomValues(new Uint32Array(1))
  return `${Date.now().toString(36)}-${chance!.toString(36)}`
}
