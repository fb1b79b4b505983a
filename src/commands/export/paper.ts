/** Documents in a browser, and what is made of them: PDFs and pictures. */
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { bundled } from './taking.ts'

declare global {
  interface Window {
    fitSlides(): Promise<void>
    breakTitles(): void
  }
}

/** Below the site’s address; nothing is there. */
const PLACE = 'exported-document/'

/** How long the largest document may take to be laid out and written, in milliseconds. */
const LONGEST = 300_000

/** @param site where faces and pictures are served */
async function openDocument(
  browser: Browser,
  site: string,
  html: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(LONGEST)
  await page.route(`${site}${PLACE}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  )
  await page.goto(`${site}${PLACE}`)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(await bundled('src/commands/export/laying-out.page.ts'))
  return page
}

/** What A4 has between the margins of print.css, in CSS pixels. */
const PAPER = { width: 658, height: 1001 }

export async function openHandout(
  browser: Browser,
  site: string,
  html: string,
): Promise<Page> {
  const page = await openDocument(browser, site, html, { viewport: PAPER })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.breakTitles())
  return page
}

/** Slides are shown on paper as on a screen. */
export async function openSlides(
  browser: Browser,
  site: string,
  html: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await openDocument(browser, site, html, options)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.fitSlides())
  await page.evaluate(() => window.breakTitles())
  return page
}

const PDF = { tagged: true, outline: true, printBackground: true }

export function printSlides(
  page: Page,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  return page.pdf({ ...PDF, width: `${width}px`, height: `${height}px` })
}

/** The paper’s size is A4, its margins the sheet’s. */
export function printHandout(page: Page): Promise<Buffer> {
  return page.pdf({ ...PDF, format: 'A4', preferCSSPageSize: true })
}
