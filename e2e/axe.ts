/** What axe finds wrong: in the light and in the dark, of a page or of parts. */
import axe, { type RunOptions } from 'axe-core'
import { expect, type Locator, type Page } from './fixtures.ts'

/**
 * Of axe's rules: text has a contrast of 7:1, more than it asks for by itself.
 * The second finds what has more than 4.5:1 and less than that, the first the
 * rest.
 */
const CONTRASTS = ['color-contrast', 'color-contrast-enhanced']

/**
 * Looks in the light and in the dark.
 * @param parts what of the page is looked at; all of it, if none is given
 */
export async function expectNoFaults(
  page: Page,
  ...parts: Locator[]
): Promise<void> {
  await expectNoFaultsInTheLight(page, ...parts)
  await expectContrastInTheDark(page, ...parts)
}

export async function expectNoFaultsInTheLight(
  page: Page,
  ...parts: Locator[]
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const rules = { [CONTRASTS[1]!]: { enabled: true } }
  expect(await faultsOf(page, parts, { rules })).toEqual([])
}

/** In the dark, contrasts are all that can differ. */
export async function expectContrastInTheDark(
  page: Page,
  ...parts: Locator[]
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const options = { runOnly: CONTRASTS }
  expect(await faultsOf(page, parts, options)).toEqual([])
}

/** Runs in the page: a colour halfway between two, as in a fade, is nobody’s fault. */
function stopFades(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { transition: none !important }')
  document.adoptedStyleSheets = [sheet]
}

/**
 * Runs in the page: marks a whole, and in it one text of each look, as axe
 * takes seconds for the contrasts of all texts of a chapter. Texts look the
 * same if all around them have the same colours, sizes and opacities.
 */
function markLooks(whole: Element): void {
  whole.setAttribute('data-whole', '')
  const looks = new Map<Element | null, string>([[null, '']])
  const seen = new Set<string>()
  const lookOf = (element: Element | null): string => {
    const known = looks.get(element)
    if (known !== undefined) return known
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(
      element!,
    )
    const own = [backgroundColor, backgroundImage, opacity].join()
    const around = lookOf(element!.parentElement)
    const look = own === 'rgba(0, 0, 0, 0),none,1' ? around : around + own
    looks.set(element, look)
    return look
  }
  for (const element of whole.querySelectorAll('*')) {
    const texts = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
    )
    if (texts.length === 0 || !element.checkVisibility()) continue
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const look = [color, fontSize, fontWeight, lookOf(element)].join()
    if (!seen.has(look)) element.setAttribute('data-look', '')
    seen.add(look)
  }
}

async function faultsOf(page: Page, parts: Locator[], options: RunOptions) {
  const wholes = parts.length > 0 ? parts : [page.locator('html')]
  await page.evaluate(stopFades)
  for (const part of wholes) await part.evaluate(markLooks)
  for (const frame of page.frames()) {
    const isThere = await frame.evaluate(() => 'axe' in window)
    if (!isThere) await frame.evaluate(axe.source)
  }
  return page.evaluate(findFaults, { contrasts: CONTRASTS, options })
}

/** Runs in the page, where axe is: what it finds in the wholes. */
async function findFaults({
  contrasts,
  options,
}: {
  contrasts: string[]
  options: RunOptions
}) {
  const finder = (window as unknown as { axe: typeof axe }).axe
  const rules = contrasts.map((id) => ({ id, selector: '[data-look]' }))
  finder.configure({ rules })
  const { violations } = await finder.run(
    { include: ['[data-whole]'] },
    { resultTypes: ['violations'], ...options },
  )
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => [target, failureSummary]),
  }))
}
