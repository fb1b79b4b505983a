/**
 * What a hand meets on the slide: where the slide is in the window, and a
 * surface over it, for tools that leave nothing of a press to what is below.
 */
import { unitOf, type Point, type View } from './units.ts'

export function viewOf(slide: HTMLElement): View {
  const { left, top, width } = slide.getBoundingClientRect()
  const scale = width / slide.offsetWidth
  return {
    left: left + slide.clientLeft * scale,
    top: top + slide.clientTop * scale,
    scale,
    unit: unitOf(slide.offsetWidth, slide.offsetHeight),
    scrolled: slide.scrollTop,
  }
}

/** What a tool does with a press, in pixels of the window. */
interface Strokes {
  start(at: Point): void
  /** Called with all the places since the last call. */
  move(way: readonly Point[]): void
  end(): void
}

/** Covers the slide, until the signal. @param kind of the surface, for its looks */
export function coverSlide(
  kind: string,
  { start, move, end }: Strokes,
  signal: AbortSignal,
): HTMLElement {
  const surface = document.createElement('div')
  surface.className = `surface surface-${kind}`
  let pressed: number | undefined
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    hear: (event: HTMLElementEventMap[Name]) => void,
  ) => surface.addEventListener(name, hear, { signal })
  on('pointerdown', (event) => {
    // The first finger draws; what else touches is a palm.
    if (pressed !== undefined || event.button !== 0) return
    pressed = event.pointerId
    surface.setPointerCapture(pressed)
    start(placeOf(event))
  })
  on('pointermove', (event) => {
    if (event.pointerId !== pressed) return
    const events = event.getCoalescedEvents()
    move((events.length > 0 ? events : [event]).map(placeOf))
  })
  for (const name of ['pointerup', 'pointercancel'] as const) {
    on(name, (event) => {
      if (event.pointerId !== pressed) return
      pressed = undefined
      end()
    })
  }
  // A finger that draws is none that swipes, and the focus stays where it is.
  on('touchstart', (event) => event.stopPropagation())
  on('mousedown', (event) => event.preventDefault())
  signal.addEventListener('abort', () => surface.remove())
  document.body.append(surface)
  return surface
}

function placeOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY }
}

/** For a tool that is laid down while its bar has the focus. */
export function focusSlide(slide: HTMLElement): void {
  slide.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
}
