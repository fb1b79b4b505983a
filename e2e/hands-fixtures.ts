/** What tests of the speaker's hands share: several windows, and what is where on a slide. */
import { CHAPTERS, present, type Page } from './fixtures.ts'

/** A slide that does something with its next key press, and one that is quiet. */
export const ZERO = `${CHAPTERS[0]}?present#dividing-by-zero`
export const FOUR = `${CHAPTERS[0]}?present#four-things-happen-when-you-press-run`

/** Another window of the same browser. */
export async function openBeside(
  page: Page,
  size: { width: number; height: number },
  path = ZERO,
): Promise<Page> {
  const other = await page.context().newPage()
  await other.setViewportSize(size)
  await present(other, path)
  return other
}

export async function openSpeaker(page: Page, path = ZERO): Promise<Page> {
  const size = { width: 1280, height: 860 }
  return openBeside(page, size, path.replace('?present', '?presenter'))
}

/** Draws through places of the window; the button stays down. */
export async function beginLine(
  page: Page,
  ...[first, ...more]: [x: number, y: number][]
): Promise<void> {
  await page.mouse.move(...first!)
  await page.mouse.down()
  for (const place of more) await page.mouse.move(...place, { steps: 5 })
}

export async function drawLine(
  page: Page,
  ...places: [x: number, y: number][]
): Promise<void> {
  await beginLine(page, ...places)
  await page.mouse.up()
}

/** Takes the pen, and waits until it is in hand. */
export async function takePen(page: Page): Promise<void> {
  await page.keyboard.press('d')
  await barOf(page, 'Pen').waitFor()
}

export async function takeZoom(page: Page): Promise<void> {
  await page.keyboard.press('z')
  await barOf(page, 'Zoom').waitFor()
}

/** The bar of a tool that is in hand. */
export function barOf(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

/** Where something is on the slide that shows, in hundredths of its width. */
export async function placesOf(
  page: Page,
  selector: string,
): Promise<number[][]> {
  return page.evaluate((what) => {
    const slide = document.querySelector<HTMLElement>('[data-shown]')!
    const { left, top, width } = slide.getBoundingClientRect()
    const round = (pixels: number) => Math.round((pixels / width) * 1000) / 10
    return [...document.querySelectorAll(what)]
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .map((box) => [
        round(box.x + box.width / 2 - left),
        round(box.y + box.height / 2 - top),
        round(box.width),
      ])
  }, selector)
}

export const INK = '[data-shown] .ink path'
export const DOT = '.spark i:last-child'

/** How many times the slide that shows is enlarged, and which part of it is in the middle. */
export async function enlargedIn(
  page: Page,
): Promise<{ scale: number; x: number; y: number }> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('[data-shown]')!
    const { left, top, width } = slide.getBoundingClientRect()
    const scale = width / slide.offsetWidth
    const whole = { x: slide.offsetWidth / 2, y: slide.offsetHeight / 2 }
    const round = (pixels: number) =>
      Math.round((pixels / scale / slide.offsetWidth) * 100)
    return {
      scale: Math.round(scale * 10) / 10,
      x: round(whole.x - left),
      y: round(whole.y - top),
    }
  })
}
