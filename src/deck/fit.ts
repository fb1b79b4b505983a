/**
 * Fitting: a slide with more than fits gets a smaller unit, within reason, and
 * scrolls beyond that. A slide is measured once for a size of the window.
 */

/** A slide's unit shrinks to this share at the least; then the slide scrolls. */
const SMALLEST = 0.5

/** The largest share that fits is found as closely as this. */
const CLOSE = 0.03

/** The size of the window that each slide was fitted to. */
const fitted = new WeakMap<HTMLElement, string>()

/** Fits a slide as it comes; one that was fitted to this window stays so. */
export function fit(slide: HTMLElement): void {
  const size = `${innerWidth}×${innerHeight}`
  if (fitted.get(slide) === size) return
  fitted.set(slide, size)
  slide.style.removeProperty('--fit')
  shrink(slide, 1)
}

/** Fits a slide again that has got more to show than before. */
export function refit(slide: HTMLElement): void {
  shrink(slide, Number(slide.style.getPropertyValue('--fit') || 1))
}

/**
 * @param share of the unit that the slide has now
 * @param least what it may shrink to
 */
export function shrink(
  slide: HTMLElement,
  share: number,
  least = SMALLEST,
): void {
  if (!isOver(slide)) return
  // Lines break anew at each size: what fits is found by halves.
  let over = share
  let fitting = least
  while (over - fitting > CLOSE) {
    const middle = (over + fitting) / 2
    take(slide, middle)
    if (isOver(slide)) over = middle
    else fitting = middle
  }
  take(slide, fitting)
}

function isOver(slide: HTMLElement): boolean {
  return slide.scrollHeight > slide.clientHeight
}

function take(slide: HTMLElement, share: number): void {
  slide.style.setProperty('--fit', share.toFixed(3))
}
