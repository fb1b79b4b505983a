/** Finding one’s way on slides: all of them, any of them, and all keys. */
import {
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
const HERE = `${CHAPTER}?present#dividing-by-zero`

/** All slides, as they stand in the dialog. */
function overviewOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'All slides' })
  const buttons = dialog.getByRole('button', { name: /^Slide \d+: / })
  return { dialog, buttons, current: dialog.locator('[aria-current="true"]') }
}

function finderOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Go to a slide' })
  return {
    dialog,
    box: dialog.getByRole('combobox'),
    options: dialog.getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
    told: dialog.getByRole('status'),
  }
}

function keysOf(page: Page) {
  return page.getByRole('dialog', { name: 'Keys and tools' })
}

test.describe('all slides', () => {
  test('O shows them, arrows go along them, Enter goes there, R back', async ({
    page,
  }) => {
    await present(page, HERE)
    await page.keyboard.press('o')
    const { dialog, buttons, current } = overviewOf(page)
    await expect(current).toHaveAccessibleName(/^Slide \d+: Dividing by zero$/)
    await expect(current).toBeFocused()
    await expect(current).toBeInViewport()
    const count = await page.locator('.slide').count()
    await expect(buttons).toHaveCount(count)
    await expect(dialog.locator('[tabindex="0"]')).toHaveCount(1)

    await page.keyboard.press('Home')
    const first = buttons.first()
    await expect(first).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(buttons.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    const below = dialog.locator(':focus')
    const { x } = (await buttons.nth(1).boundingBox())!
    expect((await below.boundingBox())!.x).toBe(x)
    const name = await below.getAttribute('aria-label')
    expect(name).not.toBe(await buttons.nth(1).getAttribute('aria-label'))
    await page.keyboard.press('ArrowUp')
    await expect(buttons.nth(1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(buttons.last()).toBeFocused()
    await expect(buttons.last()).toBeInViewport()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(headingOf(page)).toHaveText('Where one pattern is not enough')
    await expect(headingOf(page)).toBeFocused()
    await page.keyboard.press('r')
    await expect(headingOf(page)).toHaveText('Dividing by zero')
    await page.keyboard.press('r')
    await expect(headingOf(page)).toHaveText('Where one pattern is not enough')
  })

  for (const [name, close] of [
    ['Esc', (page: Page) => page.keyboard.press('Escape')],
    ['O', (page: Page) => page.keyboard.press('o')],
    [
      'a press of Close',
      (page: Page) => page.getByRole('button', { name: 'Close' }).click(),
    ],
    ['the slide itself', (page: Page) => page.keyboard.press('Enter')],
  ] as const) {
    test(`${name} closes them, and all is as it was`, async ({ page }) => {
      await present(page, `${HERE}/1`)
      await expect(page.locator('[data-laid]')).toHaveCount(6)
      const before = await attributesOf(page)
      await page.keyboard.press('o')
      const { dialog, current } = overviewOf(page)
      await expect(current).toBeFocused()
      await expect(page.locator('[data-in-sight]').first()).toBeAttached()
      await close(page)
      await expect(dialog).toHaveCount(0)
      await expect(headingOf(page)).toBeFocused()
      await expect.poll(() => attributesOf(page)).toEqual(before)
      await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
      expect(await page.evaluate(() => scrollY)).toBe(0)
    })
  }

  test('are as they are: with what was typed and run, in their last state', async ({
    page,
  }) => {
    await present(page, HERE)
    const program = new Program(page, 'By zero')
    await program.write('6 / 4')
    await program.run.click()
    await expect(program.output).toHaveText('divide(6, 4) = 1.5')
    await page.keyboard.press('Home')
    await expect(headingOf(page)).toHaveText('One line, one function')
    await page.keyboard.press('o')
    const slide = page.locator('#dividing-by-zero .slide').first()
    const button = page.getByRole('button', { name: /: Dividing by zero$/ })
    await button.scrollIntoViewIfNeeded()
    await expect(program.output).toHaveText('divide(6, 4) = 1.5')
    await expect(program.output).toBeInViewport()
    // The small slide lies under its button.
    const small = (await slide.boundingBox())!
    const frame = (await button.boundingBox())!
    expect(Math.abs(small.x - frame.x)).toBeLessThan(1)
    expect(Math.abs(small.y - frame.y)).toBeLessThan(1)
    expect(Math.abs(small.width - frame.width)).toBeLessThan(1)
    expect(small.height / small.width).toBeCloseTo(720 / 1280, 2)
    const waits = page.locator('[data-in-sight] [data-waits]')
    await expect(waits.filter({ visible: true })).toHaveCount(0)
    // Nothing of a small slide takes a press.
    await button.click()
    await expect(headingOf(page)).toHaveText('Dividing by zero')
    await expect(program.text).toHaveText('6 / 4')
  })

  test('are for whoever looks at them: another window stays, and may move', async ({
    page,
    context,
  }) => {
    await present(page, HERE)
    const other = await context.newPage()
    await present(other, HERE)
    await page.keyboard.press('o')
    const { dialog, current, buttons } = overviewOf(page)
    await expect(current).toBeFocused()
    await page.keyboard.press('Home')
    await expect(buttons.first()).toBeFocused()
    await expect(overviewOf(other).dialog).toHaveCount(0)
    await other.keyboard.press('End')
    await expect(current).toHaveAccessibleName(/: What you take along$/)
    await expect(buttons.first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(headingOf(page)).toHaveText('A program is one line')
    await expect(headingOf(other)).toHaveText('A program is one line')
    await expect(dialog).toHaveCount(0)
  })

  test('in the presenter’s window, too', async ({ page }) => {
    await present(page, HERE.replace('?present', '?presenter'))
    await page.keyboard.press('o')
    const { buttons, current } = overviewOf(page)
    await expect(current).toBeFocused()
    await expect(page.getByRole('region', { name: 'Notes' })).toBeHidden()
    const small = page.locator('#dividing-by-zero .slide').first()
    const { x, width } = (await small.boundingBox())!
    const frame = (await current.boundingBox())!
    expect(Math.abs(x - frame.x) + Math.abs(width - frame.width)).toBeLessThan(
      1,
    )
    await buttons.first().click()
    await expect(headingOf(page)).toHaveText('One line, one function')
    await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible()
  })

  test('lead to other chapters, still presenting', async ({ page }) => {
    await present(page, HERE)
    await page.keyboard.press('o')
    const chapters = overviewOf(page).dialog.getByRole('navigation', {
      name: 'Chapters',
    })
    await expect(chapters.locator('[aria-current]')).toHaveText(
      'One line, one function',
    )
    await chapters.getByRole('link', { name: 'Types', exact: true }).click()
    await expect(page).toHaveURL(/types\/\?present#opening$/)
    await expect(headingOf(page)).toHaveText('Types')
  })

  test('close when the history leads off the slides', async ({ page }) => {
    await open(page, CHAPTER)
    await page.keyboard.press('p')
    await expect(slideOf(page)).toBeVisible()
    await expect(page).toHaveURL(/\?present/)
    await page.keyboard.press('o')
    const { dialog } = overviewOf(page)
    await expect(dialog).toBeVisible()
    await page.goBack()
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('html')).toHaveAttribute('class', '')
    await expect(page.locator('[data-in-sight], [data-waits]')).toHaveCount(0)
  })

  test('of four hundred, those in view are laid out', async ({ page }) => {
    await open(page, CHAPTER)
    await page.evaluate(addSlides, 400)
    await page.keyboard.press('p')
    await expect(slideOf(page)).toBeVisible()
    await page.keyboard.press('o')
    const { buttons, current } = overviewOf(page)
    await expect(current).toBeFocused()
    const all = await buttons.count()
    expect(all).toBeGreaterThan(400)
    await expect.poll(() => page.evaluate(laidOut)).toMatchObject({ lacks: 0 })
    expect((await page.evaluate(laidOut)).count).toBeLessThan(40)
    await page.keyboard.press('End')
    await expect(buttons.last()).toBeInViewport()
    await expect.poll(() => page.evaluate(laidOut)).toMatchObject({ lacks: 0 })
    await expect
      .poll(async () => (await page.evaluate(laidOut)).count)
      .toBeLessThan(40)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(headingOf(page)).toHaveText(/^Made up /)
  })
})

test.describe('go to', () => {
  test.beforeEach(async ({ page }) => {
    await present(page, HERE)
    await page.keyboard.press('g')
    await expect(finderOf(page).box).toBeFocused()
  })

  test('shows all titles; a number goes to that slide, and R comes back', async ({
    page,
  }) => {
    const { dialog, box, options, chosen, told } = finderOf(page)
    await expect(told).toHaveText(/^\d+ slides, 12 chapters$/)
    await expect(options.first()).toHaveText('1One line, one function')
    await expect(chosen).toHaveText('1One line, one function')
    await expect(dialog).toContainText('R comes back here')
    await page.keyboard.type('2')
    await expect(chosen).toHaveText('2A program is one line')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(headingOf(page)).toHaveText('A program is one line')
    await page.keyboard.press('r')
    await expect(headingOf(page)).toHaveText('Dividing by zero')
    await page.keyboard.press('g')
    await expect(box).toHaveValue('')
    await page.keyboard.type('7777')
    await expect(told).toHaveText(/^This chapter has \d+ slides\.$/)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
  })

  test('finds words of titles and of the text; arrows choose', async ({
    page,
  }) => {
    const { box, options, chosen, told } = finderOf(page)
    await page.keyboard.type('BÍTS 32')
    await expect(told).toHaveText(/^\d+ slides?$/)
    await expect(chosen).toContainText('When 32 bits are full')
    const id = (await chosen.getAttribute('id'))!
    await expect(box).toHaveAttribute('aria-activedescendant', id)
    await box.fill('pattern')
    await expect(chosen).toContainText('Where one pattern is not enough')
    // A word that stands on the slide, and in no title.
    await box.fill('floating')
    await expect(options.first()).toContainText('Four operators')
    await box.fill('a')
    await page.keyboard.press('ArrowDown')
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
    await expect(chosen).toHaveCount(1)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(options.last()).toHaveAttribute('aria-selected', 'true')
    await expect(options.last()).toBeInViewport()
    await box.fill('xyzzy')
    await expect(told).toHaveText('Nothing here has all of these words.')
    await expect(options).toHaveCount(0)
    await box.fill('')
    await page.keyboard.press('Escape')
    await expect(headingOf(page)).toBeFocused()
    await expect(headingOf(page)).toHaveText('Dividing by zero')
  })

  test('a press goes to a slide, and to a chapter', async ({ page }) => {
    const { box, options } = finderOf(page)
    await options.filter({ hasText: 'A function that nobody' }).first().click()
    await expect(headingOf(page)).toHaveText('A function that nobody calls')
    await page.keyboard.press('g')
    await box.fill('merge friends')
    await options.filter({ hasText: 'Chapter' }).click()
    await expect(page).toHaveURL(/wasm-merge-and-friends\/\?present#opening$/)
    await expect(slideOf(page)).toBeVisible()
  })

  test('a press beside it closes it', async ({ page }) => {
    await page.mouse.click(20, 20)
    await expect(finderOf(page).dialog).toHaveCount(0)
    await expect(headingOf(page)).toHaveText('Dividing by zero')
  })
})

test('? lists all keys; each row does what it says', async ({ page }) => {
  await present(page, HERE)
  await page.keyboard.press('?')
  const dialog = keysOf(page)
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  for (const words of ['Ctrl', 'Tab', 'Present, and back', 'Clickers']) {
    await expect(dialog).toContainText(words)
  }
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('?')
  await expect(dialog).toHaveCount(0)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  for (const [row, heading] of [
    [/^The last slide/, 'What you take along'],
    [/^Back to where you were/, 'Dividing by zero'],
    [/^The first slide/, 'One line, one function'],
  ] as const) {
    await page.getByRole('button', { name: 'Keys and tools' }).click()
    await dialog.getByRole('button', { name: row }).click()
    await expect(dialog).toHaveCount(0)
    await expect(headingOf(page)).toHaveText(heading)
  }
  await page.keyboard.press('?')
  await dialog.getByRole('button', { name: /^All slides/ }).click()
  await expect(overviewOf(page).current).toBeFocused()
  await page.keyboard.press('g')
  await expect(finderOf(page).box).toBeFocused()
})

test('a line says how many presses are done', async ({ page }) => {
  await present(page, `${CHAPTER}?present`)
  const line = page.locator('.slide-progress')
  const share = async () => {
    const box = await line.boundingBox()
    return Math.round((box?.width ?? 0) / 12.8)
  }
  await expect.poll(share).toBe(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(share).toBeGreaterThan(1)
  const one = await share()
  await page.keyboard.press('ArrowRight')
  await expect.poll(share).toBeGreaterThan(one)
  await page.keyboard.press('End')
  await expect.poll(share).toBe(100)
  await page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
})

test('buttons and arrow are gone while the mouse lies still', async ({
  page,
}) => {
  await present(page, HERE)
  const controls = page.getByRole('navigation', { name: 'Slides' })
  const cursor = () =>
    headingOf(page).evaluate((heading) => getComputedStyle(heading).cursor)
  await page.mouse.move(200, 200)
  await expect(controls).toHaveCSS('opacity', '0')
  expect(await cursor()).toBe('none')
  await page.mouse.move(210, 210)
  await expect(controls).toHaveCSS('opacity', '1')
  expect(await cursor()).not.toBe('none')
  await expect(controls).toHaveCSS('opacity', '0')
  // Who goes there by keyboard sees where they are.
  const last = controls.getByRole('button').last()
  await last.focus()
  await expect(controls).toHaveCSS('opacity', '1')
  await page.keyboard.press('Shift+Tab')
  await expect(controls).toHaveCSS('opacity', '1')
})

test('a notch of the wheel is one press, and scrolls what scrolls', async ({
  page,
}) => {
  await present(page, HERE)
  await page.mouse.move(640, 40)
  await page.mouse.wheel(0, 120)
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
  await page.mouse.wheel(0, -120)
  await expect(page).toHaveURL(/#dividing-by-zero$/)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  // Over what scrolls, no press is made.
  const program = new Program(page, 'By zero')
  await program.text.evaluate((text) => {
    text.style.setProperty('max-height', '1em')
    text.style.setProperty('overflow', 'auto')
    text.style.setProperty('padding-block-end', '5em')
  })
  await program.text.hover()
  await page.mouse.wheel(0, 120)
  await expect.poll(() => program.text.evaluate((t) => t.scrollTop)).not.toBe(0)
  await expect(page).toHaveURL(/#dividing-by-zero$/)
})

test('clickers go on and back, and their button for starting loses nothing', async ({
  page,
}) => {
  await present(page, HERE)
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/\/1$/)
  await page.keyboard.press('PageUp')
  await expect(page).toHaveURL(/#dividing-by-zero$/)
  const isTaken = (key: string, more = {}) =>
    page.evaluate(
      ([name, init]) =>
        !document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: name,
            bubbles: true,
            cancelable: true,
            ...init,
          }),
        ),
      [key, more] as const,
    )
  expect(await isTaken('F5')).toBe(true)
  expect(await isTaken('F5', { shiftKey: true })).toBe(true)
  expect(await isTaken('F5', { ctrlKey: true })).toBe(false)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  // With Tab and Enter alone: along links and buttons, and what they do.
  const next = page.getByRole('button', { name: 'Next slide' })
  await page.getByRole('button', { name: 'Previous slide' }).focus()
  await page.keyboard.press('Tab')
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/1$/)
  await expect(next).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(slideOf(page)).toHaveCount(0)
  expect(await isTaken('F5')).toBe(false)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('all slides, go to and keys are a tap away', async ({ page }) => {
    await present(page, HERE)
    await page.getByRole('button', { name: 'All slides' }).tap()
    const { dialog, buttons, current } = overviewOf(page)
    const name = (await current.getAttribute('aria-label'))!
    await current.evaluate(swipe)
    await page.evaluate(paintedTwice)
    await expect(current).toHaveAccessibleName(name)
    await buttons.filter({ hasText: 'A program is one line' }).tap()
    await expect(dialog).toHaveCount(0)
    await expect(headingOf(page)).toHaveText('A program is one line')
    await page.getByRole('button', { name: 'Keys and tools' }).tap()
    await keysOf(page)
      .getByRole('button', { name: /^Go to a slide/ })
      .tap()
    const { box, options } = finderOf(page)
    await box.fill('function nobody')
    await options.first().tap()
    await expect(headingOf(page)).toHaveText('A function that nobody calls')
    await headingOf(page).evaluate(swipe)
    await expect(page).toHaveURL(/nobody-calls\/1$/)
  })
})

/** Runs in the page: what waits for a frame to be painted has had it. */
async function paintedTwice(): Promise<void> {
  for (let frame = 0; frame < 2; frame++)
    await new Promise(requestAnimationFrame)
}

/** What slides and the page carry while slides are shown. */
function attributesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, main, article, .slide')].map(
      (element) =>
        [...element.attributes]
          .map(({ name, value }) => `${name}=${value}`)
          .map((text) => text.replace(' still', ''))
          // What a slide was fitted to holds for as long as the window is so.
          .filter(
            (text) => element.matches('[data-shown]') || !/--fit/.test(text),
          )
          .sort()
          .join(' '),
    ),
  )
}

/** Runs in the page: plain slides before the last. */
function addSlides(count: number): void {
  const recap = document.querySelector('#recap')!
  for (let number = 1; number <= count; number++) {
    const slide = recap.cloneNode(true) as HTMLElement
    slide.id = `made-up-${number}`
    slide.querySelector('h2')!.textContent = `Made up ${number}`
    recap.before(slide)
  }
}

/** Runs in the page: how many slides are laid out, and which in view are not. */
function laidOut(): { count: number; lacks: number } {
  const slides = [...document.querySelectorAll('.slide')].map((slide) => {
    const { top, bottom } = slide.getBoundingClientRect()
    return {
      isLaidOut: slide.querySelector('h1, h2')!.checkVisibility(),
      isInView: bottom > 0 && top < innerHeight,
    }
  })
  return {
    count: slides.filter(({ isLaidOut }) => isLaidOut).length,
    lacks: slides.filter((one) => one.isInView && !one.isLaidOut).length,
  }
}

/** Runs in the page: a finger goes to the left over an element. */
function swipe(element: Element): void {
  for (const [name, clientX] of [
    ['touchstart', 300],
    ['touchend', 100],
  ] as const) {
    const touch = new Touch({ identifier: 1, target: element, clientX })
    const touches = name === 'touchstart' ? [touch] : []
    element.dispatchEvent(
      new TouchEvent(name, { bubbles: true, touches, changedTouches: [touch] }),
    )
  }
}
