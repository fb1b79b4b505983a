/** Helping hands: a part enlarged, and a screen without slide. */
import { expect, headingOf, present, slideOf, test } from './fixtures.ts'
import {
  barOf,
  drawLine,
  enlargedIn,
  FOUR,
  openBeside,
  openSpeaker,
  takeZoom,
  ZERO,
} from './hands-fixtures.ts'

const LARGE = { width: 1920, height: 1080 }
const WHOLE = { scale: 1, x: 50, y: 28 }

test.use({ viewport: { width: 1280, height: 720 } })

test('a part that is gone round fills all windows, until another slide comes', async ({
  page,
}) => {
  await present(page, ZERO)
  const large = await openBeside(page, LARGE)
  const speaker = await openSpeaker(page)
  await takeZoom(page)
  await drawLine(page, [320, 180], [960, 540])
  const middle = { scale: 2, x: 50, y: 28 }
  const windows = [page, large, speaker]
  for (const each of windows) {
    await expect.poll(() => enlargedIn(each)).toEqual(middle)
  }
  // It goes along with a drag.
  await drawLine(page, [640, 360], [384, 216])
  const moved = { scale: 2, x: 60, y: 34 }
  for (const each of windows) {
    await expect.poll(() => enlargedIn(each)).toEqual(moved)
  }
  const late = await openBeside(page, LARGE)
  await expect.poll(() => enlargedIn(late)).toEqual(moved)
  await late.reload()
  await expect(slideOf(late)).toBeVisible()
  await expect.poll(() => enlargedIn(late)).toEqual(moved)

  await speaker.keyboard.press('ArrowLeft')
  for (const each of [...windows, late]) {
    await expect(headingOf(each)).not.toHaveText('Dividing by zero')
    await expect.poll(() => enlargedIn(each)).toEqual(WHOLE)
  }
  await page.keyboard.press('ArrowRight')
  for (const each of [...windows, late]) {
    await expect(headingOf(each)).toHaveText('Dividing by zero')
    await expect.poll(() => enlargedIn(each)).toEqual(WHOLE)
  }
})

test('what a press uncovers on the same slide is seen enlarged', async ({
  page,
}) => {
  await present(page, FOUR)
  await takeZoom(page)
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/\/1$/)
  await expect.poll(() => enlargedIn(page)).toEqual({ ...WHOLE, scale: 1.5 })
})

test('a press enlarges what is there, and the other window makes it whole', async ({
  page,
}) => {
  await present(page, ZERO)
  const large = await openBeside(page, LARGE)
  await takeZoom(page)
  await page.mouse.click(0, 0)
  const corner = { scale: 2.3, x: 22, y: 13 }
  await expect.poll(() => enlargedIn(large)).toEqual(corner)
  await large.keyboard.press('z')
  for (const each of [page, large]) {
    await expect.poll(() => enlargedIn(each)).toEqual(WHOLE)
  }
})

test('keys alone enlarge the middle, and move it', async ({ page }) => {
  await present(page, ZERO)
  await takeZoom(page)
  const heading = headingOf(page)
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect.poll(() => enlargedIn(page)).toEqual({ ...WHOLE, scale: 2.3 })
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await expect
    .poll(() => enlargedIn(page))
    .toEqual({ scale: 2.3, x: 59, y: 23 })
  await expect(heading).toHaveText('Dividing by zero')
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await expect.poll(() => enlargedIn(page)).toEqual(WHOLE)
  await page.keyboard.press('+')
  await page.keyboard.press('Escape')
  await expect(barOf(page, 'Zoom')).toBeHidden()
  await expect.poll(() => enlargedIn(page)).toEqual(WHOLE)
  await expect(slideOf(page)).toBeVisible()
  // Laid down, it has no keys.
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
})

test('the screen goes black and white; the presenter’s window says so, and shows the slide', async ({
  page,
}) => {
  await present(page, ZERO)
  const speaker = await openSpeaker(page)
  const over = page.getByRole('status').filter({ hasText: 'The screen is' })
  const sign = speaker.getByText(/^The screen is/)
  await speaker.keyboard.press('b')
  await expect(over).toHaveText('The screen is black. B shows the slide again.')
  const behind = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.elementFromPoint(640, 360)!).backgroundColor,
    )
  expect(await behind()).toBe('oklch(0 0 0)')
  await expect(sign).toHaveText('The screen is black.')
  await expect(headingOf(speaker)).toBeInViewport()
  await page.keyboard.press('w')
  await expect(sign).toHaveText('The screen is white.')
  expect(await behind()).toBe('oklch(1 0 0)')

  const late = await openBeside(page, LARGE)
  await expect(late.getByText('The screen is white.')).toBeAttached()
  await page.keyboard.press(',')
  await expect(sign).toBeHidden()
  await expect(late.getByText('The screen is white.')).toHaveCount(0)
  await page.keyboard.press('.')
  await expect(sign).toHaveText('The screen is black.')
  await speaker.getByRole('button', { name: 'Show the slide' }).click()
  await expect(over).toHaveCount(0)
  await expect(sign).toBeHidden()
})

test('from a black screen the first press only brings the slide back', async ({
  page,
}) => {
  await present(page, ZERO)
  const speaker = await openSpeaker(page)
  const over = page.getByText('The screen is black.')
  const dark = async () => {
    await page.keyboard.press('b')
    await expect(over).toBeAttached()
    await expect(speaker.getByText('The screen is black.')).toBeVisible()
  }
  for (const [window, key] of [
    [page, 'ArrowRight'],
    [speaker, ' '],
    [page, 'o'],
    [page, 'Escape'],
  ] as const) {
    await dark()
    await window.keyboard.press(key)
    await expect(over).toHaveCount(0)
    await expect(page).toHaveURL(/#dividing-by-zero$/)
    await expect(slideOf(page)).toBeVisible()
  }
  await dark()
  await page.keyboard.press('Tab')
  await expect(headingOf(page)).toBeFocused()
  await page.mouse.click(640, 360)
  await expect(over).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
  await dark()
  await page.goBack()
  await expect(over).toHaveCount(0)
  await expect(page).toHaveURL(/#dividing-by-zero$/)
})
