/**
 * How long the views of a program take: to show what a key has typed, to light
 * up what is pointed at, to unfold a tree.
 */
import type { Browser, Page } from 'playwright'
import { CATEGORIES, tasksOf } from './main-thread.ts'
import { median, quantile } from './median.ts'

/** Milliseconds. */
export interface Spread {
  median: number
  p95: number
}

export interface StageTimes {
  /** From a key to the frame in which tokens, tree and types show it. */
  read: Spread
  /** From a key to the frame in which text and bytes show it. */
  made: Spread
  /** From pointing at a node of the tree to the frame in which it is lit. */
  pointed: Spread
  /** Between the frames while the pointer goes along the tree. */
  interval: Spread
  /** From a click to the frame in which the whole tree is unfolded. */
  unfolded: number
  /** The main thread's work for a key, without its waiting for a core: the mean. */
  work: number
  /** Its longest task, and that is with a trace. */
  longest: number
}

/** Digits, and most of the way back; in two rounds, 30 keys. */
const KEYS = [...'23456789', ...Array<string>(7).fill('Backspace')]
const ROUNDS = 2
const POINTED = 40
const PLAY = '[data-play]'

/**
 * Types at the end of a program, once for its frames and once with a trace, and
 * then points along its tree.
 */
export async function measureStages(
  browser: Browser,
  url: string,
  source: string,
): Promise<StageTimes> {
  const page = await openProgram(browser, url, source)
  const keys = await pressKeys(page)
  const { pointed, intervals } = await pointAlong(page)
  const unfolded = await unfold(page)
  await page.close()

  const traced = await openProgram(browser, url, source)
  await browser.startTracing(traced, { categories: CATEGORIES })
  const { length } = await pressKeys(traced)
  const tasks = tasksOf(await browser.stopTracing())
  await traced.close()
  return {
    read: spreadOf(keys.map(({ read }) => read)),
    made: spreadOf(keys.map(({ made }) => made)),
    pointed: spreadOf(pointed),
    interval: spreadOf(intervals),
    unfolded,
    work: tasks.reduce((sum, task) => sum + task, 0) / length,
    longest: Math.max(...tasks),
  }
}

function spreadOf(times: readonly number[]): Spread {
  return { median: median(times), p95: quantile(times, 0.95) }
}

async function openProgram(
  browser: Browser,
  url: string,
  source: string,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  const play = page.locator(PLAY)
  await play.getByRole('button', { name: 'Side by side' }).click()
  await play.locator('[data-view="bytes"] .row').first().waitFor()
  await play.evaluate((element, text) => {
    const island = element as unknown as {
      state: Record<string, unknown>
      restore(state: Record<string, unknown>): void
    }
    island.restore({ ...island.state, text })
  }, source)
  await play.locator('[data-view="text"]', { hasText: '$last' }).waitFor()
  await play.getByRole('textbox', { name: 'Program' }).click()
  await play.locator('.editor .cm-content').click()
  await page.keyboard.press('Control+End')
  await page.evaluate(watchViews)
  return page
}

/** Milliseconds of one key press. */
interface KeyTimes {
  read: number
  made: number
}

async function pressKeys(page: Page): Promise<KeyTimes[]> {
  const times: KeyTimes[] = []
  const keys = Array.from({ length: ROUNDS }, () => KEYS).flat()
  let typed = '1'
  for (const key of keys) {
    // What the key before began is done by then.
    await page.waitForTimeout(100)
    typed = key === 'Backspace' ? typed.slice(0, -1) : typed + key
    await page.evaluate(() => window.awaitViews())
    await page.keyboard.press(key)
    times.push(await page.evaluate(() => window.viewTimes!))
    await expectShown(page, typed)
  }
  return times
}

/** What was measured is what was typed. */
async function expectShown(page: Page, typed: string): Promise<void> {
  const text = `(global $last (mut i32) (i32.const ${typed}))`
  const isShown = await page
    .locator(`${PLAY} [data-view="text"]`)
    .evaluate((view, words) => view.textContent!.includes(words), text)
  if (!isShown) throw new Error(`The text does not show “${text}”.`)
}

async function pointAlong(
  page: Page,
): Promise<{ pointed: number[]; intervals: number[] }> {
  const nodes = page.locator(`${PLAY} [data-view="tree"] .node`)
  await nodes.first().scrollIntoViewIfNeeded()
  const places = await nodes.evaluateAll((all, most) => {
    const body = all[0]!.closest('.view-body')!.getBoundingClientRect()
    return all
      .map((node) => node.getBoundingClientRect())
      .filter(
        ({ top, bottom, left, right }) =>
          top >= Math.max(body.top, 0) &&
          bottom <= Math.min(body.bottom, innerHeight) &&
          left >= body.left &&
          right <= body.right,
      )
      .slice(0, most)
      .map(({ x, y, width, height }) => [x + width / 2, y + height / 2])
  }, POINTED)
  const pointed: number[] = []
  await page.evaluate(() => window.startFrames())
  for (let at = 0; at < POINTED; at++) {
    const [x, y] = places[at % places.length]!
    await page.evaluate(() => window.awaitEvent('pointerover'))
    await page.mouse.move(x!, y!)
    pointed.push(await page.evaluate(() => window.eventTime!))
  }
  return { pointed, intervals: await page.evaluate(() => window.stopFrames()) }
}

/** Folds the tree at its root, and unfolds it again. */
async function unfold(page: Page): Promise<number> {
  const root = page.locator(`${PLAY} [data-view="tree"] .node`).first()
  await root.click()
  await page.evaluate(() => window.awaitEvent('click'))
  await root.click()
  return page.evaluate(() => window.eventTime!)
}

declare global {
  interface Window {
    awaitViews(): void
    viewTimes?: Promise<KeyTimes>
    awaitEvent(type: string): void
    eventTime?: Promise<number>
    startFrames(): void
    stopFrames(): number[]
  }
}

/** Runs in the page: each `await…` measures what comes next. */
function watchViews(): void {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  const once = { once: true, capture: true }
  /** Once the next frame has been painted. */
  const painted = () =>
    new Promise<number>((resolve) => {
      const now = () => resolve(performance.now())
      port1.addEventListener('message', now, once)
      requestAnimationFrame(() => port2.postMessage(undefined))
    })
  const next = (type: string) =>
    new Promise<number>((resolve) => {
      const happened = ({ timeStamp }: Event) => resolve(timeStamp)
      addEventListener(type, happened, once)
    })
  const drawn = (view: string) =>
    new Promise<number>((resolve) => {
      const body = document.querySelector(
        `[data-play] [data-view="${view}"] .view-body`,
      )!
      const observer = new MutationObserver(() => {
        observer.disconnect()
        void painted().then(resolve)
      })
      observer.observe(body, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    })
  window.awaitViews = () => {
    const pressed = next('keydown')
    const read = Promise.all(['tokens', 'tree', 'types'].map(drawn))
    const made = Promise.all(['text', 'bytes'].map(drawn))
    window.viewTimes = Promise.all([pressed, read, made]).then(
      ([start, first, second]) => ({
        read: Math.max(...first) - start,
        made: Math.max(...second) - start,
      }),
    )
  }
  window.awaitEvent = (type) => {
    window.eventTime = next(type).then(
      async (start) => (await painted()) - start,
    )
  }
  let frames: number[] | undefined
  window.startFrames = () => {
    frames = []
    const frame = (time: number) => {
      frames?.push(time)
      if (frames) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }
  window.stopFrames = () => {
    const all = frames!
    frames = undefined
    return all.slice(1).map((time, index) => time - all[index]!)
  }
}
