/** Presenting on a screen that is full, and does not go dark by itself. */
import { expect, open, present, slideOf, test } from './fixtures.ts'
import { ZERO } from './hands-fixtures.ts'

test('F fills the screen, and gives it back', async ({ page }) => {
  await present(page, ZERO)
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(true)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(false)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(true)
  await page.getByRole('button', { name: 'Back to the page' }).click()
  await expect(slideOf(page)).toHaveCount(0)
  await expect.poll(isFull).toBe(false)
})

test('a browser that fills no screen says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(Element.prototype, { requestFullscreen: undefined })
  })
  await present(page, ZERO)
  await page.keyboard.press('f')
  await expect(
    page.getByRole('alert').filter({ hasText: 'no page in full screen' }),
  ).toBeVisible()
})

/** Runs in the page: a wake lock that counts how often it is held. */
function lendWakeLock(): void {
  const held = { now: 0, asked: 0 }
  const request = async () => {
    held.now++
    held.asked++
    return {
      release: async () => {
        held.now--
      },
    }
  }
  Object.assign(window, { held })
  Object.defineProperty(Navigator.prototype, 'wakeLock', {
    get: () => ({ request }),
  })
}

test('while slides show the screen stays awake', async ({ page }) => {
  await page.addInitScript(lendWakeLock)
  await open(page, ZERO.replace('?present', ''))
  const locks = () =>
    page.evaluate(
      () =>
        (window as unknown as { held: { now: number; asked: number } }).held,
    )
  expect((await locks()).asked).toBe(0)
  await page.keyboard.press('p')
  await expect.poll(locks).toEqual({ now: 1, asked: 1 })
  // The browser takes it from a window that is covered.
  await page.evaluate(() => {
    const { held } = window as unknown as { held: { now: number } }
    held.now--
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(locks).toEqual({ now: 1, asked: 2 })
  await page.keyboard.press('Escape')
  await expect(slideOf(page)).toHaveCount(0)
  await expect.poll(locks).toEqual({ now: 0, asked: 2 })
})

test('a device that refuses to stay awake shows slides all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'wakeLock', {
      get: () => ({
        request: async () => {
          Object.assign(window, { asked: true })
          throw new DOMException('Not now', 'NotAllowedError')
        },
      }),
    })
  })
  await present(page, ZERO)
  await page.waitForFunction(() => 'asked' in window)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
})
