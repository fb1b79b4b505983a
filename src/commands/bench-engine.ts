/**
 * `npm run bench -- engine`: what a story costs in Chromium. How long until the
 * storyteller is ready, with nothing in the cache and with all, until its first
 * word, how many tokens a second, how many bytes travel; and beside it the package
 * as it ships, with its own loader and options, on the same model in the same run.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { chromiumArguments, findChromium } from './chromium.ts'
import { compressBinaries, compressText } from './compress.ts'
import { openEngineSite, type EngineSite } from './engine-site.ts'
import type { Told } from './engine-times.ts'
import { median } from './median.ts'

const ROUNDS = 5

interface Bytes {
  raw: number
  gzip: number
  brotli: number
}

const SITES = ['ours', 'shipped'] as const

export async function main(): Promise<number> {
  const [ours, shipped] = [
    await openEngineSite('src/commands/bench-engine.page.ts'),
    await openEngineSite('src/commands/bench-engine-shipped.page.ts', false),
  ]
  try {
    const bytes = { ours: await weigh(ours), shipped: await weigh(shipped) }
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
    const size = (of: keyof Bytes) => SITES.map((site) => bytes[site][of])
    const lines = [
      row('', ['this site', 'as shipped', 'ratio']),
      line('ready, nothing cached, ms', middle(0, 'ready')),
      line('ready, second visit, ms', middle(1, 'ready')),
      line('from the wish to the first token, ms', middle(1, 'first')),
      line('tokens a second', middle(1, 'rate')),
      line('KB, as files', kilo(size('raw'))),
      line('KB, by gzip', kilo(size('gzip'))),
      line('KB, by brotli', kilo(size('brotli'))),
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

/** @param profile a folder that the browser keeps things in; none is kept without */
async function inChromium<T>(
  act: (page: Page) => Promise<T>,
  profile = '',
): Promise<T> {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    return await act(await browser.newPage())
  } finally {
    await browser.close()
  }
}

/** What is loaded for a story, compressed as a host would that does its best. */
async function weigh({ folder, url }: EngineSite): Promise<Bytes> {
  await compressText(folder)
  await compressBinaries(folder)
  const loaded = new Set<string>()
  await inChromium(async (page) => {
    page.on('request', (request) => loaded.add(new URL(request.url()).pathname))
    await page.goto(url)
    await measured(page, 1)
  })
  const bytes = { raw: 0, gzip: 0, brotli: 0 }
  for (const name of loaded) {
    if (!/\.(?:js|wasm|gguf)$/.test(name)) continue
    const file = path.join(folder, name)
    const content = await readFile(file)
    const compressed = await readFile(`${file}.br`).catch(() =>
      brotliCompressSync(content),
    )
    bytes.raw += content.length
    bytes.gzip += gzipSync(content, { level: 9 }).length
    bytes.brotli += compressed.length
  }
  return bytes
}

function kilo(sizes: number[]): number[] {
  return sizes.map((size) => size / 1000)
}

function line(name: string, [ours, shipped]: number[]): string {
  const cells = [ours!, shipped!].map((value) => value.toFixed())
  return row(name, [...cells, `${(ours! / shipped!).toFixed(2)}×`])
}

function row(name: string, cells: string[]): string {
  const columns = cells.map((cell) => cell.padStart(12)).join('')
  return `  ${name.padEnd(38)}${columns}\n`
}
