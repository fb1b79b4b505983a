/** axe finds nothing on any slide of any chapter, in either theme; paths show the same ones. */
import { expectContrastInTheDark, expectNoFaultsInTheLight } from './axe.ts'
import { CHAPTERS, present, test } from './fixtures.ts'

/** Runs in the page: puts all slides below each other, as if each were shown. */
function showAll(): void {
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    slide.inert = false
    slide.setAttribute('data-shown', '')
    slide.style.position = 'relative'
    slide.style.contentVisibility = 'visible'
  }
}

for (const [index, path] of CHAPTERS.entries()) {
  test(`${path}`, async ({ page }) => {
    await present(page, `${path}?present#opening`)
    await page.evaluate(showAll)
    await expectNoFaultsInTheLight(page)
    // Looks are alike from chapter to chapter: every third one is enough.
    if (index % 3 === 0) await expectContrastInTheDark(page)
  })
}
