/**
 * `npm run e2e`: the browser tests, over the site that is built first. Words
 * after `--` go to Playwright, such as a file's name, or `--headed`, for which
 * `CHROMIUM` names a browser that has a window.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSite } from './build.ts'
import { findChromium } from './chromium.ts'
import { serve } from './serve.ts'
import { npx, type Count } from './tasks.ts'

export async function main(words: string[]): Promise<number> {
  await buildSite()
  const { failed } = await browserTests(words)
  return failed ? 1 : 0
}

/** Runs the tests in `e2e/` against `_site`. */
export async function browserTests(words: string[] = []): Promise<Count> {
  const chromium = await findChromium('chromium-headless-shell')
  const atRoot = await serve({ folder: '_site', port: 0 })
  const below = await serve({ folder: '_site', port: 0, prefix: '/sub/path/' })
  const folder = await mkdtemp(path.join(tmpdir(), 'e2e-'))
  const report = path.join(folder, 'report.json')
  try {
    const status = await npx(['playwright', 'test', '-c', 'e2e', ...words], {
      CHROMIUM: chromium,
      SITE: atRoot.url,
      SITE_BELOW: below.url,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    })
    const { stats } = JSON.parse(await readFile(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; skipped: number }
    }
    const failed = stats.unexpected + stats.skipped
    return {
      passed: stats.expected,
      failed: failed || (status === 0 ? 0 : 1),
    }
  } finally {
    await Promise.all([atRoot.close(), below.close()])
    await rm(folder, { recursive: true })
  }
}
