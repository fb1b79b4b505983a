/** Driving: key presses that show parts of a slide or do something to an island. */
import {
  CHAPTERS,
  expect,
  headingOf,
  open,
  present,
  Program,
  slideOf,
  test,
} from './fixtures.ts'

const [ONE, TWO, , FOUR] = CHAPTERS as [string, string, string, string]

test('a list builds item by item, and nothing moves', async ({ page }) => {
  await present(page, `${ONE}?present#four-things-happen-when-you-press-run`)
  const items = slideOf(page).locator('.says li')
  const places = () =>
    items.evaluateAll((all) =>
      all.map((item) => item.getBoundingClientRect().top),
    )
  const before = await places()
  for (let count = 0; count <= 4; count++) {
    await expect(items.filter({ visible: true })).toHaveCount(count)
    await page.keyboard.press('ArrowRight')
  }
  await expect(
    slideOf(page).getByRole('group', { name: 'The same line, lid open' }),
  ).toBeVisible()
  await expect(headingOf(page)).toHaveText(
    'Four things happen when you press Run',
  )
  await page.keyboard.press('ArrowLeft')
  await expect(items.filter({ visible: true })).toHaveCount(4)
  expect(await places()).toEqual(before)
})

test('what stands behind a pause waits for a key press', async ({ page }) => {
  await present(page, `${ONE}?present#one-regular-expression-reads-a-line`)
  const program = new Program(page, 'Spaces and signs')
  await expect(slideOf(page).getByRole('figure')).toBeVisible()
  await expect(program.group).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(program.group).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(program.group).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(program.group).toBeVisible()
})

test('a quotation goes through its lines', async ({ page }) => {
  await present(page, `${TWO}?present#one-loop-reads-it-all`)
  const marked = slideOf(page).locator('.marked')
  await expect(marked).toHaveText(['this.#skip()'])
  await page.keyboard.press('ArrowRight')
  await expect(marked).toHaveText(['const kind = this.#token()'])
  await page.keyboard.press('ArrowRight')
  await expect(marked).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(marked).toHaveText(['const kind = this.#token()'])
  await page.keyboard.press('Escape')
  const step = page.locator('#one-loop-reads-it-all')
  await expect(step.locator('.marked')).toHaveCount(2)
})

test('a quotation takes the place of the one above', async ({ page }) => {
  await present(page, `${TWO}?present#a-token-is-a-kind-and-a-place`)
  const first = slideOf(page).getByText('export interface Token')
  const next = slideOf(page).getByText('export type TokenKind')
  await expect(first).toBeVisible()
  await expect(next).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(next).toBeVisible()
  await expect(first).toBeHidden()
  await page.keyboard.press('ArrowLeft')
  await expect(first).toBeVisible()
  await expect(next).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByText('export interface Token')).toBeVisible()
  await expect(page.getByText('export type TokenKind')).toBeVisible()
})

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`a step asks for a View Transition, motion: ${reducedMotion}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await present(page, `${TWO}?present#the-longest-operator-wins`)
    await page.evaluate(() => {
      const start = document.startViewTransition.bind(document)
      document.startViewTransition = (update) => {
        document.documentElement.dataset['moved'] = ''
        return start(update)
      }
    })
    await page.keyboard.press('ArrowRight')
    await expect(
      slideOf(page).getByRole('group', { name: 'Five signs in a row' }),
    ).toBeVisible()
    await expect(page.locator('html[data-moved]')).toHaveCount(
      reducedMotion === 'reduce' ? 0 : 1,
    )
  })
}

test('a key press changes a program and runs it; Back undoes both', async ({
  page,
}) => {
  await present(page, `${ONE}?present#a-program-is-one-line`)
  const program = new Program(page, 'The first program')
  await page.keyboard.press('ArrowRight')
  await expect(program.text).toHaveText('41 + 16')
  await expect(program.output).toHaveText('add(41, 16) = 57')
  await page.keyboard.press('ArrowLeft')
  await expect(program.text).toHaveText('2 + 3')
  await expect(program.output).toHaveText('add(2, 3) = 5')
  await expect(program.group).not.toHaveAttribute('data-stale')
})

test('Back brings what somebody typed before the press', async ({ page }) => {
  await present(page, `${ONE}?present#a-program-is-one-line`)
  const program = new Program(page, 'The first program')
  await program.write('5 * 5')
  await program.run.click()
  await expect(program.output).toHaveText('multiply(5, 5) = 25')
  await page.keyboard.press('ArrowRight')
  await expect(program.output).toHaveText('add(41, 16) = 57')
  await page.reload()
  await expect(program.text).toHaveText('41 + 16')
  await page.keyboard.press('ArrowLeft')
  await expect(program.text).toHaveText('5 * 5')
  await expect(program.output).toHaveText('multiply(5, 5) = 25')
})

test('a press that is taken back at once leaves nothing behind', async ({
  page,
}) => {
  await present(page, `${ONE}?present#a-program-is-one-line`)
  const program = new Program(page, 'The first program')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(program.run).toBeVisible()
  await expect(program.text).toHaveText('2 + 3')
  await program.run.click()
  await expect(program.output).toHaveText('add(2, 3) = 5')
  await expect(program.group).toContainText('compiled in')
})

