/** Presenting: the chapter as slides, where the reader is, and back. */
import {
  at,
  CHAPTERS,
  expect,
  headingOf,
  open,
  present,
  Program,
  slideOf,
  test,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!

/** The page, at a step in the middle of the chapter. */
function openStep(page: Page): Promise<void> {
  return open(page, `${CHAPTER}#take-the-module-with-you`)
}

test('P presents the step in view; arrows go on, Esc comes back there', async ({
  page,
}) => {
  await openStep(page)
  await page.keyboard.press('p')
  const heading = headingOf(page)
  await expect(heading).toHaveText('Take the module with you')
  await expect(heading).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(heading).toHaveText('Where one pattern is not enough')
  await expect(heading).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(heading).toHaveText('A function that nobody calls')
  await page.keyboard.press('Escape')
  await expect(slideOf(page)).toHaveCount(0)
  const step = page.getByRole('heading', { name: 'A function that nobody' })
  await expect(step).toBeInViewport()
  await expect(step).toBeFocused()
  await expect(page).toHaveURL(/\/#a-function-that-nobody-calls$/)
})

test('the step in view is presented, whatever the address says', async ({
  page,
}) => {
  await openStep(page)
  const step = page.getByRole('heading', { name: 'When 32 bits are full' })
  await step.evaluate((heading) => heading.scrollIntoView())
  await page.keyboard.press('p')
  await expect(headingOf(page)).toHaveText('When 32 bits are full')
})

test('the button presents, too; paragraphs are off the slide', async ({
  page,
}) => {
  await openStep(page)
  const said = page.getByText('What stands on the right is no demonstration')
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Present' }).click()
  await expect(
    slideOf(page).getByRole('group', { name: 'To take away' }),
  ).toBeVisible()
  await expect(said).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden()
})

test('keys go on and back, Home and End to the ends', async ({ page }) => {
  await present(page, `${CHAPTER}?present#take-the-module-with-you`)
  const heading = headingOf(page)
  for (const [key, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowDown', 'ArrowUp'],
    ['PageDown', 'PageUp'],
    [' ', 'Shift+ '],
  ] as const) {
    await page.keyboard.press(key)
    await expect(heading, key).toHaveText('Where one pattern is not enough')
    await page.keyboard.press(back)
    await expect(heading, back).toHaveText('Take the module with you')
  }
  await page.keyboard.press('Home')
  await expect(heading).toHaveText('One line, one function')
  await page.keyboard.press('End')
  await expect(heading).toHaveText('What you take along')
})

test('buttons go on, back, and to the page, where there are no keys', async ({
  page,
}) => {
  await openStep(page)
  await page.getByRole('button', { name: 'Present' }).click()
  const heading = headingOf(page)
  await page.getByRole('button', { name: 'Next slide' }).click()
  await expect(heading).toHaveText('Where one pattern is not enough')
  const previous = page.getByRole('button', { name: 'Previous slide' })
  await previous.click()
  await expect(heading).toHaveText('Take the module with you')
  await expect(previous).toBeFocused()
  await page.getByRole('button', { name: 'Back to the page' }).click()
  await expect(page.getByRole('button', { name: 'Present' })).toBeVisible()
  const step = page.getByRole('heading', { name: 'Take the module with you' })
  await expect(step).toBeInViewport()
  await expect(step).toBeFocused()
})

/** Runs in the page: what waits for a frame to be painted has had it. */
async function paintedTwice(): Promise<void> {
  for (let frame = 0; frame < 2; frame++)
    await new Promise(requestAnimationFrame)
}

test('a key and Esc right behind it leave the page as it was', async ({
  page,
}) => {
  await openStep(page)
  await page.keyboard.press('p')
  await expect(slideOf(page)).toBeVisible()
  await page.evaluate(() => {
    for (const key of ['ArrowRight', 'Escape']) {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true }),
      )
    }
  })
  await expect(slideOf(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/#where-one-pattern-is-not-enough$/)
  await page.evaluate(paintedTwice)
  await expect(page.locator('.slide[inert], .slide[role]')).toHaveCount(0)
  await expect(page).toHaveURL(/\/#where-one-pattern-is-not-enough$/)
})

test('a live region says which slide it is', async ({ page }) => {
  await openStep(page)
  await page.keyboard.press('p')
  const status = page
    .getByRole('navigation', { name: 'Slides' })
    .getByRole('status')
  await expect(status).toContainText(
    /Slide \d+ of \d+: Take the module with you$/,
  )
  await page.keyboard.press('ArrowRight')
  await expect(status).toContainText(/: Where one pattern is not enough$/)
})

test('islands stay alive; keys are the editor’s while it has the focus', async ({
  page,
}) => {
  await openStep(page)
  const program = new Program(page, 'To take away')
  await program.write('1 / 0')
  await program.run.click()
  await expect(program.output).toContainText('divide(1, 0) = Infinity')
  let loads = 0
  page.on('load', () => loads++)

  await page.getByRole('button', { name: 'Present' }).click()
  await expect(headingOf(page)).toBeFocused()
  await expect(program.output).toContainText('divide(1, 0) = Infinity')
  await program.text.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('f s p')
  await expect(program.text).toHaveText('f s p')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('6 / 4')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(program.output).toHaveText('divide(6, 4) = 1.5')
  await expect(headingOf(page)).toHaveText('Take the module with you')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect(program.group).toBeHidden()

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect(program.text).toHaveText('6 / 4')
  await expect(program.output).toHaveText('divide(6, 4) = 1.5')
  expect(loads).toBe(0)
})

test('only the shown slide is reached by keyboard', async ({ page }) => {
  await openStep(page)
  await page.keyboard.press('p')
  await expect(slideOf(page)).toBeVisible()
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement!.closest('[data-shown], .slide-controls') !==
          null,
    )
    expect(where).toBe(true)
  }
  const covered = await page
    .locator('.slide:not([data-shown])')
    .evaluateAll((slides) => slides.every((slide) => slide.matches('[inert]')))
  expect(covered).toBe(true)
})

