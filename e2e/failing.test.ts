/**
 * Failing: each thing that can go wrong is made to. The result and the text
 * stay, the page says what happened and what to do, and a retry works.
 */
import type { Route } from 'playwright/test'
import {
  CHAPTERS,
  expect,
  open,
  Program,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!

// The browser itself reports what is made to fail here.
test.use({ expected: /Failed to load resource|a made crash/ })

const WASM = '**/*.wasm'
const WORKER = '**/workshop.worker-*.js'

/** What stands in a card after each failure: nothing is lost, and a way on. */
async function losesNothing(program: Program, words: RegExp): Promise<void> {
  await expect(troubleOf(program)).toContainText(words)
  await expect(program.text).toHaveText('20 + 22')
  await expect(program.output).toHaveText('add(2, 3) = 5')
}

/** And the next try works. */
async function recovers(program: Program): Promise<void> {
  await againOf(program).click()
  await expect(program.output).toHaveText('add(20, 22) = 42')
  await expect(troubleOf(program)).toBeHidden()
}

function troubleOf(program: Program): Locator {
  return program.group.getByRole('alert')
}

function againOf(program: Program): Locator {
  return troubleOf(program).getByRole('button', { name: 'Try again' })
}

/** A changed program whose island is there, and whose Binaryen is not. */
async function changed(page: Page): Promise<Program> {
  await open(page, CHAPTER)
  const program = new Program(page, 'The first program')
  await program.write('20 + 22')
  return program
}

test('Binaryen does not come, in any way: each is said, and it is tried again', async ({
  page,
}) => {
  const program = await changed(page)
  let next = program.run
  for (const [what, fail, words] of [
    [
      'it is not there',
      (route) => route.fulfill({ status: 404 }),
      /The server answered 404/,
    ],
    [
      'it is refused',
      (route) => route.fulfill({ status: 503 }),
      /The server answered 503.*Try again later/,
    ],
    [
      'it cannot be reached',
      (route) => route.abort('connectionreset'),
      /could not be reached: no answer came/,
    ],
    [
      'it ends too early',
      async (route) => {
        const response = await route.fetch()
        const body = (await response.body()).subarray(0, 5_000_000)
        await route.fulfill({
          contentType: 'application/wasm',
          body: Buffer.from(body),
        })
      },
      /ended after 5000000 of the \d+ bytes of the compiler/,
    ],
    [
      'it is an HTML page, as of a hotel’s login',
      (route) =>
        route.fulfill({ contentType: 'text/html', body: '<h1>Welcome</h1>' }),
      /sent an HTML page in place of the compiler/,
    ],
  ] as [string, (route: Route) => Promise<void>, RegExp][]) {
    await test.step(what, async () => {
      await page.route(WASM, fail)
      await next.click()
      await losesNothing(program, words)
      await page.unroute(WASM)
      next = againOf(program)
    })
  }
  await test.step('it comes as a type that is not its own, and works', async () => {
    await page.route(WASM, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, contentType: 'text/plain' })
    })
    await recovers(program)
  })
})

test('the Worker cannot be loaded, crashes, takes too long: each is said, and it is tried again', async ({
  page,
}) => {
  await page.clock.install()
  const program = await changed(page)
  await page.route(WORKER, (route) => route.abort())
  await program.run.click()
  await losesNothing(program, /The compiler’s script could not be loaded/)
  await page.unroute(WORKER)

  await page.route(WORKER, async (route) => {
    const response = await route.fetch()
    const crash = `
      addEventListener('message', () => {
        postMessage({ kind: 'loading', loaded: 0, total: 1 })
        setTimeout(() => { throw new Error('a made crash') })
      })`
    const body = (await response.text()) + crash
    await route.fulfill({ response, body })
  })
  await againOf(program).click()
  await losesNothing(program, /The compiler crashed/)
  await page.unroute(WORKER)

  await page.route(WORKER, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `addEventListener('message', () => postMessage({ kind: 'ready' }))`,
    }),
  )
  await againOf(program).click()
  await expect(program.group).toContainText('Running …')
  await page.clock.fastForward(10_000)
  await losesNothing(program, /Stopped after 10 seconds/)
  await page.unrouteAll()
  await program.run.click()
  await expect(program.output).toHaveText('add(20, 22) = 42')
  await expect(troubleOf(program)).toBeHidden()
})

test('the island’s script cannot be loaded', async ({ page }) => {
  await page.route('**/runnable-program-*.js', (route) => route.abort())
  await open(page, CHAPTER)
  const program = new Program(page, 'The first program')
  await program.text.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('20 + 22')
  await expect(troubleOf(program)).toContainText('could not be loaded')
  await expect(program.text).toHaveText('20 + 22')
  await page.unrouteAll()
  await againOf(program).click()
  await expect(program.island).toHaveAttribute('ready')
  await program.run.click()
  await expect(program.output).toHaveText('add(20, 22) = 42')
})

test('the editor’s script cannot be loaded', async ({ page }) => {
  await open(page, CHAPTER)
  const program = new Program(page, 'The first program')
  await program.group.hover()
  await expect(program.island).toHaveAttribute('ready')
  await page.route('**/chunk-*.js', (route) => route.abort())
  await program.text.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('20 + 22')
  await expect(program.group.locator('.bar-status')).toContainText(
    'The editor could not be loaded',
  )
  await page.keyboard.type('0')
  await expect(program.text).toHaveText('20 + 220')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(program.text).not.toHaveText('20 + 220')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(program.text).toHaveText('20 + 220')
  await program.run.click()
  await expect(program.output).toHaveText('add(20, 220) = 240')
})

test('there is no network after the page came', async ({ page, context }) => {
  await open(page, CHAPTER)
  await context.setOffline(true)
  const program = new Program(page, 'The first program')
  await program.run.click()
  await expect(troubleOf(program)).toContainText('You are offline')
  await context.setOffline(false)
  await againOf(program).click()
  await expect(program.group).toContainText('compiled in')
})

test.describe('storage', () => {
  test('is full', async ({ page }) => {
    await open(page, CHAPTER)
    await page.evaluate(() => {
      for (let size = 1 << 22; size >= 1; size >>= 1) {
        try {
          for (let n = 0; ; n++) {
            localStorage.setItem(`fill ${size} ${n}`, 'x'.repeat(size))
          }
        } catch {
          // Full for this size: on with a smaller one.
        }
      }
    })
    const program = new Program(page, 'The first program')
    await program.append('0')
    await expect(program.group.getByRole('alert')).toContainText(
      'this browser’s storage for the site is full',
    )
    await program.run.click()
    await expect(program.output).toHaveText('add(2, 30) = 32')
    await page.evaluate(() => localStorage.clear())
    await program.text.click()
    await page.keyboard.type('1')
    await expect(program.group.getByRole('alert')).toBeHidden()
  })

  test('is forbidden, and the clipboard, too', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('Access is denied', 'SecurityError')
        },
      })
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await open(page, CHAPTER)
    const program = new Program(page, 'The first program')
    await program.append('0')
    await expect(program.group.getByRole('alert')).toContainText(
      'this browser forbids the site to store anything',
    )
    await program.run.click()
    await expect(program.output).toHaveText('add(2, 30) = 32')
    await page.getByRole('button', { name: 'Dark theme' }).click()
    await expect(page.locator('html[data-theme]')).toBeAttached()
    await program.group
      .getByRole('button', { name: 'Copy', exact: true })
      .click()
    await expect(program.group).toContainText(
      'select the text and press Ctrl+C',
    )
  })
})
