/** axe finds nothing: in both themes, before islands live and after, on slides. */
import {
  expectContrastInTheDark,
  expectNoFaults,
  expectNoFaultsInTheLight,
} from './axe.ts'
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
} from './fixtures.ts'
import { keep, PARTIAL, WHOLE } from './stored-models.ts'

/** One page of each kind. */
const KINDS = new Set([
  '/',
  REPORT,
  CHAPTERS[0]!,
  CHAPTERS[3]!,
  PLAY,
  '/404.html',
])

/** Long paths have what the chapters have. */
const LOOKED_AT = PAGES.filter((path) => !path.endsWith('/in-forty-minutes/'))

for (const path of [...LOOKED_AT, '/404.html']) {
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
