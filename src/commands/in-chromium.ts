/**
 * Runs modules in Chromium, which has what Node 20 has not: objects that the
 * engine collects, and strings that it knows.
 */
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { chromiumArguments, findChromium } from './chromium.ts'

/** What came of a run. */
export interface Outcome {
  /** What the program printed. */
  lines: string[]
  /** What the function returned, as text; absent for nothing. */
  value?: string
  /** Why it stopped, if it did. */
  trap?: string
}

export interface ChromiumRunner {
  /** Instantiates each module and calls a function that takes nothing. */
  run(modules: readonly Uint8Array[], name: string): Promise<Outcome[]>
  /**
   * Times a function of several modules in turns, once all are warm.
   *
   * @returns the least milliseconds of each
   */
  time(
    modules: readonly Uint8Array[],
    name: string,
    argument: number,
  ): Promise<number[]>
  close(): Promise<void>
}

/** Opens a browser of its own, which has to be closed again. */
export async function openChromium(): Promise<ChromiumRunner> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  const page = await browser.newPage()
  await page.addScriptTag({ content: await script() })
  return {
    run(modules, name) {
      const texts = modules.map(base64)
      return page.evaluate(
        ([each, called]) =>
          each.map((text) => window.runInChromium(text, called)),
        [texts, name] as const,
      )
    },
    time(modules, name, argument) {
      const texts = modules.map(base64)
      return page.evaluate(
        ([each, called, given]) => window.timeInChromium(each, called, given),
        [texts, name, argument] as const,
      )
    },
    close: () => browser.close(),
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

declare global {
  interface Window {
    runInChromium(base64: string, name: string): Outcome
    timeInChromium(
      base64: readonly string[],
      name: string,
      argument: number,
    ): number[]
  }
}

/** The host of our modules, and what calls it, as one script. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/commands/in-chromium.page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles[0]!.text
}
