/** Helping hands, where somebody else shares the channel, and by touch. */
import { expect, headingOf, present, slideOf, test } from './fixtures.ts'
import {
  barOf,
  DOT,
  enlargedIn,
  INK,
  openBeside,
  placesOf,
  takePen,
  ZERO,
} from './hands-fixtures.ts'

const SIZE = { width: 1280, height: 720 }

test.use({ viewport: SIZE })

/** Runs in the page: says things as a window in step does. */
function sayAll(said: [name: string, value: unknown][]): void {
  const channel = new BroadcastChannel('a-wasm-new-year:in-step')
  for (const [index, [name, value]] of said.entries()) {
    const stamp = { at: Date.now() + index, by: 'another' }
    channel.postMessage({ version: 1, kind: 'said', name, value, stamp })
  }
}

test('what is no ink, no spot, no part and no screen leaves all as it is', async ({
  page,
}) => {
  await present(page, ZERO)
  const other = await openBeside(page, SIZE)
  const slide = await other.evaluate(
    () => `${location.pathname}#dividing-by-zero/0`,
  )
  const stroke = { hue: 'coral', tip: 'pen', points: [10, 10, 20, 20] }
  const part = { slide, x: 20, y: 20, width: 20, height: 20, isSmooth: true }
  await other.evaluate(sayAll, [
    ['ink', stroke],
    [`ink ${slide}`, stroke],
    ['ink /elsewhere/#step/0 a', stroke],
    [`ink ${slide} ${'a'.repeat(60)}`, stroke],
    [`ink ${slide} b`, 'ink'],
    [`ink ${slide} c`, { ...stroke, hue: 'coral" onclick="x' }],
    [`ink ${slide} d`, { ...stroke, points: [1, Number.NaN] }],
    [`ink ${slide} e`, { ...stroke, points: [1, 1e9] }],
    [`ink ${slide} f`, { ...stroke, points: [1, 2, 3] }],
    [`ink ${slide} g`, { ...stroke, points: Array(100_000).fill(1) }],
    ['pointer', { slide, x: Number.NaN, y: 1 }],
    ['pointer', { slide: {}, x: 10, y: 10 }],
    ['pointer', [slide, 10, 10]],
    ['zoom', { ...part, width: 0 }],
    ['zoom', { ...part, x: '20' }],
    ['zoom', { ...part, height: Number.POSITIVE_INFINITY }],
    ['zoom', { ...part, slide: '/elsewhere/#step/0' }],
    ['screen', 'transparent'],
    ['screen', { shade: 'black' }],
    ['screen', 7],
  ] as [string, unknown][])
  // Each of them was heard when what comes behind them shows.
  await other.evaluate(sayAll, [
    [`ink ${slide} h`, stroke],
    ['pointer', { slide, x: 30, y: 30 }],
  ] as [string, unknown][])
  await expect(page.locator(INK)).toHaveCount(1)
  await expect
    .poll(() => placesOf(page, DOT))
    .toEqual([[30, 30, expect.any(Number)]])
  expect(await enlargedIn(page)).toEqual({ scale: 1, x: 50, y: 28 })
  await expect(page.getByText('The screen is')).toHaveCount(0)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await page.keyboard.press('ArrowRight')
  await expect(other).toHaveURL(/#dividing-by-zero\/1$/)
})

test('a slide takes so many strokes, and no more', async ({ page }) => {
  await present(page, ZERO)
  const other = await openBeside(page, SIZE)
  const slide = await other.evaluate(
    () => `${location.pathname}#dividing-by-zero/0`,
  )
  const stroke = { hue: 'coral', tip: 'pen', points: [10, 10, 20, 20] }
  await other.evaluate(
    sayAll,
    Array.from({ length: 520 }, (_, index) => [
      `ink ${slide} ${index}`,
      stroke,
    ]) as [string, unknown][],
  )
  await other.evaluate(sayAll, [['screen', 'black']] as [string, unknown][])
  await expect(page.getByText('The screen is black.')).toBeAttached()
  await expect(page.locator(INK)).toHaveCount(500)
})

test('what a tab kept and nobody can read is forgotten', async ({ page }) => {
  await present(page, ZERO)
  for (const kept of [
    '{',
    '7',
    '[null, 7, {"kind": "said", "name": "ink "}]',
  ]) {
    await page.evaluate((words) => {
      addEventListener('pagehide', () => {
        sessionStorage.setItem('a-wasm-new-year:last-words', words)
      })
    }, kept)
    await page.reload()
    await expect(headingOf(page)).toHaveText('Dividing by zero')
    await takePen(page)
    await expect(page.locator(INK)).toHaveCount(0)
  }
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('a finger draws and points, and does not swipe', async ({ page }) => {
    await present(page, ZERO)
    const other = await openBeside(page, SIZE)
    const touch = await page.context().newCDPSession(page)
    const put = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints })
    await takePen(page)
    await put('touchStart', { x: 900, y: 600 })
    await put('touchMove', { x: 700, y: 605 })
    await put('touchMove', { x: 400, y: 610 })
    await put('touchEnd')
    await expect(other.locator(INK)).toHaveCount(1)
    expect(await placesOf(other, INK)).toEqual([[50.8, 47.3, 39.1]])
    await barOf(page, 'Pen')
      .getByRole('button', { name: 'Lay the pen down' })
      .tap()

    await page.keyboard.press('l')
    await expect(page.locator('.pointing')).toBeAttached()
    await put('touchStart', { x: 900, y: 500 })
    await put('touchMove', { x: 640, y: 360 })
    await expect
      .poll(() => placesOf(other, DOT))
      .toEqual([[50, 28.1, expect.any(Number)]])
    await put('touchMove', { x: 320, y: 360 })
    await put('touchEnd')
    await expect.poll(() => placesOf(other, DOT)).toEqual([])
    await expect(headingOf(page)).toHaveText('Dividing by zero')

    await page.keyboard.press('b')
    await expect(page.getByText('The screen is black.')).toBeAttached()
    await page.touchscreen.tap(640, 360)
    await expect(page.getByText('The screen is black.')).toHaveCount(0)
    await expect(slideOf(page)).toBeVisible()
  })
})
