/**
 * The stage: what is on the screen. It shows one slide and covers the others,
 * and lays its neighbours out while nobody waits, so that a key press only has
 * to uncover one. All else that comes with another slide waits until the frame
 * with it is painted.
 */
import { drivenBy, wake } from './driving.ts'
import { fit, refit } from './fit.ts'
import { afterPaint } from './paint.ts'
import type { Place, Step } from './steps.ts'

export class Stage {
  readonly #steps: readonly Step[]
  readonly #slides: readonly HTMLElement[]
  readonly #turned: Turned
  readonly #growth = new ResizeObserver(() => refit(this.#slide!))
  #slide: HTMLElement | undefined
  /** The only one that is not inert. */
  #settled: HTMLElement | undefined
  #preparing = 0

  /** @param turned is called when another slide shows, after its first frame */
  constructor(steps: readonly Step[], turned: Turned) {
    this.#steps = steps
    this.#slides = steps.flatMap(({ slides }) => slides)
    this.#turned = turned
    for (const slide of this.#slides) slide.inert = true
    repeatHeadings(steps)
  }

  show({ step: index, presses }: Place): void {
    const step = this.#steps[index]!
    const slide = step.slideAt(presses)
    step.apply(presses)
    if (slide === this.#slide) return
    if (this.#slide?.hasAttribute('data-transition') && canMove()) {
      document.startViewTransition(() => this.#turn(step, slide))
    } else this.#turn(step, slide)
  }

  /** The window has another size. */
  fit(): void {
    for (const slide of this.#slides) {
      slide.removeAttribute('data-near')
      slide.removeAttribute('data-laid')
    }
    fit(this.#slide!)
    this.#prepareSoon()
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

  /** One slide goes, another comes. */
  #turn(step: Step, slide: HTMLElement): void {
    this.#slide?.removeAttribute('data-shown')
    this.#slide = slide
    slide.setAttribute('data-shown', '')
    if (!slide.hasAttribute('data-laid')) fit(slide)
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
    this.#turned({ slide, step, number, count: this.#slides.length })
    // All else that waited for this frame is done first; the next frame has both.
    queueMicrotask(() => this.#layOutNear())
    this.#prepareSoon()
  }

  #layOutNear(): void {
    if (!this.#slide) return
    const index = this.#slides.indexOf(this.#slide)
    for (const near of [index, index + 1, index - 1]) {
      if (this.#slides[near]) layOut(this.#slides[near])
    }
  }

  /** The neighbours, and the islands that presses on this slide will drive. */
  #prepareSoon(): void {
    clearTimeout(this.#preparing)
    this.#preparing = window.setTimeout(() => {
      this.#layOutNear()
      for (const orders of this.#slide!.querySelectorAll<HTMLElement>(
        '[data-do]',
      )) {
        wake(drivenBy(orders))
      }
    }, QUIET)
  }
}

function canMove(): boolean {
  const isStill = matchMedia('(prefers-reduced-motion)').matches
  return !isStill && 'startViewTransition' in document
}

/** Milliseconds after a key press in which nothing else is begun. */
const QUIET = 100

/** Lays a slide out behind the one that shows; it stays so for the way back. */
function layOut(slide: HTMLElement): void {
  if (slide.hasAttribute('data-laid')) return
  slide.setAttribute('data-near', '')
  // It can be measured before it is covered, and not after.
  fit(slide)
  slide.setAttribute('data-laid', '')
}

type Turned = (shown: {
  slide: HTMLElement
  step: Step
  /** Of the slide, counted from 1, and how many there are. */
  number: number
  count: number
}) => void

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
  if (shown) {
    slide.setAttribute('role', 'region')
    slide.setAttribute('aria-label', 'Slide')
  } else {
    slide.removeAttribute('role')
    slide.removeAttribute('aria-label')
  }
}
