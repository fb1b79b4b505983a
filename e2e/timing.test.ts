/** Timing: how long each slide took, and the minutes that it proposes. */
import {
  at,
  CHAPTERS,
  expect,
  headingOf,
  present,
  slideOf,
  test,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!

async function openAt(page: Page, step: string): Promise<void> {
  await page.clock.install({ time: new Date(2026, 11, 29, 19, 30) })
  await present(page, `${CHAPTER}?present#${step}`)
}

/** The sign that this window records. */
function sign(page: Page) {
  return page.getByRole('button', { name: 'Timing', exact: true })
}

function record(page: Page) {
  return page.getByRole('dialog', { name: 'How long it took' })
}

/** The cells of a step: planned, taken, proposed. */
function cells(page: Page, step: string | RegExp) {
  return record(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: step }) })
    .getByRole('cell')
}

async function begin(page: Page): Promise<void> {
  await page.keyboard.press('t')
  await expect(sign(page)).toBeVisible()
}

test('records each slide, forth and back, and proposes minutes', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openAt(page, 'dividing-by-zero')
  await begin(page)
  await page.clock.fastForward('01:00')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/\/1$/)
  await page.clock.fastForward('00:25')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#when-32-bits-are-full$/)
  await page.clock.fastForward('00:18')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
  await page.clock.fastForward('00:20')
  await expect(sign(page)).toHaveText(/^Timing 2:\d\d$/)

  await page.keyboard.press('t')
  await expect(record(page)).toBeVisible()
  await expect(cells(page, 'Dividing by zero')).toHaveText([
    '1 min',
    /^(1:4[5-9]|1:5\d|2:0\d|2:1[0-4])$/,
    '2 min',
  ])
  await expect(cells(page, 'When 32 bits are full')).toHaveText([
    '1.5 min',
    /^0:[1-4]\d$/,
    '0.5 min',
  ])
  await expect(
    record(page).getByRole('rowheader', { name: 'When 32 bits' }),
  ).toContainText('slide 1: 0:')
  // What was not shown keeps its plan, and what is in no plan has none.
  await expect(cells(page, 'A program is one line')).toHaveText([
    '1 min',
    '–',
    '1 min',
  ])
  await expect(cells(page, 'What you take along')).toHaveText(['–', '–', '–'])
  await expect(cells(page, /^All$/)).toHaveText([
    '14 min',
    /^2:\d\d$/,
    '14 min',
  ])

  await record(page).getByRole('button', { name: 'Copy lines' }).click()
  await expect(record(page).getByRole('status')).toHaveText('Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('## Dividing by zero\n\n<!-- minutes: 2 -->\n')
  expect(copied).toContain(
    '## Take the module with you\n\n<!-- minutes: 1, skippable -->\n',
  )
  expect(copied).not.toContain('What you take along')
})

test('stands still while it is looked at, and goes on', async ({ page }) => {
  await openAt(page, 'dividing-by-zero')
  await begin(page)
  await sign(page).click()
  await expect(record(page)).toContainText('This window records')
  await page.clock.fastForward('10:00')
  await page.keyboard.press('Escape')
  await expect(record(page)).toBeHidden()
  await expect(sign(page)).toBeFocused()
  await expect(slideOf(page)).toBeVisible()
  await page.clock.fastForward('02:00')
  await expect(sign(page)).toHaveText(/^Timing 2:\d\d$/)
})

test('goes on over reloads and chapters until it is stopped, and is forgotten by Reset', async ({
  page,
}) => {
  await openAt(page, 'recap')
  await begin(page)
  await page.clock.fastForward('01:00')
  await page.reload()
  await expect(sign(page)).toHaveText(/^Timing 1:\d\d$/)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('From text to tokens')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#characters-say-nothing$/)
  await expect(sign(page)).toHaveText(/^Timing 1:\d\d$/)
  await page.clock.fastForward('03:00')
  await expect(sign(page)).toHaveText(/^Timing 4:\d\d$/)

  await page.keyboard.press('t')
  await expect(cells(page, 'Characters say nothing')).toHaveText([
    '1 min',
    /^3:\d\d$/,
    /^3(\.5)? min$/,
  ])
  await record(page).getByRole('button', { name: 'Stop recording' }).click()
  await expect(record(page)).toContainText('Nothing is recorded now')
  await record(page).getByRole('button', { name: 'Close' }).click()
  await expect(sign(page)).toBeHidden()
  await page.keyboard.press('t')
  await record(page).getByRole('button', { name: 'Reset' }).click()
  await expect(cells(page, /^All$/)).toHaveText(['15 min', '0:00', '15 min'])
  await record(page).getByRole('button', { name: 'Close' }).click()
  // There is nothing to look at, so T begins anew.
  await begin(page)
})

test('one window records, and the others show it', async ({ page }) => {
  await openAt(page, 'dividing-by-zero')
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('s'),
  ])
  await expect(slideOf(speaker)).toBeVisible()
  await speaker.getByRole('button', { name: 'Timing' }).click()
  await expect(sign(speaker)).toHaveText(/^Timing 0:\d\d$/)
  await expect(sign(speaker)).toBeFocused()
  // The audience is not told.
  await expect(sign(page)).toHaveCount(0)
  await page.keyboard.press('t')
  await expect(record(page)).toContainText('Another window records')
  await record(page)
    .getByRole('button', { name: 'Record in this window' })
    .click()
  await expect(record(page)).toContainText('This window records')
  await expect(speaker.getByRole('button', { name: 'Timing' })).toHaveText(
    'Timing',
  )
})

test('on a path it has lines for its front matter', async ({ page }) => {
  await openAt(page, 'dividing-by-zero')
  // As a path says where its steps stand.
  await page.evaluate((href) => {
    const stands = `<p class="stands">From chapter 4: <a href="${href}#x">Types</a></p>`
    for (const step of document.querySelectorAll('section.step:not(.recap)')) {
      step.querySelector('.slide')!.insertAdjacentHTML('beforeend', stands)
    }
  }, at('/compiling/types/').slice(1))
  await begin(page)
  await page.clock.fastForward('02:00')
  await page.keyboard.press('t')
  await record(page).getByText('Lines to paste').click()
  await expect(record(page)).toContainText(
    'steps:\n  - { chapter: types, step: a-program-is-one-line, minutes: 1 }',
  )
  await expect(record(page)).toContainText(
    '- { chapter: types, step: dividing-by-zero, minutes: 2 }',
  )
})
