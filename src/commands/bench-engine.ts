/**
 * `npm run bench -- engine`: what a story costs in Chromium. How long until the
 * storyteller is ready, with nothing in the cache and with all, until its first
 * word, how many tokens a second, how many bytes travel; and beside it the package
 * as it ships, with its own loader and options, on the same model in the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { openEngineSite } from './engine-site.ts'
import type { Told } from './engine-times.ts'
import { median } from './median.ts'
import { inChromium, line, row, weigh, weightLines } from './side-by-side.ts'

const ROUNDS = 5

const SITES = ['ours', 'shipped'] as const

export async function main(): Promise<number> {
  const [ours, shipped] = [
    await openEngineSite('src/commands/bench-engine.page.ts'),
    await openEngineSite('src/commands/bench-engine-shipped.page.ts', false),
  ]
  try {
    const tellOnce = (url: string) => async (page: Page) => {
      await page.goto(url)
      await measured(page, 1)
    }
    const bytes = {
      ours: await weigh(ours, tellOnce(ours.url)),
      shipped: await weigh(shipped, tellOnce(shipped.url)),
    }
    const rounds: Record<'ours' | 'shipped', Told[][]> = {
      ours: [],
      shipped: [],
    }
    for (let round = 0; round < ROUNDS; round++) {
      rounds.ours.push(await tellTwice(ours.url))
      rounds.shipped.push(await tellTwice(shipped.url))
    }
    const middle = (visit: 0 | 1, of: keyof Told) =>
      SITES.map((site) => median(rounds[site].map((told) => told[visit]![of])))
    const lines = [
      row('', ['this site', 'as shipped', 'ratio']),
      line('ready, nothing cached, ms', middle(0, 'ready')),
      line('ready, second visit, ms', middle(1, 'ready')),
      line('from the wish to the first token, ms', middle(1, 'first')),
      line('tokens a second', middle(1, 'rate')),
      ...weightLines(bytes.ours, bytes.shipped),
    ]
    process.stdout.write(
      `The storyteller in Chromium, median of ${ROUNDS} browsers each\n${lines.join('')}`,
    )
    return 0
  } finally {
    await ours.close()
    await shipped.close()
  }
}

/** The first visit of a browser, and the second. */
async function tellTwice(url: string): Promise<Told[]> {
  const profile = await mkdtemp(path.join(tmpdir(), 'profile-'))
  const visit = (seed: number) =>
    inChromium(async (page) => {
      await page.goto(url)
      return measured(page, seed)
    }, profile)
  try {
    return [await visit(1), await visit(2)]
  } finally {
    // The browser's last processes still write when it is closed.
    await rm(profile, { recursive: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function measured(page: Page, seed: number): Promise<Told> {
  await page.waitForFunction(() => 'measure' in window)
  return page.evaluate((each) => window.measure(each), seed)
}
