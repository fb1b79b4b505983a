/**
 * What a key press costs while presenting: the time until the next slide is on
 * the screen, and the main thread's work for it; beside a floor, the same
 * slides as plain HTML with a script of a few lines.
 */
import type { Browser, Page } from 'playwright'
import { escape } from '../figures/escape.ts'
import { CATEGORIES, workOf, type Work } from './main-thread.ts'
import { median, quantile } from './median.ts'

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
  const plain = await floorOf(browser, url)
  const ours: Press[] = []
  const floor: Press[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(...(await goThrough(browser, `${url}?present#`)))
    floor.push(...(await goThrough(browser, `${url}floor`, plain)))
  }
  return { ours: summed(ours), floor: summed(floor) }
}

/** One that is gone through for its frame, and again with a trace. */
interface Press {
  frame: number
  work: Work
}

function summed(presses: readonly Press[]): KeyPresses {
  const frames = presses.map(({ frame }) => frame)
  return {
    count: presses.length,
    frame: { median: median(frames), p95: quantile(frames, 0.95) },
    work: {
      shown: median(presses.map(({ work }) => work.shown)),
      all: median(presses.map(({ work }) => work.all)),
    },
  }
}

/** The floor: titles and listings of the same slides, one shown at a time. */
async function floorOf(browser: Browser, url: string): Promise<string> {
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
  const sections = slides.map(
    ({ title, texts }, index) =>
      `<section class="slide"${index ? ' hidden' : ' data-shown'}><h1>${escape(title)}</h1>${texts.map((text) => `<pre>${escape(text)}</pre>`).join('')}</section>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>Floor</title>
<style>body{font:1.5rem sans-serif}pre{font-size:1rem}</style>
${sections.join('\n')}
<script>
const slides = [...document.querySelectorAll('section')]
let at = 0
addEventListener('keydown', ({ key }) => {
  const to = at + ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0)
  if (!slides[to] || to === at) return
  slides[at].hidden = true
  slides[at].removeAttribute('data-shown')
  slides[at = to].hidden = false
  slides[at].setAttribute('data-shown', '')
  history.replaceState(null, '', '#' + at)
})
document.documentElement.className = 'presenting'
</script>`
}

/**
 * Presses the arrow key until the last slide, once for the frames, and once with
 * a trace for the work.
 * @param body what stands at the address, where that is not the site's
 */
async function goThrough(
  browser: Browser,
  url: string,
  body?: string,
): Promise<Press[]> {
  const timed = await openSlides(browser, url, body)
  const frames = await pressKeys(timed)
  await timed.close()

  const traced = await openSlides(browser, url, body)
  await browser.startTracing(traced, { categories: CATEGORIES })
  const presses = await pressKeys(traced)
  const work = workOf(await browser.stopTracing())
  await traced.close()
  return frames.flatMap(({ frame, turned }, index) =>
    turned && presses[index]!.turned ? [{ frame, work: work[index]! }] : [],
  )
}

async function openSlides(
  browser: Browser,
  url: string,
  body: string | undefined,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  if (body) {
    const contentType = 'text/html'
    await page.route(url, (route) => route.fulfill({ contentType, body }))
  }
  await page.goto(url)
  await page.waitForSelector('.presenting [data-shown]')
  await page.evaluate(watchFrames)
  return page
}

async function pressKeys(page: Page): Promise<Frame[]> {
  const frames: Frame[] = []
  const slides = await page.locator('.slide').count()
  for (let shown = 1; shown < slides;) {
    // Nobody presses faster; what the press before began is done by then.
    await page.waitForTimeout(400)
    await page.evaluate(() => window.awaitFrame())
    await page.keyboard.press('ArrowRight')
    const frame = await page.evaluate(() => window.frame!)
    frames.push(frame)
    if (frame.turned) shown++
  }
  return frames
}

interface Frame {
  /** Milliseconds from the key's event to the frame after it. */
  frame: number
  /** Whether that shows another slide. */
  turned: boolean
}

declare global {
  interface Window {
    awaitFrame(): void
    frame?: Promise<Frame>
  }
}

/** Runs in the page: `awaitFrame` measures the next key press, into `frame`. */
function watchFrames(): void {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  window.awaitFrame = () => {
    window.frame = new Promise((resolve) => {
      const pressed = ({ timeStamp }: KeyboardEvent) => {
        const slide = document.querySelector('[data-shown]')!
        const painted = () => {
          const turned = !slide.hasAttribute('data-shown')
          resolve({ frame: performance.now() - timeStamp, turned })
        }
        port1.addEventListener('message', painted, { once: true })
        // Its task comes when the frame has been painted.
        requestAnimationFrame(() => port2.postMessage(undefined))
      }
      addEventListener('keydown', pressed, { once: true, capture: true })
    })
  }
}
