/** Pacing: the presenter's time against the plan, and what to skip when late. */
import {
  CHAPTERS,
  expect,
  headingOf,
  present,
  test,
  type Page,
} from './fixtures.ts'

/** Planned: 14 minutes, of them 1 for its first step. */
const CHAPTER = CHAPTERS[0]!

/** Opens the presenter's window at half past seven, in the evening. */
async function openAt(page: Page, step: string): Promise<void> {
  await page.clock.install({ time: new Date(2026, 11, 29, 19, 30) })
  await present(page, `${CHAPTER}?presenter#${step}`)
}

/** What is known of the time, by its name. */
function known(page: Page, name: string) {
  return page.getByRole('status', { name, exact: true })
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

test('the talk begins with the first press, and tells its pace', async ({
  page,
}) => {
  await openAt(page, 'opening')
  await expect(known(page, 'Time')).toHaveText('19:30')
  await expect(known(page, 'End of the talk')).toHaveText('ends 19:44')
  await page.clock.fastForward('10:00')
  await expect(known(page, 'Time')).toHaveText('19:40')
  await expect(known(page, 'Since the start')).toHaveText('0:00')
  await expect(known(page, 'Pace')).toHaveText('not started')

  await page.keyboard.press('ArrowRight')
  await expect(known(page, 'Pace')).toHaveText('on time')
  await page.clock.fastForward('00:30')
  await expect(known(page, 'Since the start')).toHaveText(/^0:[345]\d$/)
  await expect(known(page, 'In this step')).toHaveText(/^0:[345]\d$/)
  await expect(known(page, 'Planned')).toHaveText('1 min for this step')
  await expect(known(page, 'End of the talk')).toHaveText('ends 19:54')
  await expect(known(page, 'End at this pace')).toBeHidden()
  await page.clock.fastForward('02:20')
  await expect(known(page, 'Pace')).toHaveText('2 min behind')
  await expect(known(page, 'End of the talk')).toHaveText('ends 19:54')
  await expect(known(page, 'End at this pace')).toHaveText(
    /at this pace 19:5[56]/,
  )
})

test('going back does not undo what was told, nor is who looks at the end there', async ({
  page,
}) => {
  await openAt(page, 'opening')
  await page.keyboard.press('ArrowRight')
  await expect(known(page, 'Pace')).toHaveText('on time')
  await page.clock.fastForward('00:30')
  await page.keyboard.press('End')
  await expect(known(page, 'Pace')).toHaveText(/^1[34] min ahead$/)
  await expect(known(page, 'Planned')).toHaveText('not in the plan')
  await page.keyboard.press('Home')
  await expect(known(page, 'Pace')).toHaveText('on time')
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/#recap$/)
  await page.clock.fastForward('00:20')
  await expect(known(page, 'In this step')).toHaveText(/^0:[2-5]\d$/)
  await page.keyboard.press('Home')
  await expect(headingOf(page)).toHaveText('One line, one function')
  await expect(known(page, 'Pace')).toHaveText(/^1[234] min ahead$/)
})

test('the time goes on over reloads and chapters, and what they planned counts', async ({
  page,
}) => {
  await openAt(page, 'opening')
  await page.keyboard.press('ArrowRight')
  await expect(known(page, 'Pace')).toHaveText('on time')
  await page.clock.fastForward('16:30')
  await expect(known(page, 'Pace')).toHaveText(/^1[56] min behind$/)
  await page.reload()
  await expect(known(page, 'Pace')).toHaveText(/^1[56] min behind$/)
  await page.keyboard.press('End')
  await expect(known(page, 'Pace')).toHaveText(/^[23] min behind$/)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('From text to tokens')
  await expect(known(page, 'Pace')).toHaveText(/^[23] min behind$/)
  await expect(known(page, 'Since the start')).toHaveText(/^1[67]:\d\d$/)
  await expect(known(page, 'In this step')).toHaveText(/^0:\d\d$/)
})

test('the time stands still in a pause, goes on, and is reset', async ({
  page,
}) => {
  await openAt(page, 'dividing-by-zero')
  await button(page, 'Start').click()
  await page.clock.fastForward('01:05')
  await button(page, 'Pause').click()
  const since = known(page, 'Since the start')
  await expect(since).toHaveText(/^1:\d\d$/)
  const stood = await since.textContent()
  await page.clock.fastForward('05:00')
  await page.keyboard.press('End')
  await expect(headingOf(page)).toHaveText('What you take along')
  await expect(since).toHaveText(stood!)
  await button(page, 'Start again').click()
  await page.clock.fastForward('01:00')
  await expect(since).toHaveText(/^2:\d\d$/)
  await button(page, 'Reset').click()
  await expect(since).toHaveText('0:00')
  await expect(known(page, 'Pace')).toHaveText('not started')
  await expect(button(page, 'Reset')).toBeDisabled()
  await expect(button(page, 'Start')).toBeVisible()
})

test('a presenter’s window that was closed comes back with the time', async ({
  page,
  context,
}) => {
  await openAt(page, 'dividing-by-zero')
  const audience = await context.newPage()
  await present(audience, `${CHAPTER}?present#dividing-by-zero`)
  await button(page, 'Start').click()
  await page.clock.fastForward('03:00')
  await page.keyboard.press('ArrowRight')
  await expect(audience).toHaveURL(/\/1$/)
  await page.close()
  const again = await context.newPage()
  await present(again, `${CHAPTER}?presenter#dividing-by-zero`)
  await expect(known(again, 'Since the start')).toHaveText(/^[34]:\d\d$/)
})

test('who is late is told what to skip, and goes past it at its time', async ({
  page,
}) => {
  await openAt(page, 'dividing-by-zero')
  const skips = page.getByRole('region', { name: 'To skip' })
  await button(page, 'Start').click()
  await expect(known(page, 'Pace')).toHaveText('on time')
  await expect(skips).toBeHidden()
  await page.clock.fastForward('12:00')
  await expect(skips).toContainText('“Take the module with you”: wins 1 min')
  await expect(skips.getByRole('button')).toHaveCount(0)

  while (
    (await headingOf(page).textContent()) !== 'A function that nobody calls'
  )
    await page.keyboard.press('ArrowRight')
  await expect(known(page, 'Pace')).toHaveText(/^[78] min behind$/)
  await skips
    .getByRole('button', {
      name: 'Skip “Take the module with you”: wins 1 min',
    })
    .click()
  await expect(headingOf(page)).toHaveText('Where one pattern is not enough')
  await expect(known(page, 'Pace')).toHaveText(/^[56] min behind$/)
  await expect(skips).toBeHidden()
  await page.keyboard.press('ArrowLeft')
  await expect(headingOf(page)).toHaveText('Take the module with you')
  await skips.getByRole('button', { name: 'Skip the rest' }).click()
  await expect(headingOf(page)).toHaveText('Where one pattern is not enough')
})
