/**
 * `npm run bench -- pages`: what the first visit of a page costs. Lighthouse,
 * as on a slow phone, three times each, the median; and what is loaded before
 * anybody touches anything. Then what a key press costs while presenting. It
 * fails where a page is worse than it has to be.
 */
import { chromium } from 'playwright'
import { buildSite } from './build.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { compressText } from './compress.ts'
import { firstLoad, type FirstLoad } from './first-load.ts'
import { measureKeyPresses, type KeyPresses } from './key-presses.ts'
import { audit, CATEGORIES, scoresOf } from './lighthouse-scores.ts'
import { median } from './median.ts'
import { serve } from './serve.ts'

const PAGES = [
  '2024/01/17/a-wasm-new-year/',
  'compiling/one-line-one-function/',
  'compiling/from-text-to-tokens/',
]
const RUNS = 3

/** What a page may cost at most, and has to score at least. */
const BOUNDS = { script: 10_000, requests: 6, shift: 0, score: 100 }

/** Against plain HTML, and in milliseconds of the main thread's work. */
const KEY_BOUNDS = { times: 1.2, work: 8 }

export async function main(): Promise<number> {
  await buildSite()
  await compressText('_site')
  const executable = await findChromium()
  const site = await serve({ folder: '_site', port: 0 })
  let good = true
  try {
    for (const page of PAGES) {
      const url = site.url + page
      const audits = await audit(url, executable, RUNS)
      const load = await measureLoad(url, executable)
      const scores = scoresOf(audits)
      const shift = median(
        audits.map(
          (result) => result.audits['cumulative-layout-shift']!.numericValue!,
        ),
      )
      const paint = median(
        audits.map(
          (result) => result.audits['largest-contentful-paint']!.numericValue!,
        ),
      )
      process.stdout.write(
        `/${page}\n` +
          `  Lighthouse mobile, median of ${RUNS}: ${CATEGORIES.map((name, index) => `${name} ${scores[index]}`).join(', ')}\n` +
          `  largest paint ${Math.round(paint)} ms, layout shift ${shift}\n` +
          `  first load: ${load.requests} requests besides ${load.fonts} fonts, script ${(load.script / 1000).toFixed(1)} KB gzip\n`,
      )
      good &&=
        scores.every((score) => score >= BOUNDS.score) &&
        shift <= BOUNDS.shift &&
        load.requests <= BOUNDS.requests &&
        load.script <= BOUNDS.script
    }
    for (const page of PAGES.slice(1)) {
      good = (await benchKeys(site.url + page, executable)) && good
    }
  } finally {
    await site.close()
  }
  process.stdout.write(
    good ? 'All within bounds.\n' : 'Out of bounds: see above.\n',
  )
  return good ? 0 : 1
}

/** The first load of a page in a browser of its own. */
async function measureLoad(
  url: string,
  executable: string,
): Promise<FirstLoad> {
  const browser = await chromium.launch({
    executablePath: executable,
    args: chromiumArguments,
  })
  try {
    return await firstLoad(await browser.newPage(), url)
  } finally {
    await browser.close()
  }
}

/** @returns whether a key press costs no more than it may */
async function benchKeys(url: string, executable: string): Promise<boolean> {
  const browser = await chromium.launch({
    executablePath: executable,
    args: chromiumArguments,
  })
  try {
    const { ours, floor } = await measureKeyPresses(browser, url)
    const times = (of: 'median' | 'p95') => ours.frame[of] / floor.frame[of]
    process.stdout.write(
      `${new URL(url).pathname} presented, ${ours.count} key presses beside a floor of plain HTML\n` +
        `  key to frame: ${frames(ours)}; floor ${frames(floor)}: ${times('median').toFixed(2)}×, ${times('p95').toFixed(2)}×\n` +
        `  main thread for it, median: ${work(ours)}; floor ${work(floor)}\n`,
    )
    return (
      times('median') <= KEY_BOUNDS.times &&
      times('p95') <= KEY_BOUNDS.times &&
      ours.work.shown <= KEY_BOUNDS.work
    )
  } finally {
    await browser.close()
  }
}

function frames({ frame }: KeyPresses): string {
  return `${frame.median.toFixed(1)} ms median, ${frame.p95.toFixed(1)} ms p95`
}

function work({ work: { shown, all } }: KeyPresses): string {
  return `${shown.toFixed(1)} ms (${all.toFixed(1)} ms until the next key)`
}
