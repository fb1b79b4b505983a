/** axe finds nothing: in both themes, before islands live and after, on slides. */
import axe, { type RunOptions } from 'axe-core'
import {
  CHAPTERS,
  expect,
  open,
  PAGES,
  PATHS,
  PLAY,
  present,
  Program,
  REPORT,
  slideOf,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { keep, PARTIAL, WHOLE } from './stored-models.ts'

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
async function expectNoFaults(page: Page, ...parts: Locator[]): Promise<void> {
  await expectNoFaultsInTheLight(page, ...parts)
  await expectContrastInTheDark(page, ...parts)
}

async function expectNoFaultsInTheLight(
  page: Page,
  ...parts: Locator[]
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const rules = { [CONTRASTS[1]!]: { enabled: true } }
  expect(await faultsOf(page, parts, { rules })).toEqual([])
}

/** In the dark, contrasts are all that can differ. */
async function expectContrastInTheDark(
  page: Page,
  ...parts: Locator[]
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const options = { runOnly: CONTRASTS }
  expect(await faultsOf(page, parts, options)).toEqual([])
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

/** One page of each kind. */
const KINDS = new Set([
  '/',
  REPORT,
  CHAPTERS[0]!,
  CHAPTERS[3]!,
  PLAY,
  '/404.html',
])

for (const path of [...PAGES, '/404.html']) {
  test(`${path}`, async ({ page }) => {
    await open(page, path)
    await expectNoFaultsInTheLight(page)
    if (KINDS.has(path)) await expectContrastInTheDark(page)
  })
}

test('models that are stored, and what is asked of them', async ({ page }) => {
  await open(page, '/inference/keeping-gigabytes/')
  await keep(page, WHOLE, PARTIAL)
  const group = page.getByRole('group', { name: 'Stored in this browser' })
  await group.getByRole('button', { name: 'Look' }).click()
  await group.getByRole('button', { name: /^Check SmolLM2/ }).click()
  await group.getByRole('button', { name: /^Delete Llama/ }).click()
  await expect(group).toContainText('That cannot be undone.')
  await expect(group).toContainText('other bytes than the list says')
  await expectNoFaults(page, group)
})

test('programs and questions after a reader was there', async ({ page }) => {
  await open(page, CHAPTERS[0]!)
  const edited = new Program(page, 'Two sums')
  await edited.edit()
  await edited.run.click()
  await expect(edited.group).toContainText('compiled in')

  const wrong = new Program(page, 'Break me')
  await wrong.edit()
  await page.keyboard.type('x')
  await wrong.run.click()
  await expect(wrong.output).toContainText('is no operation')

  const stale = new Program(page, 'Before and after')
  await stale.edit()
  await page.keyboard.type('1')

  const asked = new Program(page, 'By zero')
  await asked.group.getByRole('radio', { name: /= 0$/ }).check()
  await asked.run.click()
  await expect(asked.group).toContainText('Not this time.')
  const why = page.getByRole('group', { name: 'Why?' }).first()
  await why.getByRole('radio').nth(1).check()
  await expect(why).toContainText('Right.')

  const { group: exercise } = new Program(page, 'Three lines, two functions')
  await exercise.getByRole('button', { name: 'Check' }).click()
  await expect(exercise).toContainText('Came: 2 lines')
  await exercise.getByRole('button', { name: 'Hint' }).click()
  await exercise.getByRole('button', { name: 'Solution' }).click()
  await expect(exercise.getByRole('insertion')).toBeVisible()

  await expectNoFaults(
    page,
    edited.group,
    wrong.group,
    stale.group,
    asked.group,
    why,
    exercise,
  )
})

test('tokens that are alive', async ({ page }) => {
  await open(page, CHAPTERS[1]!)
  const view = new Program(page, 'Out of a word processor')
  await view.edit()
  await view.group.getByRole('button', { name: /area/ }).hover()
  await expect(view.text.locator('.lit')).toHaveText('area')
  await expectNoFaults(page, view.group)
})

test('a program that came with a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, CHAPTERS[0]!)
  const program = new Program(page, 'The first program')
  await program.write('7 * 8')
  await program.group.getByRole('button', { name: 'Copy link' }).click()
  await expect(program.group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('about:blank')
  await page.goto(link)
  await expect(program.group).toContainText('This came with a link.')
  await expectNoFaults(page, program.group)
})

test('the presenter’s window', async ({ page }) => {
  await present(page, `${CHAPTERS[0]}?presenter#dividing-by-zero`)
  await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible()
  await expect(
    page.frameLocator('iframe').locator('[data-shown]'),
  ).toBeVisible()
  await expectNoFaults(page)
})

test('tools in a speaker’s hand', async ({ page }) => {
  await present(page, `${CHAPTERS[0]}?presenter#dividing-by-zero`)
  for (const [key, name] of [
    ['d', 'Pen'],
    ['z', 'Zoom'],
  ] as const) {
    await page.keyboard.press(key)
    const bar = page.getByRole('region', { name, exact: true })
    await expect(bar).toBeVisible()
    await expectNoFaults(page, bar)
  }
  await page.keyboard.press('b')
  await expect(page.getByText('The screen is black.')).toBeVisible()
  await expectNoFaults(page)
})

test('a screen without a slide', async ({ page }) => {
  await present(page, `${CHAPTERS[0]}?present#dividing-by-zero`)
  await page.keyboard.press('b')
  await expect(page.getByText('The screen is black.')).toBeAttached()
  await expectNoFaults(page)
})

test('title slides', async ({ page }) => {
  for (const path of ['/compiling/', PATHS[0]]) {
    await present(page, `${path}?present`)
    await expectNoFaults(page)
  }
})

test('slides', async ({ page }) => {
  await open(page, CHAPTERS[0]!)
  await page.keyboard.press('p')
  const slide = slideOf(page)
  await expect(slide).toBeVisible()
  await expectNoFaults(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expectNoFaults(page)
  await present(page, `${CHAPTERS[0]}?present#dividing-by-zero`)
  await expectNoFaults(page)
})

test('all slides, go to, and the list of keys', async ({ page }) => {
  await present(page, `${CHAPTERS[0]}?present#dividing-by-zero`)
  for (const [key, name] of [
    ['o', 'All slides'],
    ['g', 'Go to a slide'],
    ['?', 'Keys and tools'],
  ] as const) {
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    await expectNoFaults(page, dialog)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
})
