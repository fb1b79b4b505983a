/**
 * The stage: what is on the screen. It shows one slide and covers the others,
 * and lays its neighbours out while nobody waits, so that a key press only has
 * to uncover one. All else that comes with another slide waits until the frame
 * with it is painted.
 */
import { fit, refit } from './fit.ts'
import type { morph as Morph } from './morph.ts'
import { afterPaint } from './paint.ts'
import type { Place, Step } from './steps.ts'

export class Stage {
  readonly #steps: readonly Step[]
  readonly #slides: readonly HTMLElement[]
  readonly #options: Options
  readonly #growth = new ResizeObserver(() => refit(this.#slide!))
  #slide: HTMLElement | undefined
  /** The only one that is not inert. */
  #settled: HTMLElement | undefined
  #preparing = 0
  /** There once a slide has a listing with a next version. */
  #morph: typeof Morph | undefined

  constructor(steps: readonly Step[], options: Options) {
    this.#options = options
    this.#steps = steps
    this.#slides = steps.flatMap(({ slides }) => slides)
    for (const slide of this.#slides) slide.inert = true
    repeatHeadings(steps)
  }

  show({ step: index, presses }: Place): void {
    const step = this.#steps[index]!
    const slide = step.slideAt(presses)
    // Words that are still on their way are late.
    document.querySelector('.morph')?.remove()
    if (slide === this.#slide) return this.#change(step, slide, presses)
    step.apply(presses)
    if (this.#slide?.hasAttribute('data-transition') && hasTransitions()) {
      document.startViewTransition(() => this.#turn(step, slide))
    } else this.#turn(step, slide)
  }

  /** Something of the slide goes or comes; a listing moves into its next version. */
  #change(step: Step, slide: HTMLElement, presses: number): void {
    const change = () => step.apply(presses)
    if (this.#morph && canMove() && slide.querySelector('[data-next]')) {
      this.#morph(slide, change)
    } else change()
  }

  /** The window has another size. */
  fit(): void {
    for (const slide of this.#slides) {
      slide.removeAttribute('data-near')
      slide.removeAttribute('data-laid')
    }
    fit(this.#slide!)
    this.prepare()
  }

  /** Puts everything back: the page is as it was. */
  clear(): void {
    this.#slide = undefined
    this.#growth.disconnect()
    clearTimeout(this.#preparing)
    for (const slide of this.#slides) {
      slide.inert = false
      for (const name of ['data-shown', 'data-near', 'data-laid']) {
        slide.removeAttribute(name)
      }
      asSlide(slide, false)
    }
    for (const again of document.querySelectorAll('.again')) again.remove()
    for (const step of this.#steps) step.leave()
  }

  /** Without it, a next version stands there at once. */
  async #loadMorph(): Promise<void> {
    const module = await import('./morph.ts').catch(() => undefined)
    this.#morph = module?.morph
  }

  /** One slide goes, another comes. */
  #turn(step: Step, slide: HTMLElement): void {
    this.#slide?.removeAttribute('data-shown')
    this.#slide = slide
    slide.setAttribute('data-shown', '')
    if (!isLaidOut(slide)) fit(slide)
    afterPaint(() => {
      if (this.#slide === slide) this.#settle(step, slide)
    })
  }

  #settle(step: Step, slide: HTMLElement): void {
    // Asked for before anything is changed, it needs no layout of its own.
    slide.scrollTop = 0
    const before = this.#settled
    if (before && before !== slide) {
      before.inert = true
      asSlide(before, false)
    }
    this.#settled = slide
    slide.inert = false
    asSlide(slide, true)
    this.#growth.disconnect()
    for (const part of slide.children) this.#growth.observe(part)
    const number = this.#slides.indexOf(slide) + 1
    this.#options.turned({ slide, step, number, count: this.#slides.length })
    // The focus wants a layout, and so does what comes near: one serves both, once
    // all else that waited for this frame has changed what it changes.
    queueMicrotask(() => {
      this.#layOutNear()
      if (this.#settled === slide) this.#options.focus(slide)
    })
    this.prepare()
  }

  /** Once one is missing, several are laid out: most presses find all there. */
  #layOutNear(): void {
    if (!this.#slide) return
    const index = this.#slides.indexOf(this.#slide)
    const from = Math.max(index - 1, 0)
    if (!this.#slides.slice(from, index + 2).every(isLaidOut)) {
      layOut(this.#slides.slice(from, index + 1 + LAID_AHEAD))
    }
  }

  /** The neighbours, and what presses on this slide and the next ones will need. */
  prepare(): void {
    clearTimeout(this.#preparing)
    this.#preparing = window.setTimeout(() => {
      this.#layOutNear()
      const index = this.#slides.indexOf(this.#slide!)
      for (const soon of this.#slides.slice(index, index + 1 + AHEAD)) {
        this.#options.prepare(soon)
        if (soon.querySelector('[data-next]')) void this.#loadMorph()
      }
    }, QUIET)
  }
}

function canMove(): boolean {
  return !matchMedia('(prefers-reduced-motion)').matches
}

function hasTransitions(): boolean {
  return canMove() && 'startViewTransition' in document
}

/** A demo has so many slides' time to load before it is asked for. */
const AHEAD = 2

/** Milliseconds after a key press in which nothing else is begun. */
const QUIET = 100

/** So many slides are laid out at once: each time costs a frame that shows nothing new. */
const LAID_AHEAD = 4

function isLaidOut(slide: HTMLElement): boolean {
  return slide.hasAttribute('data-laid')
}

/** Lays slides out behind the one that shows; they stay so for the way back. */
function layOut(slides: readonly HTMLElement[]): void {
  const fresh = slides.filter((slide) => !isLaidOut(slide))
  for (const slide of fresh) slide.setAttribute('data-near', '')
  // They can be measured before they are covered, and not after.
  for (const slide of fresh) fit(slide)
  for (const slide of fresh) slide.setAttribute('data-laid', '')
}

interface Options {
  /** Called when another slide shows, after its first frame. */
  turned: (shown: {
    slide: HTMLElement
    step: Step
    /** Of the slide, counted from 1, and how many there are. */
    number: number
    count: number
  }) => void
  /** Called with it when it is laid out, and can take the focus. */
  focus: (slide: HTMLElement) => void
  /** Called with slides that show now or soon. */
  prepare: (slide: HTMLElement) => void
}

/** On a step's further slides its heading stands once more. */
function repeatHeadings(steps: readonly Step[]): void {
  for (const { slides } of steps) {
    for (const slide of slides.slice(1)) {
      const parts = slides[0]!.querySelectorAll('.strip, h2')
      const again = [...parts].map(
        (part) => part.cloneNode(true) as HTMLElement,
      )
      for (const part of again) part.classList.add('again')
      slide.prepend(...again)
    }
  }
}

/** What is shown is a region named “Slide”; reading, it is what it was. */
function asSlide(slide: HTMLElement, shown: boolean): void {
  slide.role = shown ? 'region' : null
  slide.ariaLabel = shown ? 'Slide' : null
}
