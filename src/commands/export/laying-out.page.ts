/** What runs in a document before it is printed: titles keep their words apart, and slides are made to fit. */
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

window.breakTitles = () => {
  for (const title of document.querySelectorAll('h1, h2')) {
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (texts.nextNode()) found.push(texts.currentNode as Text)
    for (const text of found) breakText(text)
  }
}

/**
 * A line of a title ends with a space that is written, and not with one that the
 * browser leaves out: the outline would join the words.
 */
function breakText(text: Text): void {
  const ends = Array.from(text.data.matchAll(/\S(\s+)(?=\S)/g))
    .filter(({ index, 0: { length } }) => {
      return isBelow(text, index, index + length)
    })
    .map(({ index, 1: spaces }) => [index + 1, spaces!.length] as const)
  for (const [at, length] of ends.toReversed()) {
    const rest = text.splitText(at)
    rest.data = rest.data.slice(length)
    text.data += '\u{A0}'
    text.after(document.createElement('br'))
  }
}

/** Whether a character stands on another line than one before it. */
function isBelow(text: Text, before: number, index: number): boolean {
  // Letters are higher than the lines of a title are apart.
  const { top, height } = placeOf(text, before)
  return placeOf(text, index).top > top + height / 2
}

function placeOf(text: Text, index: number): DOMRect {
  const range = document.createRange()
  range.setStart(text, index)
  range.setEnd(text, index + 1)
  return range.getBoundingClientRect()
}
