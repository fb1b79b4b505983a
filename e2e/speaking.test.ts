/** Speaking: the presenter's window, and all windows of one browser in step. */
import {
  CHAPTERS,
  expect,
  headingOf,
  present,
  Program,
  slideOf,
  test,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!

/** Opens the presenter's window from a presentation. */
async function openSpeaker(page: Page): Promise<Page> {
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('s'),
  ])
  await expect(slideOf(speaker)).toBeVisible()
  await speaker.setViewportSize({ width: 1280, height: 860 })
  return speaker
}

function nextOf(speaker: Page) {
  return speaker.frameLocator('iframe').locator('[data-shown]')
}

test.beforeEach(({ page }) =>
  present(page, `${CHAPTER}?present#dividing-by-zero`),
)

test('shows the slide, what the next key shows, notes and prose, the clock', async ({
  page,
}) => {
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Presenter’s window' }).click(),
  ])
  await expect(headingOf(speaker)).toHaveText('Dividing by zero')
  await expect(speaker).toHaveTitle(/^Presenter: /)
  const notes = speaker.getByRole('region', { name: 'Notes' })
  await expect(notes).toContainText('Floating-point arithmetic has answers')
  await expect(speaker.getByRole('status', { name: 'Time' })).toHaveText(
    /^\d\d:\d\d$/,
  )
  await expect(
    speaker.getByRole('status', { name: 'Since the start' }),
  ).toHaveText(/^\d:\d\d$/)
  await expect(speaker.getByRole('status', { name: 'Planned' })).toHaveText(
    '1 min for this step',
  )
  // The next key runs the program, so that is what the frame shows.
  await expect(
    nextOf(speaker).getByText('divide(0, 0) = NaN').last(),
  ).toBeVisible()
  await speaker.keyboard.press('End')
  await expect(headingOf(page)).toHaveText('What you take along')
  await speaker.keyboard.press('Home')
  await expect(notes).toContainText(
    'A whole compiler in one regular expression',
  )
  await speaker.keyboard.press('ArrowRight')
  await expect(notes).toContainText('Ask the room for a sum')
  // The audience sees no note.
  await expect(headingOf(page)).toHaveText('A program is one line')
  await expect(page.getByText('Ask the room for a sum')).toBeHidden()

  await speaker.setViewportSize({ width: 1280, height: 860 })
  await speaker.keyboard.press('Home')
  await expect(
    nextOf(speaker).getByRole('heading', { includeHidden: true }),
  ).toHaveText('A program is one line')
  await speaker.keyboard.press('ArrowRight')
  await speaker.keyboard.press('ArrowRight')
  await speaker.keyboard.press('ArrowRight')
  await expect(headingOf(speaker)).toHaveText(
    'Four things happen when you press Run',
  )
  const here = slideOf(speaker).locator('.says li').filter({ visible: true })
  const next = nextOf(speaker).locator('.says li').filter({ visible: true })
  await expect(here).toHaveCount(0)
  await expect(next).toHaveCount(1)
  await speaker.keyboard.press('ArrowRight')
  await expect(here).toHaveCount(1)
  await expect(next).toHaveCount(2)
})

test('whoever moves, the other follows, and to the next chapter', async ({
  page,
}) => {
  const speaker = await openSpeaker(page)
  await speaker.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
  await expect(new Program(page, 'By zero').output).toContainText('= NaN')
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(speaker)).toHaveText('When 32 bits are full')
  await speaker.getByRole('button', { name: 'Previous slide' }).click()
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(speaker).toHaveURL(/#when-32-bits-are-full\/1$/)
  await page.goBack()
  await expect(speaker).toHaveURL(/#when-32-bits-are-full$/)

  await speaker.keyboard.press('End')
  await speaker.keyboard.press('ArrowRight')
  await expect(headingOf(speaker)).toHaveText('From text to tokens')
  await expect(headingOf(page)).toHaveText('From text to tokens')
  await expect(speaker).toHaveURL(/\?presenter/)
  await expect(page).toHaveURL(/\?present/)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(speaker)).toHaveText('Characters say nothing')
})

test('what is typed and run in one is seen in the other', async ({ page }) => {
  const speaker = await openSpeaker(page)
  const there = new Program(speaker, 'By zero')
  const here = new Program(page, 'By zero')
  await there.write('f 6')
  await expect(here.text).toHaveText('f 6')
  await there.write('6 / 4')
  await there.run.click()
  await expect(here.output).toHaveText('divide(6, 4) = 1.5')
  await here.append('\n9 / 2')
  await expect(there.text).toHaveText(/9 \/ 2/)
  await here.run.click()
  await expect(there.output).toContainText('divide(9, 2) = 4.5')
  await here.group.getByRole('radio', { name: /= 0$/ }).check()
  await expect(there.group.getByRole('radio', { name: /= 0$/ })).toBeChecked()
  await page.reload()
  await expect(here.text).toHaveText(/9 \/ 2/)
  await expect(here.output).toContainText('divide(9, 2) = 4.5')
})

test('a window that comes late or reloads catches up', async ({ page }) => {
  const program = new Program(page, 'By zero')
  await program.write('6 / 4')
  await program.run.click()
  await expect(program.output).toHaveText('divide(6, 4) = 1.5')
  await program.group.locator('.card-title').click()
  const speaker = await openSpeaker(page)
  const there = new Program(speaker, 'By zero')
  await expect(there.text).toHaveText('6 / 4')
  await expect(there.output).toHaveText('divide(6, 4) = 1.5')
  await speaker.keyboard.press('End')
  await expect(headingOf(page)).toHaveText('What you take along')
  await speaker.reload()
  await expect(headingOf(speaker)).toHaveText('What you take along')
})

test('a window that comes to another chapter stays there', async ({ page }) => {
  const other = await page.context().newPage()
  await present(other, `${CHAPTERS[1]}?present#one-loop-reads-it-all`)
  // Whoever asks once more has the answer to the first question, too.
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const channel = new BroadcastChannel('a-wasm-new-year:in-step')
        channel.addEventListener('message', ({ data }) => {
          if (data.value?.step === 'dividing-by-zero') resolve()
        })
        channel.postMessage({ version: 1, kind: 'hello' })
      }),
  )
  await expect(headingOf(other)).toHaveText('One loop reads it all')
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(other)).toHaveText('Dividing by zero')
})

test('a reader’s own window is left alone', async ({ page }) => {
  const reader = await page.context().newPage()
  await reader.goto(page.url().replace(/\?.*/, ''))
  await expect(reader.locator('html[data-ready]')).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/\/1$/)
  await expect(slideOf(reader)).toHaveCount(0)
})

test('a browser that opens no window says what to do', async ({ page }) => {
  await page.evaluate(() => {
    window.open = () => null
  })
  await page.keyboard.press('s')
  await expect(
    page.getByRole('alert').filter({ hasText: 'Allow this site' }),
  ).toBeVisible()
})
