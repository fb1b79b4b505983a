/** Whether a deck finds back to its slide: after a reload, by Back, by its address. */
import type { Browser, Page } from 'playwright'
import type { Presented } from '../slide-changes.ts'

export interface FindsBack {
  /** A reload keeps the slide. */
  reload: boolean
  /** The browser's Back is the slide before. */
  back: boolean
  /** An address leads somebody else to its slide. */
  link: boolean
  /** The address that names no slide resumes where this device was. */
  bare: boolean
}

/** Milliseconds after which a slide does not come any more. */
const PATIENCE = 3000

/** Milliseconds in which an address is written, at the latest. */
const WRITTEN = 1500

const SLIDE = 4

export async function measureFinding(
  browser: Browser,
  presented: Presented,
): Promise<FindsBack> {
  const context = await browser.newContext()
  const stranger = await browser.newContext()
  const page = await context.newPage()
  await page.goto(presented.url)
  for (let slide = 0; slide <= SLIDE; slide++) {
    if (slide > 0) await page.keyboard.press('ArrowRight')
    await arrives(page, presented, slide)
  }
  await page.waitForTimeout(WRITTEN)
  const address = page.url()
  await page.reload()
  const reload = await arrives(page, presented, SLIDE)

  const other = await stranger.newPage()
  await other.goto(address)
  const link = await arrives(other, presented, SLIDE)

  const later = await context.newPage()
  await later.goto(presented.url)
  const bare = await arrives(later, presented, SLIDE)

  await page.keyboard.press('ArrowRight')
  await arrives(page, presented, SLIDE + 1)
  await page.waitForTimeout(WRITTEN)
  await page.goBack()
  const back = await arrives(page, presented, SLIDE)
  await context.close()
  await stranger.close()
  return { reload, back, link, bare }
}

/** Waits for a slide. @returns whether it came */
export async function arrives(
  page: Page,
  { slides, shown }: Presented,
  slide: number,
): Promise<boolean> {
  try {
    await page.waitForFunction(isThere, [slides, shown, slide] as const, {
      timeout: PATIENCE,
    })
    return true
  } catch {
    return false
  }
}

/** Runs in the page. */
function isThere([all, one, slide]: readonly [string, string, number]) {
  const there = document.querySelector(one)
  return there !== null && there === document.querySelectorAll(all)[slide]
}
