/**
 * What a key press costs while presenting a chapter: the time until the next
 * slide is on the screen, and the main thread's work for it; beside a floor,
 * the same titles and listings on a plain page.
 */
import type { Browser } from 'playwright'
import { escape } from '../figures/escape.ts'
import { CATEGORIES, workOf, type Work } from './main-thread.ts'
import { median, quantile } from './median.ts'
import { plainPage, PLAIN_SLIDES } from './plain-page.ts'
import { goThrough, openSlides, type Presented } from './slide-changes.ts'

/** How our slides are found. */
export const OUR_SLIDES = {
  slides: '.slide',
  shown: '.presenting [data-shown]',
}

/** Milliseconds, over all key presses that showed another slide. */
export interface KeyPresses {
  count: number
  /** From the key's event to the frame that shows the next slide. */
  frame: { median: number; p95: number }
  /** The main thread's work until then, and until the next key: medians. */
  work: Work
}

/** How often a presentation is gone through. */
const ROUNDS = 4

/** Measures the slides of an address, then those of the floor, in turns. */
export async function measureKeyPresses(
  browser: Browser,
  url: string,
): Promise<{ ours: KeyPresses; floor: KeyPresses }> {
  const slides = await textsOf(browser, url)
  const body = plainPage('Floor', slides)
  const ourDeck = { url: `${url}?present#`, ...OUR_SLIDES }
  const floorDeck = { url: `${url}floor`, ...PLAIN_SLIDES, body }
  const ours: Press[] = []
  const floor: Press[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(...(await pressThrough(browser, ourDeck, slides.length)))
    floor.push(...(await pressThrough(browser, floorDeck, slides.length)))
  }
  return { ours: summed(ours), floor: summed(floor) }
}

/** One that is gone through for its frame, and again with a trace. */
interface Press {
  frame: number
  work: Work
}

/** @returns milliseconds to the frame: the middle, and what few exceed */
export function spread(frames: readonly number[]): KeyPresses['frame'] {
  return { median: median(frames), p95: quantile(frames, 0.95) }
}

function summed(presses: readonly Press[]): KeyPresses {
  return {
    count: presses.length,
    frame: spread(presses.map(({ frame }) => frame)),
    work: {
      shown: median(presses.map(({ work }) => work.shown)),
      all: median(presses.map(({ work }) => work.all)),
    },
  }
}

/** Titles and listings of a chapter's slides, as HTML. */
async function textsOf(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage()
  await page.goto(url)
  const slides = await page.locator('.slide').evaluateAll((all) =>
    all.map((slide) => ({
      title: slide.closest('section')!.querySelector('h1, h2')!.textContent!,
      texts: [...slide.querySelectorAll('pre, li, output')].map(
        ({ textContent }) => textContent!,
      ),
    })),
  )
  await page.close()
  return slides.map(
    ({ title, texts }) =>
      `<h1>${escape(title)}</h1>${texts.map((text) => `<pre>${escape(text)}</pre>`).join('')}`,
  )
}

/** Presses until the last slide: once for the frames, and once for the work. */
async function pressThrough(
  browser: Browser,
  presented: Presented,
  count: number,
): Promise<Press[]> {
  const timed = await openSlides(browser, presented)
  const changes = await goThrough(timed, presented, count - 1)
  await timed.close()

  const traced = await openSlides(browser, presented)
  await browser.startTracing(traced, { categories: CATEGORIES })
  await goThrough(traced, presented, count - 1)
  const works = workOf(await browser.stopTracing())
  await traced.close()
  return changes.flatMap(({ frame, turned }, index) =>
    turned ? [{ frame, work: works[index]! }] : [],
  )
}
