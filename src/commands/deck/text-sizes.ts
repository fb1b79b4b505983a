/** How large the text of slides is on a phone, in pixels of the page as it is seen. */
import type { Browser, Page } from 'playwright'
import type { Presented } from '../slide-changes.ts'
import { arrives } from './finding-back.ts'

export interface TextSizes {
  /** The smallest text in listings. */
  code: number
  /** The smallest text of everything else on a slide. */
  body: number
}

const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
}

/** The smallest of all slides. */
export async function measureText(
  browser: Browser,
  presented: Presented,
  count: number,
): Promise<TextSizes> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const smallest = { code: Infinity, body: Infinity }
  await page.goto(presented.url)
  for (let slide = 0; slide < count; slide++) {
    if (slide > 0) await page.keyboard.press('ArrowRight')
    await arrives(page, presented, slide)
    const { code, body } = await sizesOn(page, presented)
    smallest.code = Math.min(smallest.code, ...code)
    smallest.body = Math.min(smallest.body, ...body)
  }
  await context.close()
  return smallest
}

/** The sizes of all texts on the slide that shows. */
function sizesOn(
  page: Page,
  { shown }: Presented,
): Promise<Record<keyof TextSizes, number[]>> {
  return page.locator(shown).evaluate((slide: HTMLElement) => {
    // A slide that is laid out larger is shown smaller.
    const scale = slide.getBoundingClientRect().width / slide.offsetWidth
    const sizes: Record<'code' | 'body', number[]> = { code: [], body: [] }
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode
      const element = text.parentElement!
      const { width } = element.getBoundingClientRect()
      // What only screen readers see is a pixel wide.
      if (!text.textContent!.trim() || width < 2) continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      // Words in a picture are as large as the picture.
      if (element.closest('svg')) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      const kind = element.closest('pre') ? 'code' : 'body'
      sizes[kind].push(size * scale)
    }
    return sizes
  })
}
