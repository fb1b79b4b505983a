/** What Lighthouse says of a page, as on a slow phone. */
import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { chromiumArguments } from './chromium.ts'
import { median } from './median.ts'

export const CATEGORIES = [
  'performance',
  'accessibility',
  'best-practices',
  'seo',
]

/**
 * @param executable the browser
 * @param runs how often; what costs points is printed once
 */
export async function audit(
  url: string,
  executable: string,
  runs: number,
): Promise<Result[]> {
  const results: Result[] = []
  for (let run = 0; run < runs; run++) {
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

/** The points of each category, of 100: the median of all runs. */
export function scoresOf(results: readonly Result[]): number[] {
  return CATEGORIES.map((name) =>
    median(
      results.map(({ categories }) =>
        Math.round(categories[name]!.score! * 100),
      ),
    ),
  )
}
