/**
 * `npm run bench -- pages`: what the first visit of a page costs. Lighthouse,
 * as on a slow phone, three times each, the median; and what is loaded before
 * anybody touches anything. It fails where a page is worse than it has to be.
 */
import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { chromium } from 'playwright'
import { buildSite } from './build.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { compressText } from './compress.ts'
import { firstLoad, type FirstLoad } from './first-load.ts'
import { median } from './median.ts'
import { serve } from './serve.ts'

const PAGES = [
  '2024/01/17/a-wasm-new-year/',
  'compiling/one-line-one-function/',
  'compiling/from-text-to-tokens/',
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const RUNS = 3

/** What a page may cost at most, and has to score at least. */
const BOUNDS = { script: 10_000, requests: 6, shift: 0, score: 100 }

export async function main(): Promise<number> {
  await buildSite()
  await compressText('_site')
  const executable = await findChromium()
  const site = await serve({ folder: '_site', port: 0 })
  let good = true
  try {
    for (const page of PAGES) {
      const url = site.url + page
      const audits = await audit(url, executable)
      const load = await measureLoad(url, executable)
      const scores = CATEGORIES.map((name) =>
        median(
          audits.map(({ categories }) =>
            Math.round(categories[name]!.score! * 100),
          ),
        ),
      )
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
  } finally {
    await site.close()
  }
  process.stdout.write(
    good ? 'All within bounds.\n' : 'Out of bounds: see above.\n',
  )
  return good ? 0 : 1
}

/** Lighthouse’s reports of a page. */
async function audit(url: string, executable: string): Promise<Result[]> {
  const results: Result[] = []
  for (let run = 0; run < RUNS; run++) {
    const browser = await launch({
      chromePath: executable,
      chromeFlags: ['--headless=new', ...chromiumArguments],
    })
    try {
      const report = await lighthouse(url, {
        port: browser.port,
        onlyCategories: CATEGORIES,
        logLevel: 'error',
      })
      for (const item of Object.values(report!.lhr.audits)) {
        if (run === 0 && item.score !== null && item.score < 0.9) {
          process.stdout.write(
            `  ${item.id}: ${item.displayValue ?? item.title}\n`,
          )
        }
      }
      results.push(report!.lhr)
    } finally {
      browser.kill()
    }
  }
  return results
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
