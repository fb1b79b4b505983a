/** What runs in a document of slides before it is printed: all are made to fit. */
import { shrink } from '../../deck/fit.ts'

/** Of its size on the screen; what would be smaller scrolls, as it does there. */
const READABLE = 0.55
/** What still does not fit is rather small than cut. */
const SMALLEST = 0.2

window.fitSlides = async () => {
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode()))
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    if (fits(slide, READABLE)) continue
    slide.setAttribute('data-scrolls', '')
    fits(slide, SMALLEST)
    for (const part of slide.querySelectorAll('[data-scrolled]')) {
      const share = Number(part.getAttribute('data-scrolled'))
      part.scrollTop = share * part.scrollHeight
    }
    for (const part of slide.querySelectorAll<HTMLElement>('*')) trim(part)
  }
}

/** A line that its box cuts in two is left out; a mark says that there is more. */
function trim(part: HTMLElement): void {
  if (part.scrollHeight <= part.clientHeight + 1) return
  if (getComputedStyle(part).overflowY === 'visible') return
  const { top, bottom } = part.getBoundingClientRect()
  const cut = [...part.querySelectorAll('.line, tr, li, p')]
    .map((line) => line.getBoundingClientRect())
    .find((line) => line.top < bottom && line.bottom > bottom + 1)
  if (cut && cut.top > top) {
    part.style.setProperty('height', `${cut.top - top}px`, 'important')
  }
  part.setAttribute('data-more', '')
}

function fits(slide: HTMLElement, least: number): boolean {
  slide.style.removeProperty('--fit')
  shrink(slide, 1, least)
  return slide.scrollHeight <= slide.clientHeight
}
