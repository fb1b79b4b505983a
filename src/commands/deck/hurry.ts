/** Keys pressed in a hurry: how late the last one’s slide is on the screen. */
import type { Page } from 'playwright'
import type { Presented } from '../slide-changes.ts'

const PRESSES = 10

/** Milliseconds from one press to the next. */
const APART = 60

/**
 * Presses ten times, from the first slide on.
 *
 * @param page whose frames are watched
 * @returns milliseconds from the last key's event until slide 11 is painted
 */
export async function hurry(
  page: Page,
  { slides, shown }: Presented,
): Promise<number> {
  await page.evaluate(watchLast, [slides, shown, PRESSES] as const)
  const presses: Promise<void>[] = []
  for (let press = 0; press < PRESSES; press++) {
    presses.push(page.keyboard.press('ArrowRight'))
    await page.waitForTimeout(APART)
  }
  await Promise.all(presses)
  return page.evaluate(() => window.late!)
}

declare global {
  interface Window {
    late?: Promise<number>
  }
}

/** Runs in the page: `late` is known when the slide behind all presses is painted. */
function watchLast([all, one, presses]: readonly [
  string,
  string,
  number,
]): void {
  const last = document.querySelectorAll(all)[presses]!
  let pressed = 0
  window.late = new Promise((resolve) => {
    const follow = async ({ timeStamp }: KeyboardEvent) => {
      if (++pressed < presses) return
      do await window.painted()
      while (!last.matches(one))
      resolve(performance.now() - timeStamp)
    }
    addEventListener('keydown', follow, { capture: true })
  })
}
