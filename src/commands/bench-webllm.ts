/**
 * `npm run bench -- webllm`: what a click on "load" costs before the first byte of
 * a model is asked for. Bytes of page and Worker together, and the time from the
 * click to the request for the model's settings; beside it the package bundled as
 * usual, in page and Worker, in the same run. It fails where ours is heavier than
 * promised.
 */
import type { Page } from 'playwright'
import { openEngineSite } from './engine-site.ts'
import { median } from './median.ts'
import { inChromium, line, row, weigh, weightLines } from './side-by-side.ts'

const ROUNDS = 7

/** Promised, as a share of the bytes of the other. */
const BOUND = 0.55

/** The processor plays the card, where there is none. */
const CARD = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']

declare global {
  interface Window {
    /** Loads a model from an address; `click` is what a button would do. */
    click(source: string): void
  }
}

/** In milliseconds. */
interface Times {
  /** From the address of the page until its script is there. */
  page: number
  /** From the click until the model's settings are asked for. */
  click: number
}

export async function main(): Promise<number> {
  const [ours, usual] = [
    await openEngineSite('src/commands/bench-webllm.page.ts'),
    await openEngineSite('src/commands/bench-webllm-usual.page.ts', false),
  ]
  try {
    const light = await weigh(ours, (page) => loadOnce(page, ours.url), CARD)
    const heavy = await weigh(usual, (page) => loadOnce(page, usual.url), CARD)
    const times: Times[][] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, { url }] of [ours, usual].entries())
        times[at]!.push(
          await inChromium((page) => loadOnce(page, url), '', CARD),
        )
    }
    const middle = (of: keyof Times) =>
      times.map((all) => median(all.map((each) => each[of])))
    const [page, click] = [middle('page'), middle('click')]
    const lines = [
      row('', ['this site', 'as usual', 'ratio']),
      line('until the page is ready, ms', page),
      line('from the click to the settings, ms', click),
      line(
        'both together, ms',
        page.map((time, at) => time + click[at]!),
      ),
      ...weightLines(light, heavy),
    ]
    process.stdout.write(
      `WebLLM in Chromium up to the first request for a model, median of ${ROUNDS} browsers each\n${lines.join('')}`,
    )
    return light.raw / heavy.raw <= BOUND ? 0 : 1
  } finally {
    await ours.close()
    await usual.close()
  }
}

async function loadOnce(page: Page, url: string): Promise<Times> {
  const opened = performance.now()
  await page.goto(url)
  await page.waitForFunction(() => 'click' in window)
  const clicked = performance.now()
  const asked = page.waitForRequest('**/mlc-chat-config.json')
  await page.evaluate(
    (source) => window.click(source),
    new URL('model/', url).href,
  )
  await asked
  return { page: clicked - opened, click: performance.now() - clicked }
}
