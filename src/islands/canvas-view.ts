/**
 * An image that a program computes: the Worker draws a frame, the page shows it
 * and asks for the next. It is still when nobody can see it, and when motion is
 * unwelcome it starts only on a press.
 */
import { check, type Stop } from '../examplescript/examplescript.ts'
import type { Acts } from './island.ts'
import type { Frame } from './messages.ts'
import { work } from './workshop.ts'

/** Over how many frames their rate is averaged. */
const AVERAGED = 30
/** Milliseconds that a frame at work has yet when nobody waits for it. */
const GRACE = 250

let drawings = 0

export class CanvasView {
  readonly #figure: HTMLElement
  /** What stands there before a program has drawn. */
  readonly #picture: HTMLElement
  readonly #caption: HTMLElement
  readonly #canvas = document.createElement('canvas')
  readonly #sourceOf: () => string
  /** Whether it is there only for programs that draw. */
  readonly #isOptional: boolean
  #playing: AbortController | undefined
  readonly #said: string
  #isSeen = true
  #source: string | undefined
  #drawing = 0
  /** How long it has played, in seconds, before its last pause. */
  #played = 0

  /**
   * @param sourceOf gives the program, where none was run yet
   * @returns nothing for a card without an image
   */
  static in(
    element: HTMLElement,
    sourceOf: () => string,
  ): CanvasView | undefined {
    const figure = element.querySelector<HTMLElement>('.canvas')
    return figure ? new CanvasView(figure, sourceOf) : undefined
  }

  private constructor(figure: HTMLElement, sourceOf: () => string) {
    this.#figure = figure
    this.#sourceOf = sourceOf
    this.#isOptional = figure.hasAttribute('hidden')
    this.#picture = figure.querySelector<HTMLElement>('img, canvas')!
    this.#caption = figure.querySelector('.frames')!
    this.#said = this.#caption.textContent!
    // As the image is, and not as it is shown.
    this.#canvas.width = Number(this.#picture.getAttribute('width'))
    this.#canvas.height = Number(this.#picture.getAttribute('height'))
    this.#canvas.role = 'img'
    this.#canvas.ariaLabel = figure.dataset['name']!
    new IntersectionObserver(([entry]) => {
      this.#isSeen = entry!.isIntersecting
      if (this.#isSeen) this.#next()
    }).observe(figure)
    document.addEventListener('visibilitychange', () => this.#next())
  }

  get acts(): Acts {
    return { animate: () => this.#toggle() }
  }

  /** Draws a program from its start on. */
  start(source: string): void {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#start(source, isStill ? 1 : Infinity)
  }

  #start(source: string, most: number): void {
    this.stop()
    this.#figure.hidden = this.#isOptional && !draws(source)
    if (this.#figure.hidden) return
    this.#source = source
    this.#drawing = ++drawings
    this.#played = 0
    this.#picture.replaceWith(this.#canvas)
    void this.#play(most)
  }

  /**
   * No more frames are asked for. One that is at work comes to its end, since
   * ending the Worker would end what programs keep in memory.
   */
  stop(): void {
    const playing = this.#playing
    if (playing) setTimeout(() => playing.abort(), GRACE)
    this.#playing = undefined
    this.#name('Animate')
  }

  showBaked(): void {
    this.stop()
    this.#source = undefined
    this.#figure.hidden = this.#isOptional
    this.#canvas.replaceWith(this.#picture)
    this.#caption.textContent = this.#said
  }

  #toggle(): void {
    if (this.#playing) return this.stop()
    if (this.#source === undefined) this.#start(this.#sourceOf(), Infinity)
    else void this.#play(Infinity)
  }

  #name(words: string): void {
    const button = this.#figure.querySelector('[data-act="animate"]')!
    button.textContent = words
  }

  #waits: (() => void) | undefined

  /** Goes on, if it waits for somebody to see it. */
  #next(): void {
    if (document.hidden || !this.#isSeen) return
    this.#waits?.()
    this.#waits = undefined
  }

  /** The next moment in which the browser paints, and somebody sees it. */
  async #paint(): Promise<number> {
    if (document.hidden || !this.#isSeen) {
      await new Promise<void>((resolve) => {
        this.#waits = resolve
      })
    }
    return new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
  }

  async #play(most: number): Promise<void> {
    const playing = new AbortController()
    this.#playing = playing
    this.#name('Pause')
    const times: number[] = []
    let before = await this.#paint()
    for (let frame = 0; frame < most; frame++) {
      if (!(await this.#frame(playing, times))) break
      const now = await this.#paint()
      // What nobody saw is no time that has passed.
      this.#played += Math.min(now - before, 250) / 1000
      before = now
    }
    if (this.#playing === playing) this.stop()
  }

  /** Draws one frame. @returns whether another one may follow */
  async #frame(playing: AbortController, times: number[]): Promise<boolean> {
    const isOver = () => this.#playing !== playing
    if (isOver()) return false
    const { width, height } = this.#canvas
    const order = {
      source: this.#source!,
      drawing: this.#drawing,
      seconds: this.#played,
      size: { width, height },
    }
    const { signal } = playing
    const watcher = { signal, onProgress: loading(this.#caption), onReady() {} }
    try {
      const frame = await work('frame', order, watcher)
      if (isOver()) return false
      if ('message' in frame) {
        this.#caption.textContent = stopWords(frame)
        return false
      }
      // A Worker that was ended took the memory along: all starts anew.
      if (frame.isFirst) this.#played = 0
      const image = new ImageData(frame.pixels, width, height)
      this.#canvas.getContext('2d')!.putImageData(image, 0, 0)
      this.#tell(frame, times)
      return true
    } catch (error) {
      if (!isOver()) this.#caption.textContent = (error as Error).message
      return false
    }
  }

  /** Says how fast it is, now and then, and what the program says. */
  #tell({ took, said }: Frame, times: number[]): void {
    const now = performance.now()
    times.push(now)
    const each = `${took.toFixed(1)} ms`
    const printed = said === undefined ? '' : ` It printed ${said}.`
    if (times.length === 1) {
      this.#caption.textContent = `A frame takes ${each}.${printed}`
    }
    if (times.length <= AVERAGED) return
    const [first] = times.splice(0, AVERAGED)
    const rate = (AVERAGED * 1000) / (now - first!)
    this.#caption.textContent = `${rate.toFixed(0)} frames a second, ${each} each.${printed}`
  }
}

/** Why there is no frame, and of which line that is said. */
function stopWords({ message, line }: Stop): string {
  return line === undefined ? message : `Stopped in line ${line}: ${message}`
}

function loading(caption: HTMLElement) {
  return (loaded: number, total: number) => {
    caption.textContent = `Loading Binaryen, once: ${(loaded / 1e6).toFixed(0)} of ${(total / 1e6).toFixed(0)} MB`
  }
}

/** Whether a program has what draws. */
function draws(source: string): boolean {
  const { program } = check(source)
  return (
    program?.functions.some(
      ({ name, isExported }) => name === 'draw' && isExported,
    ) ?? false
  )
}