test('slides obey the theme’s switch', async ({ page }) => {
  await openStep(page)
  const paper = (selector: string) =>
    page
      .locator(selector)
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Dark theme' }).click()
  const dark = await paper('body')
  await page.keyboard.press('p')
  expect(await paper('[data-shown]')).toBe(dark)
})

test('after the last slide comes the next chapter, and before the first the last', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?present#recap`)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/from-text-to-tokens\/\?present#opening$/)
  await expect(headingOf(page)).toHaveText('From text to tokens')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/one-line-one-function\/\?present#recap$/)
  await expect(headingOf(page)).toHaveText('What you take along')
})

test('the strip leads to the chapter of a stage, still presenting', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?present#dividing-by-zero`)
  await slideOf(page).getByRole('link', { name: 'tokens' }).click()
  await expect(page).toHaveURL(/from-text-to-tokens\/\?present#opening$/)
  await expect(headingOf(page)).toHaveText('From text to tokens')
})

test('a slide fits the window when that changes', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await open(page, `${CHAPTER}#a-function-that-nobody-calls`)
  await page.keyboard.press('p')
  const slide = slideOf(page)
  await expect(slide).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(slide.getByRole('group', { name: 'Before' })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 600 })
  await expect
    .poll(() =>
      slide.evaluate((element) => element.scrollHeight - element.clientHeight),
    )
    .toBe(0)
})

/**
 * Runs in the page: shows all slides at once.
 * @returns what of their code and of their text is smaller than people read
 */
function tooSmall(): string[] {
  for (const slide of document.querySelectorAll('.slide')) {
    slide.setAttribute('data-shown', '')
  }
  const texts = '.says :is(li, td, p), .recap li, .question-words, .answer span'
  return ['pre, code, samp, output', texts].flatMap((selector, kind) =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter(
        (element) => element.closest('.slide') && element.checkVisibility(),
      )
      .map(
        (element) =>
          [element, parseFloat(getComputedStyle(element).fontSize)] as const,
      )
      .filter(([, size]) => size < [13, 16][kind]!)
      .map(([element, size]) => `${size}: ${element.outerHTML.slice(0, 80)}`),
  )
}

for (const [name, width, height] of [
  ['a phone', 390, 844],
  ['a phone held sideways', 844, 390],
] as const) {
  test(`on ${name}, text stays large enough to read`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const chapter of [0, 2, 5, 8, 10, 13, 16]) {
      await present(page, `${CHAPTERS[chapter]}?present#opening`)
      expect(await page.evaluate(tooSmall)).toEqual([])
    }
    await present(page, `${CHAPTER}?present#take-the-module-with-you`)
    const card = await slideOf(page).getByRole('group').first().boundingBox()
    expect(card!.width).toBeGreaterThan(340)
  })
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 844, height: 390 } })

  test('a swipe goes on and back; one within a program does not', async ({
    page,
  }) => {
    await openStep(page)
    await page.getByRole('button', { name: 'Present' }).tap()
    const heading = headingOf(page)
    await expect(heading).toHaveText('Take the module with you')
    const touch = await page.context().newCDPSession(page)
    const swipe = async (from: number, to: number, y: number) => {
      for (const [type, points] of [
        ['touchStart', [{ x: from, y }]],
        ['touchMove', [{ x: (from + to) / 2, y: y + 2 }]],
        ['touchMove', [{ x: to, y: y + 4 }]],
        ['touchEnd', []],
      ] as const) {
        await touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: [...points],
        })
      }
    }
    await swipe(600, 200, 40)
    await expect(heading).toHaveText('Where one pattern is not enough')
    await swipe(200, 600, 40)
    await expect(heading).toHaveText('Take the module with you')
    const program = new Program(page, 'To take away')
    const box = await program.text.boundingBox()
    await swipe(box!.x + box!.width - 10, box!.x + 10, box!.y + 10)
    // A finger that hardly moves taps: here on the heading, which leads nowhere.
    const { x, y } = (await heading.boundingBox())!
    await swipe(x + 20, x + 10, y + 10)
    await expect(heading).toHaveText('Take the module with you')
    await page.getByRole('button', { name: 'Next slide' }).tap()
    await expect(heading).toHaveText('Where one pattern is not enough')
  })
})

test.describe('without the deck’s script', () => {
  test.use({ expected: /Failed to load resource/ })

  test('the page says so, and another press tries again', async ({ page }) => {
    await openStep(page)
    await page.route('**/deck-*.js', (route) => route.abort())
    await page.route('**/chunk-*.js', (route) => route.abort())
    const button = page.getByRole('button', { name: 'Present' })
    await button.click()
    const notice = page.getByRole('alert').filter({ hasText: 'The slides' })
    await expect(notice).toContainText('could not be loaded')
    await page.unrouteAll()
    await button.click()
    await expect(slideOf(page)).toBeVisible()
    await expect(notice).toHaveCount(0)
  })
})

test('an address that presents works from its first moment', async ({
  page,
}) => {
  await page.goto(at(`${CHAPTER}?present#dividing-by-zero`))
  await expect(headingOf(page)).toHaveText('Dividing by zero')
})
