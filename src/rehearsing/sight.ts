/** What people see of a slide: its texts, each with its size, and whether it fits. */
import type { Text } from './legible.ts'
import type { Projector } from './projector.ts'
import { until } from './waiting.ts'

/**
 * What nobody in the room has to read: drawings that are no text, the map of the
 * talk, and the row of buttons below a program.
 */
const ASIDE = '[aria-hidden="true"], .strip, .bar, .unseen'

/** Pixels: less than that is a place for screen readers. */
const SEEN = 2

/** All texts that are seen on a slide. */
export function textsOn(slide: Element): Text[] {
  return textsIn(slide).filter(({ pixels }) => pixels > 0)
}

function textsIn(root: Element | ShadowRoot): Text[] {
  const found: Text[] = []
  for (const node of root.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = textOf(node as CharacterData)
      if (text) found.push(text)
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as HTMLElement
      if (element.matches(ASIDE) || !isShown(element)) continue
      found.push(...textsIn(element))
      // The editor has its own tree.
      if (element.shadowRoot) found.push(...textsIn(element.shadowRoot))
    }
  }
  return found
}

/** What is not laid out has no text, and nothing in it has; what is unseen may have. */
function isShown(element: Element): boolean {
  const { display } = styleOf(element)
  return display === 'contents' || element.checkVisibility()
}

function textOf(node: CharacterData): Text | undefined {
  const words = node.data.trim()
  const host = node.parentElement
  if (!words || !host) return undefined
  const options = { visibilityProperty: true, opacityProperty: true }
  if (!host.checkVisibility(options)) return undefined
  const range = node.ownerDocument.createRange()
  range.selectNodeContents(node)
  const { width, height } = range.getBoundingClientRect()
  if (width < SEEN || height < SEEN) return undefined
  const size = Number.parseFloat(styleOf(host).fontSize)
  return { words, pixels: size * scaleOf(host) }
}

/** A drawing has pixels of its own. */
function scaleOf(element: Element): number {
  if (!('getScreenCTM' in element)) return 1
  const matrix = (element as SVGGraphicsElement).getScreenCTM()
  return matrix
    ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
    : 1
}

function styleOf(element: Element): CSSStyleDeclaration {
  return element.ownerDocument.defaultView!.getComputedStyle(element)
}

/** @returns the titles of islands with lines that end behind their right edge */
export function cutOn(slide: Element): string[] {
  const listings = [...slide.querySelectorAll<HTMLElement>('.listing, output')]
  const cut = listings.filter(
    (listing) =>
      listing.scrollWidth > listing.clientWidth + 1 &&
      listing.checkVisibility({ visibilityProperty: true }),
  )
  const cards = cut.map((listing) => listing.closest('[data-key]')?.ariaLabel)
  return [...new Set(cards.map((title) => title ?? 'a listing'))]
}

/** Milliseconds in which a slide that shows more than before is made to fit. */
const FITTING = 600

/** @returns pixels of the slide that show has no place for, below and beside it */
export async function overflowOf(
  { slide }: Projector,
  signal: AbortSignal,
): Promise<{ below: number; beside: number }> {
  const over = () => ({
    below: slide!.scrollHeight - slide!.clientHeight,
    beside: slide!.scrollWidth - slide!.clientWidth,
  })
  const fits = () => over().below <= 1 && over().beside <= 1
  await until(fits, FITTING, signal)
  return over()
}
