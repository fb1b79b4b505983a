/** axe finds nothing: in both themes, before islands live and after, on slides. */
import { AxeBuilder } from '@axe-core/playwright'
import {
  at,
  CHAPTERS,
  expect,
  open,
  PAGES,
  PLAY,
  present,
  Program,
  REPORT,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

/** Of axe's rules: text has a contrast of 7:1, more than it asks for by itself. */
const CONTRAST = 'color-contrast-enhanced'

/**
 * In the dark, contrasts are all that can differ from what was looked at in the
 * light.
 * @param parts what of the page is looked at; all of it, if none is given
 */
async function expectNoFaults(page: Page, ...parts: Locator[]): Promise<void> {
  const isDark = await page.evaluate(
    () => matchMedia('(prefers-color-scheme: dark)').matches,
  )
  const wholes = parts.length > 0 ? parts : [page.locator('html')]
  for (const part of wholes) await part.evaluate(markLooks)
  const rules = {
    'color-contrast': { enabled: false },
    [CONTRAST]: { enabled: false },
  }
  const faults = [
    ...(await faultsOf(page, '[data-look]', { runOnly: [CONTRAST] })),
    ...(isDark ? [] : await faultsOf(page, '[data-whole]', { rules })),
  ]
  expect(faults).toEqual([])
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

type Options = Parameters<AxeBuilder['options']>[0]

async function faultsOf(page: Page, part: string, options: Options) {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .options({ resultTypes: ['violations'], ...options })
    // Otherwise it carries all that it did not find out of the page, too,
    // which for a chapter takes several times as long as finding it.
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => [target, failureSummary]),
  }))
}

const ALL = [...PAGES, '/404.html']
/** One page of each kind. */
const KINDS = ['/', REPORT, CHAPTERS[0]!, CHAPTERS[3]!, PLAY, '/404.html']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const path of colorScheme === 'light' ? ALL : KINDS) {
      test(`${path}`, async ({ page }) => {
        await open(page, path)
        await expectNoFaults(page)
      })
    }

    test('a program that was edited and run', async ({ page }) => {
      await open(page, CHAPTERS[0]!)
      const program = new Program(page, 'Two sums')
      await program.edit()
      await program.run.click()
      await expect(program.group).toContainText('compiled in')
      await expectNoFaults(page, program.group)
    })

    test('a program with errors, and one that is stale', async ({ page }) => {
      await open(page, CHAPTERS[0]!)
      const program = new Program(page, 'Break me')
      await program.edit()
      await page.keyboard.type('x')
      await program.run.click()
      await expect(program.output).toContainText('is no operation')
      const stale = new Program(page, 'Before and after')
      await stale.edit()
      await page.keyboard.type('1')
      await expectNoFaults(page, program.group, stale.group)
    })

    test('tokens that are alive', async ({ page }) => {
      await open(page, CHAPTERS[1]!)
      const view = new Program(page, 'Out of a word processor')
      await view.edit()
      await view.group.getByRole('button', { name: /area/ }).hover()
      await expect(view.text.locator('.lit')).toHaveText('area')
      await expectNoFaults(page, view.group)
    })

    test('questions that were answered, right and wrong', async ({ page }) => {
      await open(page, CHAPTERS[0]!)
      const asked = new Program(page, 'By zero')
      await asked.group.getByRole('radio', { name: /= 0$/ }).check()
      await asked.run.click()
      await expect(asked.group).toContainText('Not this time.')
      const why = page.getByRole('group', { name: 'Why?' }).first()
      await why.getByRole('radio').nth(1).check()
      await expect(why).toContainText('Right.')
      await expectNoFaults(page, asked.group, why)
    })

    test('an exercise with verdicts, hints and the solution', async ({
      page,
    }) => {
      await open(page, CHAPTERS[0]!)
      const { group } = new Program(page, 'Three lines, two functions')
      await group.getByRole('button', { name: 'Check' }).click()
      await expect(group).toContainText('Came: 2 lines')
      await group.getByRole('button', { name: 'Hint' }).click()
      await group.getByRole('button', { name: 'Solution' }).click()
      await expect(group.getByRole('insertion')).toBeVisible()
      await expectNoFaults(page, group)
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

    test('slides', async ({ page }) => {
      await open(page, CHAPTERS[0]!)
      await page.keyboard.press('p')
      const slide = page.getByRole('region', { name: 'Slide' })
      await expect(slide).toBeVisible()
      await expectNoFaults(page)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expectNoFaults(page)
      await present(page, `${CHAPTERS[0]}?present#dividing-by-zero`)
      await expectNoFaults(page)
    })
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('no button stands there that does nothing', async ({ page }) => {
    for (const chapter of CHAPTERS) {
      await page.goto(at(chapter))
      await expect(
        page.getByRole('button', {
          name: /^(Run|Check|Hint|Solution|Skip|Reset|Copy|Present|Dark)/,
        }),
      ).toHaveCount(0)
    }
  })
})
