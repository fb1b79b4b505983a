/** Two sites measured side by side in Chromium, ours and another, and the table that comes of it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { chromiumArguments, findChromium } from './chromium.ts'
import { compressBinaries, compressText } from './compress.ts'
import type { EngineSite } from './engine-site.ts'

export interface Bytes {
  raw: number
  gzip: number
  brotli: number
}

/**
 * @param profile a folder that the browser keeps things in; none is kept without
 * @param more arguments for the browser
 */
export async function inChromium<T>(
  act: (page: Page) => Promise<T>,
  profile = '',
  more: readonly string[] = [],
): Promise<T> {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [...chromiumArguments, ...more],
  })
  try {
    return await act(await browser.newPage())
  } finally {
    await browser.close()
  }
}

/**
 * Scripts, binaries and weights of a site that are loaded for something,
 * compressed as a host would that does its best.
 */
export async function weigh(
  { folder }: EngineSite,
  act: (page: Page) => Promise<unknown>,
  more: readonly string[] = [],
): Promise<Bytes> {
  await compressText(folder)
  await compressBinaries(folder)
  const loaded = new Set<string>()
  await inChromium(
    async (page) => {
      page.on('request', (request) =>
        loaded.add(new URL(request.url()).pathname),
      )
      await act(page)
    },
    '',
    more,
  )
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

/** The lines of a table for what two sites weigh. */
export function weightLines(ours: Bytes, other: Bytes): string[] {
  const names = { raw: 'as files', gzip: 'by gzip', brotli: 'by brotli' }
  const all = Object.entries(names) as [keyof Bytes, string][]
  return all.map(([of, name]) =>
    line(`KB, ${name}`, [ours[of] / 1000, other[of] / 1000]),
  )
}

/** One measurement of each, and the first as a share of the second. */
export function line(name: string, [ours, other]: number[]): string {
  const cells = [ours!, other!].map((value) => value.toFixed())
  return row(name, [...cells, `${(ours! / other!).toFixed(2)}×`])
}

export function row(name: string, cells: string[]): string {
  const columns = cells.map((cell) => cell.padStart(12)).join('')
  return `  ${name.padEnd(38)}${columns}\n`
}
