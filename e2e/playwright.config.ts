/** Browser tests: no retries, no sleeps; a test that fails once is a fault. */
import { defineConfig } from 'playwright/test'
import { chromiumArguments, SOUND } from '../src/commands/chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../node_modules/.cache/a-wasm-new-year/e2e',
  fullyParallel: true,
  // Tests wait as well as work: a third one has what is left of two cores.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env['SITE']!,
    locale: 'en',
    // One would answer for the network that tests hold back and break.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['CHROMIUM']!,
      args: [
        ...chromiumArguments,
        // On every new page Binaryen would be optimised in the background, for
        // longer than most tests take.
        `${SOUND} --liftoff-only`,
      ],
    },
  },
})
