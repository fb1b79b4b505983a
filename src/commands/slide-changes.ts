/**
 * What a key press shows, and when: a page with slides is gone through by the
 * arrow key, and tells itself what it painted. Whose slides these are does not
 * matter: they are known by two selectors.
 */
import type { Page } from 'playwright'

/** Slides at an address. */
export interface Presented {
  url: string
  /** Finds all slides. */
  slides: string
  /** Finds the one that shows, once the page is ready for keys. */
  shown: string
  /** What stands at the address, where that is not the server's. */
  body?: string
}

/** Milliseconds from a key's event. */
export interface Change {
  /** Until the next frame is painted. */
  frame: number
  /** Until a frame is painted in which nothing moves any more. */
  rest: number
  /** Whether that frame shows another slide. */
  turned: boolean
}

/** Nobody presses faster; what the press before began is done by then. */
const BETWEEN = 400

/** What any press began is done by then, the slowest of transitions included. */
const SETTLED = 900

/**
 * @param browser or what else opens pages, such as a browser with a profile
 * @param slowed how many times slower than this machine the page's is
 */
export async function openSlides(
  browser: { newPage: () => Promise<Page> },
  { url, shown, body }: Presented,
  slowed = 1,
): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewportSize({ width: 1280, height: 720 })
  if (body) {
    const contentType = 'text/html'
    await page.route(url, (route) => route.fulfill({ contentType, body }))
  }
  await page.goto(url)
  await page.waitForSelector(shown)
  await page.evaluate(tellPainted)
  if (slowed > 1) {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  }
  return page
}

/** Presses until so many other slides have been shown. */
export async function goThrough(
  page: Page,
  { shown }: Presented,
  turns: number,
): Promise<Change[]> {
  await page.evaluate(watchFrames, shown)
  const changes: Change[] = []
  for (let turned = 0; turned < turns;) {
    await page.waitForTimeout(BETWEEN)
    await page.evaluate(() => window.awaitChange())
    await page.keyboard.press('ArrowRight')
    const change = await page.evaluate(() => window.change!)
    changes.push(change)
    if (change.turned) turned++
  }
  return changes
}

/**
 * Presses so often, with nothing else to do for the page.
 *
 * @returns milliseconds of the main thread's work for each press, until no more
 *   comes of it
 */
export async function workThrough(
  page: Page,
  presses: number,
): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    await page.waitForTimeout(SETTLED)
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
  }
  const works: number[] = []
  let before = await worked()
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('ArrowRight')
    const now = await worked()
    works.push(now - before)
    before = now
  }
  return works
}

declare global {
  interface Window {
    awaitChange(): void
    change?: Promise<Change>
    /** The next frame has been painted. */
    painted(): Promise<void>
  }
}

/** Runs in the page: `painted` comes when the next frame is on the screen. */
function tellPainted(): void {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  // A message's task comes when the frame has been painted.
  window.painted = () =>
    new Promise((resolve) => {
      port1.addEventListener('message', () => resolve(), { once: true })
      requestAnimationFrame(() => port2.postMessage(undefined))
    })
}

/** Runs in the page: `awaitChange` measures the next key press, into `change`. */
function watchFrames(shown: string): void {
  const change = async (
    { timeStamp }: KeyboardEvent,
    slide: Element,
  ): Promise<Change> => {
    await window.painted()
    const frame = performance.now() - timeStamp
    const turned = !slide.matches(shown)
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect!.getComputedTiming().endTime !== Infinity)
    if (moving.length === 0) return { frame, rest: frame, turned }
    await Promise.allSettled(moving.map(({ finished }) => finished))
    await window.painted()
    return { frame, rest: performance.now() - timeStamp, turned }
  }
  window.awaitChange = () => {
    // Looked for before the key, as looking takes longer in longer pages.
    const slide = document.querySelector(shown)!
    window.change = new Promise((resolve) => {
      const pressed = (event: KeyboardEvent) => resolve(change(event, slide))
      addEventListener('keydown', pressed, { once: true, capture: true })
    })
  }
}
