/** Sharing: an address brings what somebody made, and nothing of it runs. */
import {
  CHAPTERS,
  expect,
  headingOf,
  open,
  present,
  Program,
  test,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!
const NAME = 'The first program'

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, CHAPTER)
})

/** Copies the link of a program, as its button gives it. */
async function linkOf(page: Page, program: Program): Promise<string> {
  // The words “Link copied.” may still be there from the last time.
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await program.group.getByRole('button', { name: 'Copy link' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).not.toBe('')
  await expect(program.group).toContainText('Link copied.')
  return copied()
}

/** Opens a link where nothing of ours is. */
async function elsewhere(page: Page, url: string): Promise<Page> {
  const context = await page.context().browser()!.newContext()
  const other = await context.newPage()
  await other.goto(url)
  await expect(other.locator('html[data-ready]')).toBeAttached()
  return other
}

test('a link brings a program, which waits for Run', async ({ page }) => {
  const program = new Program(page, NAME)
  await program.write('7 * 8 ')
  await program.run.click()
  await expect(program.output).toHaveText('multiply(7, 8) = 56')
  const link = await linkOf(page, program)
  expect(new URL(link).hash).toMatch(/^#a-program-is-one-line~1\.[\w-]+$/)

  const other = await elsewhere(page, link)
  const binaries: string[] = []
  other.on('request', (request) => {
    if (request.url().endsWith('.wasm')) binaries.push(request.url())
  })
  const theirs = new Program(other, NAME)
  await expect(theirs.text).toHaveText('7 * 8 ')
  await expect(theirs.group).toContainText('This came with the link.')
  await expect(
    other.getByRole('heading', { name: 'A program is one line' }),
  ).toBeInViewport()
  await expect(theirs.output).toHaveText('add(2, 3) = 5')
  await expect(theirs.group).toHaveAttribute('data-stale')
  await other.reload()
  await expect(theirs.text).toHaveText('7 * 8 ')
  expect(binaries).toEqual([])
  await theirs.run.click()
  await expect(theirs.output).toHaveText('multiply(7, 8) = 56')
})

test('an answered question goes along in a link, and what it covers stays covered', async ({
  page,
}) => {
  const asked = new Program(page, 'By zero')
  await asked.group.getByRole('radio', { name: /= 0$/ }).check()
  const link = await linkOf(page, asked)
  const other = await elsewhere(page, link)
  const theirs = new Program(other, 'By zero')
  await expect(theirs.group.getByRole('radio', { name: /= 0$/ })).toBeChecked()
  await expect(theirs.group.getByRole('definition')).toHaveCount(0)
})

test('what the reader had is kept, and comes back', async ({ page }) => {
  const program = new Program(page, NAME)
  await program.write('7 * 8')
  const link = await linkOf(page, program)
  await program.write('1 + 1')
  await page.goto('about:blank')
  await page.goto(link)
  await expect(program.text).toHaveText('7 * 8')
  const back = program.group.getByRole('button', { name: 'Back to mine' })
  await expect(back).toBeVisible()
  // Even after the link's program was changed, and the page left.
  await program.append('9')
  await expect(page).not.toHaveURL(/~1/)
  await page.reload()
  await expect(program.text).toHaveText('7 * 89')
  await back.click()
  await expect(program.text).toHaveText('1 + 1')
  await expect(back).toHaveCount(0)
  await page.reload()
  await expect(program.text).toHaveText('1 + 1')
  await expect(back).toHaveCount(0)
})

test('a link from a slide leads to the slide, and the states go along', async ({
  page,
}) => {
  await present(
    page,
    `${CHAPTER}?present#four-things-happen-when-you-press-run/5`,
  )
  const program = new Program(page, 'The same line, lid open')
  await program.write('9 - 9')
  const link = await linkOf(page, program)
  expect(link).toMatch(/\?present#four-things-happen-when-you-press-run\/5~1\./)
  const other = await elsewhere(page, link)
  const theirs = new Program(other, 'The same line, lid open')
  await expect(headingOf(other)).toHaveText(
    'Four things happen when you press Run',
  )
  await expect(theirs.text).toHaveText('9 - 9')
  await other.keyboard.press('ArrowRight')
  await expect(other).toHaveURL(/#one-regular-expression-reads-a-line~1\./)
  await other.reload()
  await expect(headingOf(other)).toHaveText(
    'One regular expression reads a line',
  )
  await other.keyboard.press('ArrowLeft')
  await expect(theirs.text).toHaveText('9 - 9')
})

test('a link that is not whole, or leads to what is no more, says so, and the page works', async ({
  page,
}) => {
  const program = new Program(page, NAME)
  const link = await linkOf(page, program)
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>('[data-key]')!
    card.dataset['key'] = 'runnable-program-0000000000-1'
  })
  const gone = await linkOf(page, program)
  const other = await elsewhere(page, link.slice(0, -4))
  for (const [broken, words] of [
    [link.slice(0, -4), 'is not whole'],
    [link.replace('~1.', '~7.'), 'another version'],
    [`${link.replace(/~.*/, '')}~1.%%%`, 'is not whole'],
    [gone, 'The chapter has changed'],
  ] as const) {
    await other.goto(broken)
    await expect(
      other.getByRole('alert').filter({ hasText: words }),
    ).toBeVisible()
    await expect(new Program(other, NAME).text).toHaveText('2 + 3')
  }
  const theirs = new Program(other, NAME)
  await theirs.run.click()
  await expect(theirs.group).toContainText('compiled in')
})

test('without a clipboard the link stands in the address', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.reload()
  const program = new Program(page, NAME)
  await program.write('4 * 4')
  await program.group.getByRole('button', { name: 'Copy link' }).click()
  await expect(program.group).toContainText('in the address bar')
  const other = await elsewhere(page, page.url())
  await expect(new Program(other, NAME).text).toHaveText('4 * 4')
})
