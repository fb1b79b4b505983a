/**
 * The stage: what is on the screen. It shows one slide and covers the others,
 * says which it is, and lays its neighbours out while nobody waits, so that a
 * key press only has to uncover one.
 */
import { drivenBy, wake } from './driving.ts'
import { fit, refit } from './fit.ts'
import type { Place, Step } from './steps.ts'

export class Stage {
  readonly #steps: readonly Step[]
  readonly #slides: readonly HTMLElement[]
  readonly #turned: Turned
  readonly #growth = new ResizeObserver(() => refit(this.#slide!))
  #slide: HTMLElement | undefined
  #idle = 0

  /** @param turned is called when another slide shows */
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
    const isMoving = this.#slide?.hasAttribute('data-transition')
    const isStill = matchMedia('(prefers-reduced-motion)').matches
    if (isMoving && !isStill && 'startViewTransition' in document) {
      document.startViewTransition(() => this.#turn(step, slide))
    } else this.#turn(step, slide)
  }

  /** The window has another size. */
  fit(): void {
    fit(this.#slide!)
    this.#prepareNear()
  }

  /** Puts everything back: the page is as it was. */
  clear(): void {
    this.#growth.disconnect()
    cancelIdle(this.#idle)
    for (const slide of this.#slides) {
      slide.inert = false
      slide.removeAttribute('data-shown')
      slide.removeAttribute('data-near')
      asSlide(slide, false)
    }
    for (const again of document.querySelectorAll('.again')) again.remove()
    for (const step of this.#steps) step.leave()
  }

  /** One slide goes, another comes. */
  #turn(step: Step, slide: HTMLElement): void {
    if (this.#slide) {
      this.#slide.removeAttribute('data-shown')
      this.#slide.inert = true
      asSlide(this.#slide, false)
    }
    this.#slide = slide
    slide.setAttribute('data-shown', '')
    slide.inert = false
    asSlide(slide, true)
    slide.scrollTop = 0
    fit(slide)
    this.#growth.disconnect()
    for (const part of slide.children) this.#growth.observe(part)
    const number = this.#slides.indexOf(slide) + 1
    this.#turned({ slide, step, number, count: this.#slides.length })
    this.#prepareNear()
  }

  /** The neighbours, and the islands that presses on this slide will drive. */
  #prepareNear(): void {
    cancelIdle(this.#idle)
    this.#idle = whenIdle(() => {
      const slide = this.#slide!
      const index = this.#slides.indexOf(slide)
      const near = [slide, this.#slides[index + 1], this.#slides[index - 1]]
      for (const other of document.querySelectorAll('[data-near]')) {
        if (!near.includes(other as HTMLElement)) {
          other.removeAttribute('data-near')
        }
      }
      for (const other of near) {
        other?.setAttribute('data-near', '')
        if (other) fit(other)
      }
      for (const orders of slide.querySelectorAll<HTMLElement>('[data-do]')) {
        wake(drivenBy(orders))
      }
    })
  }
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

/** Safari has no idle callbacks: there it is a moment later. */
function whenIdle(act: () => void): number {
  return 'requestIdleCallback' in window
    ? requestIdleCallback(act, { timeout: 500 })
    : (window as Window).setTimeout(act, 100)
}

function cancelIdle(id: number): void {
  if ('cancelIdleCallback' in window) cancelIdleCallback(id)
  else clearTimeout(id)
}
