/**
 * `npm run export -- TALK[/NAME]`: what people take away from a talk: its slides
 * as a PDF or as pictures, a handout with the text, and one file that runs. All of it is the built
 * site as a browser shows it, once each demo has done what its key presses say.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type Browser } from 'playwright'
import { chromiumArguments, findChromium, SOUND } from './chromium.ts'
import { Exporting } from './export/exporting.ts'
import { parseOptions, USAGE, type Options } from './export/options.ts'
import { ExportError, findTalk } from './export/talk.ts'
import { serve } from './serve.ts'

const SITE = '_site'

export async function main(words: string[]): Promise<number> {
  const options = parseOptions(words)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`)
    return 2
  }
  // Playwright ends the browser then, and whatever was asked of it fails.
  const stopped = new AbortController()
  process.once('SIGINT', () => {
    process.stderr.write('\nStopped. What was written before is whole.\n')
    stopped.abort()
  })
  try {
    const troubles = await exportTalk(options)
    for (const trouble of troubles) process.stderr.write(`! ${trouble}\n`)
    return troubles.length > 0 ? 1 : 0
  } catch (error) {
    if (stopped.signal.aborted) return 130
    if (!(error instanceof ExportError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

/** @returns the demos that failed, and why */
async function exportTalk(options: Options): Promise<string[]> {
  const talk = await findTalk(SITE, options.talk)
  await demandFolder(options.out)
  const site = await serve({ folder: SITE, port: 0 })
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({
      executablePath: await findChromium('chromium-headless-shell'),
      args: [...chromiumArguments, SOUND],
    })
    const exporting = new Exporting(browser, site.url, talk, options)
    await exporting.run()
    return exporting.troubles
  } finally {
    await browser?.close()
    await site.close()
  }
}

/** Better now than after minutes of work. */
async function demandFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    const probe = path.join(folder, '.writable')
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new ExportError(
      `Nothing can be written to ${path.resolve(folder)}: ${(error as Error).message}. Name another folder with --out.`,
    )
  }
}
