/** Paths: a talk in so many minutes, out of chapters; and a talk's title slide. */
import {
  at,
  CHAPTERS,
  expect,
  headingOf,
  open,
  PATHS,
  present,
  Program,
  slideOf,
  test,
} from './fixtures.ts'

const TALK = '/compiling/'
const PATH = PATHS[0]!
const TITLE = 'A compiler in ten minutes'

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a path is read as one text, and each step leads to its chapter', async ({
      page,
    }) => {
      await page.goto(at(TALK))
      await page.getByRole('link', { name: `${TITLE}, to read` }).click()
      await expect(page).toHaveURL(new RegExp(`${PATH}$`))
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(TITLE)
      await expect(main).toContainText('Talk 1 · Compiling · 10 minutes')
      await expect(main.getByRole('heading', { level: 2 })).toHaveText([
        'The Mandelbrot set, pixel by pixel',
        'A program is one line',
        'Four things happen when you press Run',
        'One regular expression reads a line',
        'A handful of calls make a function',
        'A function that nobody calls',
        'The compiler takes you at your word',
        'Fifty ideas in two characters',
        'What you take along',
      ])
      await expect(new Program(page, 'The first program').output).toHaveText(
        'add(2, 3) = 5',
      )
      // What only the speaker is told.
      await expect(page.getByText('You skipped the grammar')).toBeHidden()
      const step = page.locator('#a-program-is-one-line')
      await step.getByRole('link', { name: 'One line, one function' }).click()
      await expect(page).toHaveURL(
        new RegExp(`${CHAPTERS[0]}#a-program-is-one-line$`),
      )
    })
  })
}

test('a talk’s page offers its paths, presented', async ({ page }) => {
  await open(page, TALK)
  await page.getByRole('link', { name: 'in 10 minutes' }).click()
  await expect(page).toHaveURL(new RegExp(`${PATH}\\?present#opening$`))
  await expect(headingOf(page)).toHaveText(TITLE)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('The Mandelbrot set, pixel by pixel')
})

test('nothing comes before a path, and nothing follows', async ({ page }) => {
  await present(page, `${PATH}?present#recap`)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Home')
  await expect(headingOf(page)).toHaveText(TITLE)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('End')
  await expect(headingOf(page)).toHaveText('What you take along')
  await expect(page).toHaveURL(new RegExp(`${PATH}\\?present#recap$`))
})

test('the strip of a step leads to the chapter of a stage', async ({
  page,
}) => {
  await present(page, `${PATH}?present#one-regular-expression-reads-a-line`)
  await slideOf(page).getByRole('link', { name: 'tokens' }).click()
  await expect(page).toHaveURL(new RegExp(`${CHAPTERS[1]}\\?present#opening$`))
  await expect(headingOf(page)).toHaveText('From text to tokens')
})

test('the presenter has the path’s minutes, and its note before the chapter’s', async ({
  page,
}) => {
  await present(
    page,
    `${CHAPTERS[5]}?presenter#the-mandelbrot-set-pixel-by-pixel`,
  )
  const planned = page.getByRole('status', { name: 'Planned' })
  await expect(planned).toContainText('1.5 min')
  await present(page, `${PATH}?presenter#the-mandelbrot-set-pixel-by-pixel`)
  await expect(planned).toContainText('1 min')
  const notes = page
    .getByRole('region', { name: 'Notes' })
    .getByRole('paragraph')
  await expect(notes.first()).toContainText('Press the next key at once')
  await expect(notes.nth(1)).toContainText('Take a point of the plane')
})

test('what was typed in the chapter is there in the path, and the other way round', async ({
  page,
}) => {
  const program = new Program(page, 'The first program')
  await open(page, CHAPTERS[0]!)
  await program.write('6 * 7')
  await program.run.click()
  await expect(program.output).toHaveText('multiply(6, 7) = 42')
  await present(page, `${PATH}?present#a-program-is-one-line`)
  await expect(program.text).toHaveText('6 * 7')
  await program.write('9 - 2')
  await program.run.click()
  await expect(program.output).toHaveText('subtract(9, 2) = 7')
  await open(page, CHAPTERS[0]!)
  await expect(program.text).toHaveText('9 - 2')
})

test('a talk’s page is its title slide; chapters follow, and Back returns to it', async ({
  page,
}) => {
  await open(page, TALK)
  await page.keyboard.press('p')
  const heading = headingOf(page)
  await expect(heading).toHaveText(
    'Compiling to and optimizing Wasm with Binaryen',
  )
  await expect(heading).toBeFocused()
  await expect(slideOf(page)).toContainText('Thomas Steiner')
  await expect(page.getByRole('heading', { name: 'Chapters' })).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`${CHAPTERS[0]}\\?present#opening$`))
  await expect(heading).toHaveText('One line, one function')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`${TALK}\\?present#opening$`))
  await expect(heading).toHaveText(
    'Compiling to and optimizing Wasm with Binaryen',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Chapters' })).toBeVisible()
})

test('after the last chapter of a talk comes the title slide of the next', async ({
  page,
}) => {
  await present(page, `${CHAPTERS[12]}?present#recap`)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('LLM inference with WebAssembly')
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('A bedtime story in this page')
})

test('the presenter’s window has the title slide, and its notes below', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 860 })
  await present(page, `${TALK}?presenter`)
  const slide = (await slideOf(page).boundingBox())!
  const notes = page.getByRole('region', { name: 'Notes' })
  await expect(notes).toContainText('A toy language')
  const { y } = (await notes.boundingBox())!
  expect(slide.y + slide.height).toBeLessThanOrEqual(y + 1)
})

for (const [width, height] of [
  [1920, 1080],
  [1280, 720],
  [1024, 768],
] as const) {
  test(`title slides show all they say at ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    for (const path of [TALK, '/inference/', '/observations/', ...PATHS]) {
      await present(page, `${path}?present`)
      const slide = slideOf(page)
      const overflow = await slide.evaluate(
        (element) => element.scrollHeight - element.clientHeight,
      )
      expect(overflow, path).toBeLessThanOrEqual(0)
      // The words end above the roofs of the picture.
      const last = (await slide.locator('.title-speaker').boundingBox())!
      expect(last.y + last.height, path).toBeLessThan(0.86 * height)
    }
  })
}