test('a press reveals what was asked, and Back covers it', async ({ page }) => {
  await present(page, `${ONE}?present#dividing-by-zero`)
  const program = new Program(page, 'By zero')
  await expect(program.output).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(program.output).toContainText('divide(0, 0) = NaN')
  await expect(program.group).toContainText('No number is the answer')
  await page.keyboard.press('ArrowLeft')
  await expect(program.output).toBeHidden()
  await expect(program.group.getByText('No number is the')).toBeHidden()
})

test('address, reload and the browser’s Back land where one was', async ({
  page,
}) => {
  await present(page, `${ONE}?present#four-things-happen-when-you-press-run/2`)
  const items = slideOf(page).locator('.says li').filter({ visible: true })
  await expect(items).toHaveCount(2)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#four-things-happen-when-you-press-run\/3$/)
  await page.reload()
  await expect(items).toHaveCount(3)
  await page.keyboard.press('ArrowRight')
  await expect(items).toHaveCount(4)
  await expect(page).toHaveURL(/\/4$/)
  await page.goBack()
  await expect(items).toHaveCount(3)
  await page.goBack()
  await expect(items).toHaveCount(2)
  await page.goForward()
  await expect(items).toHaveCount(3)
})

test('the browser’s Back leads off the slides to the page', async ({
  page,
}) => {
  await open(page, `${ONE}#dividing-by-zero`)
  await page.keyboard.press('p')
  await expect(slideOf(page)).toBeVisible()
  await expect(page).toHaveURL(/\?present#dividing-by-zero$/)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#dividing-by-zero\/1$/)
  await page.goBack()
  await page.goBack()
  await expect(slideOf(page)).toHaveCount(0)
  await page.goForward()
  await expect(headingOf(page)).toHaveText('Dividing by zero')
})

test('a bare address that presents goes on where this device was', async ({
  page,
}) => {
  await present(page, `${TWO}?present#numbers-come-in-many-shapes`)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#numbers-come-in-many-shapes\/1$/)
  await page.goto('about:blank')
  await present(page, `${TWO}?present`)
  await expect(page).toHaveURL(/#numbers-come-in-many-shapes\/1$/)
  await expect(headingOf(page)).toHaveText('Numbers come in many shapes')
  await expect(
    slideOf(page).getByRole('group', { name: 'Shapes of numbers' }),
  ).toBeVisible()
})

test('the next chapter starts with its first slide, wherever one was in it', async ({
  page,
}) => {
  await present(page, `${TWO}?present#numbers-come-in-many-shapes`)
  await present(page, `${ONE}?present#recap`)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/from-text-to-tokens\/\?present#opening$/)
  await expect(headingOf(page)).toHaveText('From text to tokens')
})

test('an address behind a press sets what it set, and runs nothing', async ({
  page,
}) => {
  await present(page, `${ONE}?present#a-program-is-one-line/1`)
  const program = new Program(page, 'The first program')
  await expect(program.text).toHaveText('41 + 16')
  await expect(program.group).toHaveAttribute('data-stale')
  await expect(program.output).toHaveText('add(2, 3) = 5')
})

test('odd addresses lead to the first slide, or to what there is', async ({
  page,
}) => {
  await present(page, `${ONE}?present#nowhere/7`)
  await expect(headingOf(page)).toHaveText('One line, one function')
  await page.goto('about:blank')
  await present(page, `${ONE}?present#recap/99`)
  await expect(page).toHaveURL(/#recap$/)
  await page.goto('about:blank')
  await present(page, `${ONE}?present#%E0%A4%A`)
  await expect(headingOf(page)).toHaveText('One line, one function')
})

test('a listing turns into its next version, word by word, and back', async ({
  page,
}) => {
  await present(page, `${FOUR}?present#from-the-leaves-up/1`)
  const listing = (file: string) =>
    slideOf(page)
      .getByRole('figure')
      .filter({ hasText: file })
      .locator('.listing')
  /** Presses a key, and looks before anybody else can. */
  const press = (key: string) =>
    page.evaluate((pressed) => {
      const event = new KeyboardEvent('keydown', {
        key: pressed,
        bubbles: true,
      })
      document.body.dispatchEvent(event)
      const words = [...document.querySelectorAll<HTMLElement>('.morph span')]
      return words.map((word) => {
        const [animation] = word.getAnimations()
        const [from] = (animation!.effect as KeyframeEffect).getKeyframes()
        return `${word.textContent} ${from!['opacity'] ?? 'moves'}`
      })
    }, key)
  // The part that moves words comes while the slide is shown.
  const forth = async () => {
    const moved = await press('ArrowRight')
    if (moved.length === 0) await press('ArrowLeft')
    return moved
  }
  await expect
    .poll(forth)
    .toEqual(
      expect.arrayContaining([
        'kind moves',
        'left moves',
        'Operator 1',
        'TypedOperator 0',
      ]),
    )
  await expect(page.locator('.morph')).toHaveCount(0)
  await expect(listing('typed.ts')).toBeVisible()
  await expect(listing('tree.ts')).toBeHidden()
  await expect(listing('typed.ts')).not.toHaveClass(/morphing/)
  const back = await press('ArrowLeft')
  expect(back).toEqual(
    expect.arrayContaining(['kind moves', 'Operator 0', 'TypedOperator 1']),
  )
  await expect(listing('tree.ts')).toBeVisible()

  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await press('ArrowRight')).toEqual([])
  await expect(listing('typed.ts')).toBeVisible()
  // Words on their way do not follow to the next slide.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await press('ArrowLeft')).not.toEqual([])
  expect(await press('ArrowLeft')).toEqual([])
})
