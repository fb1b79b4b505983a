/**
 * The lens: what is enlarged of the slide that shows, in all windows. Another
 * slide comes whole.
 */
import {
  between,
  enlarged,
  filling,
  middleOf,
  partFrom,
  scaleOf,
  stylesOf,
  wholeOf,
  type Part,
  type Size,
} from './part.ts'
import { nameOfSlide } from './slide-names.ts'
import type { Lectern } from './tools.ts'
import { isRecord } from '../state.ts'
import { rounded, unitOf, type Point } from './units.ts'

/** Milliseconds from one part to another, and how many looks are between. */
const WAY = 200
const LOOKS = 12

/** What is larger by less than that is as good as whole. */
const WHOLE = 1.01

export class Lens {
  readonly #lectern: Lectern
  readonly #changed: () => void
  /** The slide of which a part shows. */
  #slide: HTMLElement | undefined
  #part: Part | undefined
  #moving: Animation | undefined
  #telling = 0
  #isSmooth = true

  /** @param changed is called when there is more, or less, to see */
  constructor(lectern: Lectern, changed: () => void) {
    const { signal, inStep } = lectern
    this.#lectern = lectern
    this.#changed = changed
    inStep.watch('zoom', (value) => this.#follow(value))
    document.addEventListener('deck-move', () => this.#turn(), { signal })
    addEventListener('resize', () => this.#follow(inStep.known('zoom')), {
      signal,
    })
    signal.addEventListener('abort', () => this.#remove())
  }

  get isOpen(): boolean {
    return this.#slide !== undefined
  }

  /** What shows, in units from the top left of what the slide has in view. */
  get part(): Part {
    return this.#part ?? wholeOf(this.#size)
  }

  /** Shows a part, as large as it can be. */
  show(part: Part, isSmooth = true): void {
    const fill = filling(part, this.#size)
    if (scaleOf(fill, this.#size) < WHOLE) return this.showWhole()
    this.#apply(fill, isSmooth)
    this.#isSmooth = isSmooth
    this.#telling ||= requestAnimationFrame(() => this.#tell())
  }

  /** @param at what stays where it is; the middle, if nothing is given */
  enlarge(times: number, at?: Point, isSmooth = true): void {
    const { part } = this
    const larger = enlarged(part, times, at ?? middleOf(part), this.#size)
    this.show(larger, isSmooth)
  }

  showWhole(): void {
    if (!this.isOpen) return
    this.#close()
    this.#lectern.inStep.say('zoom', null)
  }

  get #size(): Size {
    const { offsetWidth, offsetHeight } = this.#lectern.slide
    const unit = unitOf(offsetWidth, offsetHeight)
    return { width: offsetWidth / unit, height: offsetHeight / unit }
  }

  #tell(): void {
    this.#telling = 0
    const { inStep, steps } = this.#lectern
    if (!this.#slide) return
    const { x, y, width, height } = this.#part!
    inStep.say('zoom', {
      slide: nameOfSlide(steps, this.#slide),
      x: rounded(x),
      y: rounded(y + scrolledOf(this.#slide)),
      width: rounded(width),
      height: rounded(height),
      isSmooth: this.#isSmooth,
    })
  }

  #follow(value: unknown): void {
    if (value === null) return this.#close()
    const part = partFrom(value)
    if (!part || !this.#isHere(value)) return
    const { slide } = this.#lectern
    const inView = { ...part, y: part.y - scrolledOf(slide) }
    const below = inView.y + part.height - this.#size.height
    if (inView.y < 0 || below > 0) {
      slide.scrollTop += (below > 0 ? below : inView.y) * unitOfSlide(slide)
      inView.y = part.y - scrolledOf(slide)
    }
    const isSmooth = isRecord(value) && value['isSmooth'] === true
    this.#apply(filling(inView, this.#size), isSmooth)
  }

  /** Whether another window speaks of the slide that shows. */
  #isHere(value: unknown): boolean {
    const { steps, slide } = this.#lectern
    return isRecord(value) && value['slide'] === nameOfSlide(steps, slide)
  }

  /** Who leaves what was enlarged finds it whole the next time. */
  #turn(): void {
    const { inStep, slide } = this.#lectern
    const known = inStep.known('zoom')
    if (this.#slide && this.#slide !== slide) {
      this.#remove()
      if (!this.#isHere(known)) inStep.say('zoom', null)
    }
    // A window that comes late may hear of the part before it is at its slide.
    if (!this.#slide) this.#follow(known)
  }

  #apply(part: Part, isSmooth: boolean): void {
    const { slide } = this.#lectern
    if (this.#slide !== slide) this.#remove()
    const from = this.part
    this.#slide = slide
    this.#part = part
    this.#move(from, part, isSmooth)
    this.#changed()
  }

  #close(): void {
    if (!this.#slide) return
    const whole = wholeOf(this.#size)
    const from = this.part
    const slide = this.#slide
    this.#remove()
    if (isStill()) return
    this.#moving = slide.animate(this.#looks(from, whole), WAY)
  }

  #move(from: Part, to: Part, isSmooth: boolean): void {
    const slide = this.#slide!
    const unit = unitOfSlide(slide)
    const styles = stylesOf(to, this.#size, unit)
    slide.style.setProperty('transform-origin', '0 0')
    slide.style.setProperty('transform', styles.transform)
    slide.style.setProperty('clip-path', styles.clipPath)
    this.#moving?.cancel()
    if (!isSmooth || isStill()) return
    this.#moving = slide.animate(this.#looks(from, to), WAY)
  }

  /** Each is cut as it is moved, so that nothing stands out of its place. */
  #looks(from: Part, to: Part): Keyframe[] {
    const size = this.#size
    const unit = unitOfSlide(this.#lectern.slide)
    return Array.from({ length: LOOKS + 1 }, (_, index) => {
      const share = 1 - (1 - index / LOOKS) ** 3
      return {
        transformOrigin: '0 0',
        ...stylesOf(between(from, to, share), size, unit),
      }
    })
  }

  #remove(): void {
    this.#moving?.cancel()
    cancelAnimationFrame(this.#telling)
    this.#telling = 0
    for (const name of ['transform-origin', 'transform', 'clip-path']) {
      this.#slide?.style.removeProperty(name)
    }
    this.#slide = undefined
    this.#part = undefined
    this.#changed()
  }
}

/** Units that are scrolled away. */
function scrolledOf(slide: HTMLElement): number {
  return slide.scrollTop / unitOfSlide(slide)
}

function unitOfSlide({ offsetWidth, offsetHeight }: HTMLElement): number {
  return unitOf(offsetWidth, offsetHeight)
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion)').matches
}
