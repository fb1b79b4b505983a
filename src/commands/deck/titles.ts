/** What a deck says without its script. */
import type { Browser } from 'playwright'

/** @returns how many of the titles can be read */
export async function readTitles(
  browser: Browser,
  url: string,
  titles: readonly string[],
): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(url)
  // As it is seen: hidden text is none, and a sheet may ask for capitals.
  const text = (await page.locator('body').innerText()).toLowerCase()
  await context.close()
  return titles.filter((title) => text.includes(title.toLowerCase())).length
}
