/**
 * `npm run bench -- pages`: what the first visit of a page costs. Lighthouse,
 * as on a slow phone, three times each, the median; and what is loaded before
 * anybody touches anything. It fails where a page is worse than it has to be.
 */
import { gzipSync } from 'node:zlib'
import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { chromium } from 'playwright'
import { buildSite } from './build.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { compressText } from './compress.ts'
import { serve } from './serve.ts'

const PAGES = [
  '2024/01/17/a-wasm-new-year/',
  'compiling/one-line-one-function/',
  'compiling/from-text-to-tokens/',
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const RUNS = 3

/** What a page may cost at most, and has to score at least. */
const BOUNDS = { scriptKB: 10, requests: 6, shift: 0, score: 100 }

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
      const load = await firstLoad(url, executable)
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
          `  first load: ${load.requests} requests besides ${load.fonts} fonts, script ${load.scriptKB.toFixed(1)} KB gzip\n`,
      )
      good &&=
        scores.every((score) => score >= BOUNDS.score) &&
        shift <= BOUNDS.shift &&
        load.requests <= BOUNDS.requests &&
        load.scriptKB <= BOUNDS.scriptKB
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

/** What comes over the wire before the page is touched. */
async function firstLoad(url: string, executable: string) {
  const browser = await chromium.launch({
    executablePath: executable,
    args: chromiumArguments,
  })
  try {
    const page = await browser.newPage()
    const load = { requests: 0, fonts: 0, scriptKB: 0 }
    page.on('response', async (response) => {
      const kind = response.request().resourceType()
      if (kind === 'font') load.fonts++
      else load.requests++
      if (kind !== 'script') return
      load.scriptKB += gzipSync(await response.body()).length / 1000
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return load
  } finally {
    await browser.close()
  }
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
