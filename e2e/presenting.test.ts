/** Presenting: the chapter as slides, where the reader is, and back. */
import { CHAPTERS, expect, open, Program, test } from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!

test.beforeEach(({ page }) => open(page, `${CHAPTER}#dividing-by-zero`))

test('P presents the step in view; arrows go on, Esc comes back there', async ({
  page,
}) => {
  const slide = page.getByRole('region', { name: 'Slide' })
  await page.keyboard.press('p')
  const heading = slide.getByRole('heading')
  await expect(heading).toHaveText('Dividing by zero')
  await expect(heading).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(heading).toHaveText('When 32 bits are full')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(heading).toHaveText('Four operators, four functions')
  await page.keyboard.press('Escape')
  await expect(slide).toHaveCount(0)
  await expect(
    page.getByRole('heading', { name: 'Four operators, four functions' }),
  ).toBeInViewport()
  await expect(page).toHaveURL(/\/#four-operators-four-functions$/)
})

test('the step in view is presented, whatever the address says', async ({
  page,
}) => {
  const step = page.getByRole('heading', { name: 'Take the module with you' })
  await step.evaluate((heading) => heading.scrollIntoView())
  await page.keyboard.press('p')
  await expect(
    page.getByRole('region', { name: 'Slide' }).getByRole('heading'),
  ).toHaveText('Take the module with you')
})

test('the button presents, too; paragraphs are off the slide', async ({
  page,
}) => {
  const said = page.getByText('Floating-point arithmetic has answers')
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Present' }).click()
  const slide = page.getByRole('region', { name: 'Slide' })
  await expect(slide.getByRole('group', { name: 'By zero' })).toBeVisible()
  await expect(said).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden()
})

test('buttons go on, back, and to the page, where there are no keys', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Present' }).click()
  const heading = page
    .getByRole('region', { name: 'Slide' })
    .getByRole('heading')
  await page.getByRole('button', { name: 'Next slide' }).click()
  await expect(heading).toHaveText('When 32 bits are full')
  await page.getByRole('button', { name: 'Previous slide' }).click()
  await expect(heading).toHaveText('Dividing by zero')
  const previous = page.getByRole('button', { name: 'Previous slide' })
  await expect(previous).toBeFocused()
  await page.getByRole('button', { name: 'Back to the page' }).click()
  await expect(page.getByRole('button', { name: 'Present' })).toBeVisible()
  const step = page.getByRole('heading', { name: 'Dividing by zero' })
  await expect(step).toBeInViewport()
  await expect(step).toBeFocused()
})

test('islands stay alive, with what was done to them', async ({ page }) => {
  const program = new Program(page, 'By zero')
  await program.write('1 / 0')
  await program.run.click()
  await expect(program.output).toContainText('divide(1, 0) = Infinity')
  let loads = 0
  page.on('load', () => loads++)

  await page.getByRole('button', { name: 'Present' }).click()
  await expect(program.output).toContainText('divide(1, 0) = Infinity')
  await program.text.click()
  await page.keyboard.press('ControlOrMeta+a')
  // These keys are the editor's while it has the focus, and Esc leaves it.
  await page.keyboard.type('p p')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('6 / 4')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(program.output).toHaveText('divide(6, 4) = 1.5')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect(program.group).toBeHidden()

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect(program.text).toHaveText('6 / 4')
  await expect(program.output).toHaveText('divide(6, 4) = 1.5')
  expect(loads).toBe(0)
})

test('a reload is on the same slide', async ({ page }) => {
  const slide = page.getByRole('region', { name: 'Slide' })
  await page.keyboard.press('p')
  await expect(slide).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/\?present#when-32-bits-are-full$/)
  await page.reload()
  await expect(slide.getByRole('heading')).toHaveText('When 32 bits are full')
})

test('only the shown slide is reached by keyboard', async ({ page }) => {
  await page.keyboard.press('p')
  const slide = page.getByRole('region', { name: 'Slide' })
  await expect(slide).toBeVisible()
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement!.closest('[data-shown], .slide-controls') !==
          null,
    )
    expect(where).toBe(true)
  }
})

test('slides obey the theme’s switch', async ({ page }) => {
  const paper = (selector: string) =>
    page
      .locator(selector)
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Dark theme' }).click()
  const dark = await paper('body')
  await page.keyboard.press('p')
  expect(await paper('[data-shown]')).toBe(dark)
})

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
  [1920, 1080],
] as const) {
  test(`every slide fits ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const chapter of CHAPTERS) {
      await open(page, chapter)
      await page.keyboard.press('p')
      const slide = page.getByRole('region', { name: 'Slide' })
      await expect(slide).toBeVisible()
      const counter = page
        .getByRole('status')
        .filter({ hasText: /^\d+ \/ \d+$/ })
      const [, count] = /\/ (\d+)/.exec(await counter.innerText())!
      for (let number = 1; number <= Number(count); number++) {
        await expect(counter).toHaveText(`${number} / ${count}`)
        const over = await slide.evaluate(
          (element) => element.scrollHeight - element.clientHeight,
        )
        expect(over, `slide ${number} of ${chapter}`).toBeLessThanOrEqual(0)
        await page.keyboard.press('ArrowRight')
      }
    }
  })
}

test('a slide fits the window when that changes', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await open(page, `${CHAPTER}#a-handful-of-calls-make-a-function`)
  await page.keyboard.press('p')
  const slide = page.getByRole('region', { name: 'Slide' })
  await expect(slide).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 600 })
  await expect
    .poll(() =>
      slide.evaluate((element) => element.scrollHeight - element.clientHeight),
    )
    .toBe(0)
})

test('on a phone, text stays large enough to read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.keyboard.press('p')
  const slide = page.getByRole('region', { name: 'Slide' })
  await expect(slide).toBeVisible()
  const sizes = await slide
    .locator('samp, [data-program], h2')
    .evaluateAll((all) =>
      all.map((element) => parseFloat(getComputedStyle(element).fontSize)),
    )
  expect(sizes.length).toBeGreaterThan(2)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  const card = await slide.getByRole('group').first().boundingBox()
  expect(card!.width).toBeGreaterThan(340)
})

test.describe('without the deck’s script', () => {
  test.use({ expected: /Failed to load resource/ })

  test('the page says so, and another press tries again', async ({ page }) => {
    await page.route('**/chunk-*.js', (route) => route.abort())
    const button = page.getByRole('button', { name: 'Present' })
    await button.click()
    const notice = page.getByRole('alert').filter({ hasText: 'The slides' })
    await expect(notice).toContainText('could not be loaded')
    await page.unrouteAll()
    await button.click()
    await expect(page.getByRole('region', { name: 'Slide' })).toBeVisible()
    await expect(notice).toHaveCount(0)
  })
})
