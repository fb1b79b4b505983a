/**
 * What tests of WebLLM share: a site with its door alone, in a browser whose card
 * is played by the processor, and the way to a made-up model.
 */
import { chromiumArguments } from '../src/commands/chromium.ts'
import { openEngineSite, type EngineSite } from '../src/commands/engine-site.ts'
import { test as base, type Page } from './fixtures.ts'
import { TALE } from './made-up-model.ts'

export const test = base.extend<object, { site: EngineSite }>({
  site: [
    async ({}, use) => {
      const site = await openEngineSite('src/commands/webllm-site.page.ts')
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.url),
  launchOptions: [
    async ({}, use) => {
      await use({
        executablePath: process.env['CHROMIUM']!,
        args: [
          ...chromiumArguments,
          '--enable-unsafe-webgpu',
          '--use-webgpu-adapter=swiftshader',
        ],
      })
    },
    { scope: 'worker' },
  ],
  // The browser tells of each file that does not come, and the library of what it meets.
  expected:
    /^console: |^request to another host: https:\/\/(?:hub|shelf)\.test\//,
})

/** What comes after all that a made-up model has. */
export const END =
  /^EngineError: The code for the graphics card .* Tale does not fit/

export async function open(page: Page): Promise<void> {
  await page.goto('')
  await page.waitForFunction(() => 'door' in window)
}

export function load(
  page: Page,
  changes: { bytes?: number; needsF16?: boolean } = {},
) {
  return page.evaluate(
    (tale) => {
      const { door } = window
      return door.load(door.webllm(door.model(tale)))
    },
    { ...TALE, ...changes },
  )
}
