/**
 * Prompting: the presenter's window as something to read from. Notes and what
 * comes next, in the size that one needs, on a desk and in the hand.
 */
import axe from 'axe-core'
import {
  CHAPTERS,
  expect,
  headingOf,
  present,
  slideOf,
  test,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!

function notesOf(page: Page) {
  return page.getByRole('region', { name: 'Notes' })
}

function scrolled(page: Page): Promise<number> {
  return notesOf(page).evaluate((notes) => notes.scrollTop)
}

/** The height of the notes' letters, in pixels. */
function sizeOf(page: Page): Promise<number> {
  return notesOf(page).evaluate((notes) =>
    parseFloat(getComputedStyle(notes).fontSize),
  )
}

test('long notes scroll on their own, by keys that move no slide', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await present(page, `${CHAPTER}?presenter#dividing-by-zero/1`)
  for (let larger = 0; larger < 12; larger++) await page.keyboard.press('+')
  await page.keyboard.press('Shift+PageDown')
  const far = await scrolled(page)
  expect(far).toBeGreaterThan(50)
  await page.keyboard.press('Shift+ArrowUp')
  const less = await scrolled(page)
  expect(less).toBeGreaterThan(0)
  expect(less).toBeLessThan(far)
  await page.keyboard.press('Shift+ArrowDown')
  expect(await scrolled(page)).toBe(far)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('When 32 bits are full')
  expect(await scrolled(page)).toBe(0)
})

test('what comes with a later key stands back until it is its turn', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?presenter#dividing-by-zero`)
  const now = notesOf(page).getByText('In many languages this stops')
  const then = notesOf(page).getByText('Floating-point arithmetic has answers')
  await expect(then).toHaveAttribute('data-after', 'with the next key')
  const colour = (text: typeof now) =>
    text.evaluate((element) => getComputedStyle(element).color)
  expect(await colour(then)).not.toBe(await colour(now))
  await page.keyboard.press('ArrowRight')
  await expect(then).not.toHaveAttribute('data-after')
  expect(await colour(then)).toBe(await colour(now))
})

test('the size of the notes is changed by keys and buttons, and kept', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?presenter#dividing-by-zero`)
  const usual = await sizeOf(page)
  await page.keyboard.press('+')
  await page.getByRole('button', { name: 'Larger notes' }).click()
  const larger = await sizeOf(page)
  expect(larger).toBeCloseTo(usual * 1.2, 1)
  await page.reload()
  await expect(slideOf(page)).toBeVisible()
  expect(await sizeOf(page)).toBeCloseTo(larger, 1)
  await page.keyboard.press('-')
  await page.getByRole('button', { name: 'Smaller notes' }).click()
  expect(await sizeOf(page)).toBeCloseTo(usual, 1)
})

test('what the next key does is said, and at the end what follows', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?presenter#opening`)
  const said = page.locator('figcaption').filter({ hasText: /^Next|^End/ })
  await expect(said).toHaveText('Next: A program is one line')
  const last = page.frameLocator('iframe').getByText('End of the chapter')
  await expect(last).toHaveCount(0)
  await page.keyboard.press('End')
  await expect(said).toHaveText(
    'End of the chapter. Next is “From text to tokens”',
  )
  await present(page, `${CHAPTER}?presenter#dividing-by-zero`)
  await expect(said).toHaveText('Next, on this slide: “By zero”')
  await page.keyboard.press('ArrowRight')
  await expect(said).toHaveText('Next: When 32 bits are full')
  await present(page, `${CHAPTERS.at(-1)}?presenter#recap`)
  await expect(said).toHaveText(/^End of the (talk|chapter)/)
})

/** Runs in the page: the smallest letters that can be read in the remote. */
function smallestText(): number {
  const texts = document.querySelectorAll('.speaker *, .slide-controls *')
  const sizes = [...texts]
    .filter((element) => element.checkVisibility())
    .filter(({ childNodes }) =>
      [...childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue!.trim(),
      ),
    )
    .map((element) => parseFloat(getComputedStyle(element).fontSize))
  return Math.min(...sizes)
}

for (const [name, width, height] of [
  ['a phone', 390, 844],
  ['a small phone', 360, 640],
  ['a phone held sideways', 844, 390],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ hasTouch: true, viewport: { width, height } })

    test('it is a remote', async ({ page }) => {
      await present(page, `${CHAPTER}?presenter#dividing-by-zero`)
      const remote = page.getByRole('navigation', { name: 'Remote' })
      const next = remote.getByRole('button', { name: 'Next' })
      const back = remote.getByRole('button', { name: 'Back' })
      for (const button of [next, back]) {
        const box = (await button.boundingBox())!
        expect(box.width).toBeGreaterThan(width / 3)
        expect(box.height).toBeGreaterThan(80)
      }
      const { y, height: tall } = (await remote.boundingBox())!
      expect(tall).toBeGreaterThanOrEqual(height * 0.3 - 1)
      expect(y + tall).toBeCloseTo(height, 0)
      const notes = (await notesOf(page).boundingBox())!
      expect(notes.height).toBeGreaterThan(100)
      expect(notes.y + notes.height).toBeLessThanOrEqual(y)
      expect(await page.evaluate(smallestText)).toBeGreaterThanOrEqual(16)

      await expect(page.locator('.speaker-now')).toHaveText('Dividing by zero')
      await next.tap()
      await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
      await next.tap()
      await expect(headingOf(page)).toHaveText('When 32 bits are full')
      await back.tap()
      await expect(headingOf(page)).toHaveText('Dividing by zero')
      // No frame is loaded that nobody can see.
      expect(
        page.frames().filter((frame) => frame.url().includes('preview')),
      ).toEqual([])
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      )
      expect(wide).toBeLessThanOrEqual(0)
    })
  })
}

/** What axe finds in the presenter's own parts, at a contrast of 7:1. */
async function faultsOf(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const finder = (window as unknown as { axe: typeof axe }).axe
    const include = ['.speaker', '.slide-controls', 'dialog[open]']
      .filter((part) => document.querySelector(part))
      .map((part) => [part])
    const { violations } = await finder.run(
      { include },
      {
        iframes: false,
        rules: { 'color-contrast-enhanced': { enabled: true } },
        resultTypes: ['violations'],
      },
    )
    return violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ])
  })
}

for (const [width, height] of [
  [1280, 860],
  [390, 844],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width} pixels wide, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme })

      test('axe finds nothing: late, with what to skip, and timing', async ({
        page,
      }) => {
        await page.clock.install()
        await present(page, `${CHAPTER}?presenter#a-function-that-nobody-calls`)
        await page.getByRole('button', { name: 'Start' }).click()
        await page.clock.fastForward('20:00')
        await expect(
          page.getByRole('region', { name: 'To skip' }),
        ).toBeVisible()
        await page.keyboard.press('t')
        await expect(
          page.getByRole('button', { name: 'Timing', exact: true }),
        ).toHaveText(/\d/)
        expect(await faultsOf(page)).toEqual([])
        await page.keyboard.press('t')
        await page.getByText('Lines to paste').click()
        expect(await faultsOf(page)).toEqual([])
      })
    })
  }
}
