/**
 * Loading ahead: what a press on the next slides will need is there before they
 * are. Once it is, the network is cut, and the demo still runs.
 */
import { expect, headingOf, present, test, type Page } from './fixtures.ts'

// What slides further on will need is asked for in vain.
test.use({ expected: /Failed to load resource/ })

/** Opens a slide, and cuts the network when the last file of the next ones is there. */
async function cutAfter(page: Page, path: string, last: RegExp) {
  const came = page.waitForEvent('requestfinished', (request) =>
    last.test(request.url()),
  )
  await present(page, path)
  await came
  await page.context().setOffline(true)
}

/** Presses until a slide with this heading shows. */
async function pressTo(page: Page, heading: string): Promise<void> {
  while ((await headingOf(page).innerText()) !== heading) {
    await page.keyboard.press('ArrowRight')
  }
}

function card(page: Page, name: string) {
  return page.getByRole('group', { name, exact: true })
}

/** The last thing that a press does to the island on the slide is a run. */
async function expectRun(page: Page): Promise<void> {
  const island = page.locator('[data-shown] [data-key]').last()
  const hasRun = () =>
    island.evaluate((element) =>
      Boolean((element as unknown as { state: { ran?: unknown } }).state.ran),
    )
  await expect.poll(hasRun).toBe(true)
}

test('Binaryen, before a program is run', async ({ page }) => {
  await cutAfter(
    page,
    '/compiling/one-line-one-function/?present#opening',
    /binaryen.*\.wasm$/,
  )
  await pressTo(page, 'A program is one line')
  await page.keyboard.press('ArrowRight')
  await expect(
    page.getByRole('status', { name: 'Output' }).filter({ visible: true }),
  ).toHaveText('add(41, 16) = 57')
})

test('Binaryen’s tool, before a command is run', async ({ page }) => {
  await cutAfter(
    page,
    '/compiling/wasm-opt/?present#opening',
    /wasm-opt.*\.wasm$/,
  )
  await pressTo(page, 'A terminal, with the tools in it')
  await page.keyboard.press('ArrowRight')
  const log = page.getByRole('log').filter({ visible: true })
  await expect(log).toContainText('wasm-opt INFILE')
})

test('the two compilers, before they are compared', async ({ page }) => {
  await cutAfter(
    page,
    '/compiling/how-the-others-do-it/?present#opening',
    /rivals\.worker.*\.js$/,
  )
  await pressTo(page, 'One source, two compilers')
  await page.keyboard.press('ArrowRight')
  await expectRun(page)
})

test('the library’s sandbox, before a script is run', async ({ page }) => {
  await cutAfter(
    page,
    '/compiling/what-optimizing-means/?present#what-has-to-stay',
    /\/sandbox\/frame-[^/]*\.html$/,
  )
  await pressTo(page, 'From JavaScript')
  await page.keyboard.press('ArrowRight')
  await expectRun(page)
})

test('the model, before a story is told', async ({ page }) => {
  await cutAfter(
    page,
    '/inference/a-bedtime-story-in-this-page/?present#opening',
    /plain\.worker.*\.js$/,
  )
  await pressTo(page, 'A story, at once')
  await page.keyboard.press('ArrowRight')
  await expect(card(page, 'A story to order')).toContainText(
    /tokens, \d+ a second/,
  )
})

test('odds, before a token is drawn', async ({ page }) => {
  await cutAfter(
    page,
    '/inference/a-bedtime-story-in-this-page/?present#text-is-cut-into-tokens',
    /\.gguf$/,
  )
  await pressTo(page, 'How the next one is chosen')
  await page.keyboard.press('ArrowRight')
  await expect(
    page.getByRole('list', { name: 'Taken so far' }).filter({ visible: true }),
  ).not.toBeEmpty()
})
