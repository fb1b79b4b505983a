/** Opening the overview of all slides: from the key until its grid is painted. */
import type { Page } from 'playwright'

/** Milliseconds after which there is no overview. */
const PATIENCE = 3000

/**
 * @param page whose frames are watched
 * @returns milliseconds; undefined where nothing opens
 */
export async function openOverview(page: Page): Promise<number | undefined> {
  await page.evaluate(watchDialog, PATIENCE)
  await page.keyboard.press('o')
  return page.evaluate(() => window.opened!)
}

declare global {
  interface Window {
    opened?: Promise<number | undefined>
  }
}

/** Runs in the page: `opened` is known when a dialog is painted. */
function watchDialog(patience: number): void {
  const dialogs = document.getElementsByTagName('dialog')
  const isOpen = () => [...dialogs].some(({ open }) => open)
  window.opened = new Promise((resolve) => {
    const follow = async ({ timeStamp }: KeyboardEvent) => {
      do await window.painted()
      while (!isOpen() && performance.now() - timeStamp < patience)
      resolve(isOpen() ? performance.now() - timeStamp : undefined)
    }
    addEventListener('keydown', follow, { once: true, capture: true })
  })
}
