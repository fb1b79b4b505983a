/** How the next token is chosen: by its odds, which sliders bend, one by one. */
import { allTold } from '../src/site/told.ts'
import {
  expect,
  holdBack,
  open,
  present,
  slideOf,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

const STORY = '/inference/a-bedtime-story-in-this-page/'
const WEIGHTS = /storyteller[^/]*\.gguf$/

/** Behind its last word nothing is likely but the end. */
function wholeStory(): string {
  const { prompt, text } = allTold().find(
    ({ isWhole, model, temperature }) =>
      isWhole && model === 'final' && temperature === 0.7,
  )!
  return prompt + text
}

/** A card with odds, as a reader finds it. */
class Next {
  readonly group: Locator
  readonly prompt: Locator
  readonly odds: Locator
  readonly taken: Locator
  readonly said: Locator
  readonly draw: Locator

  constructor(page: Page, name = 'What comes next') {
    this.group = page.getByRole('group', { name, exact: true })
    this.prompt = this.group.getByRole('textbox', { name: 'Prompt' })
    this.odds = this.group.getByRole('list', { name: 'What comes next' })
    this.taken = this.group.getByRole('list', { name: 'Taken so far' })
    this.said = this.group.getByRole('status').first()
    this.draw = this.button('Draw')
  }

  button(name: string): Locator {
    return this.group.getByRole('button', { name, exact: true })
  }

  slider(name: string): Locator {
    return this.group.getByRole('slider', { name, exact: true })
  }

  /** The buttons of the odds, best first. */
  get tokens(): Locator {
    return this.odds.getByRole('button')
  }

  /** The buttons of what was taken, the place for the next one at the end. */
  get places(): Locator {
    return this.taken.getByRole('button')
  }
}

test('ten have odds before a script, the others are summed up', async ({
  page,
}) => {
  await open(page, STORY)
  const next = new Next(page)
  await expect(next.tokens).toHaveCount(10)
  await expect(next.odds).toContainText('1,270 others')
  await expect(next.tokens.first()).toHaveAccessibleName(/, [> \d.]+ %$/)
})

test('sliders bend the odds at once, without the model', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, STORY)
  const next = new Next(page)
  const first = next.tokens.first()
  await next.slider('Temperature').fill('0')
  await expect(first).toHaveAccessibleName(/, 100 %$/)
  await next.slider('Temperature').fill('1')
  await next.slider('Top-k').fill('3')
  await expect(next.odds.getByText('top-k')).toHaveCount(7)
  await next.slider('Top-p').fill('0.05')
  await expect(first).toHaveAccessibleName(/, 100 %$/)
  await expect(next.odds.getByText('top-p')).toHaveCount(2)
  expect(asked.filter((url) => WEIGHTS.test(url))).toEqual([])
})

test('a token is taken, others follow, and another way is gone', async ({
  page,
}) => {
  await open(page, STORY)
  const next = new Next(page)
  const second = await next.tokens.nth(1).getAttribute('aria-label')
  await next.tokens.nth(1).click()
  await expect(next.said).toHaveText(second!)
  await expect(next.places).toHaveCount(2)
  await next.button('Ten more').click()
  await expect(next.places).toHaveCount(12)
  await next.places.nth(3).click()
  await expect(next.places.nth(3)).toHaveAttribute('aria-pressed', 'true')
  await expect(next.odds.getByRole('button', { pressed: true })).toHaveCount(1)
  await next.odds.getByRole('button', { pressed: false }).last().click()
  await expect(next.places).toHaveCount(5)
  await next.button('Back').click()
  await expect(next.places).toHaveCount(4)
})

test('pointing at a token shows what it was chosen among', async ({ page }) => {
  await open(page, STORY)
  const next = new Next(page)
  const before = await next.tokens.allTextContents()
  await next.tokens.first().click()
  await expect(next.places).toHaveCount(2)
  const after = await next.tokens.allTextContents()
  await next.places.first().hover()
  await expect(next.tokens).toHaveText(before)
  await next.prompt.hover()
  await expect(next.tokens).toHaveText(after)
})

test('the same seed draws the same, another one another', async ({ page }) => {
  await open(page, STORY)
  const next = new Next(page)
  await next.slider('Temperature').fill('2')
  const drawTen = async (seed: string) => {
    await next.group.getByRole('spinbutton', { name: 'Seed' }).fill(seed)
    await next.button('Ten more').click()
    await expect(next.places).toHaveCount(11)
    const told = await next.taken.textContent()
    for (let left = 10; left > 0; left--) await next.button('Back').click()
    await expect(next.places).toHaveCount(1)
    return told
  }
  const first = await drawTen('7')
  expect(await drawTen('8')).not.toBe(first)
  expect(await drawTen('7')).toBe(first)
})

test('another prompt has other odds, once they are asked for', async ({
  page,
}) => {
  await open(page, STORY)
  const next = new Next(page)
  await next.prompt.fill('The lantern')
  await expect(next.tokens).toHaveCount(0)
  await next.button('Show the odds').click()
  await expect(next.tokens).toHaveCount(10)
  const before = await next.tokens.allTextContents()
  // With the model there, they come while one types.
  await next.prompt.fill('\u{1f387} \u{fc}ber')
  await expect(next.tokens).not.toHaveText(before)
  await next.prompt.fill('')
  await expect(next.tokens).toHaveCount(10)
  await next.prompt.fill('a very long text '.repeat(500))
  await expect(next.group.getByRole('alert')).toContainText('Shorten it')
  await next.prompt.fill('Once')
  await expect(next.tokens).toHaveCount(10)
})

test('a way ends at sixty tokens, or where the story does', async ({
  page,
}) => {
  await open(page, STORY)
  const next = new Next(page)
  for (const places of [11, 21, 31, 41, 51, 61]) {
    await next.button('Ten more').click()
    await expect(next.places).toHaveCount(places)
  }
  await next.button('Ten more').click()
  await expect(next.said).toHaveText(/^A way has 60 tokens here/)
  await next.button('Back').click()
  await expect(next.places).toHaveCount(60)
  await expect(next.said).toBeEmpty()

  await next.prompt.fill(wholeStory())
  await next.button('Ten more').click()
  await expect(next.said).toHaveText(/^The story is over/)
})

test('the focus stays in the list while tokens are taken', async ({ page }) => {
  await open(page, STORY)
  const next = new Next(page)
  await next.tokens.first().focus()
  await page.keyboard.press('Enter')
  await expect(next.places).toHaveCount(2)
  await expect(next.tokens.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(next.places).toHaveCount(3)
})

test('loading tells how far it is, and can be stopped', async ({ page }) => {
  await open(page, STORY)
  const next = new Next(page)
  const release = await holdBack(page, WEIGHTS)
  await next.draw.click()
  await next.button('Stop').click()
  await expect(next.group).toContainText('Stopped.')
  await expect(next.places).toHaveCount(1)
  release()
  await next.draw.click()
  await expect(next.places).toHaveCount(2)
})

test.describe('weights that do not come', () => {
  test.use({ expected: /Failed to load resource/ })

  test('are said, and come on another try', async ({ page }) => {
    await open(page, STORY)
    const next = new Next(page)
    await page.route(WEIGHTS, (route) => route.fulfill({ status: 500 }))
    await next.draw.click()
    const trouble = next.group.getByRole('alert')
    await expect(trouble).toContainText('answered 500')
    await page.unroute(WEIGHTS)
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await expect(next.places).toHaveCount(2)
    await expect(trouble).toBeHidden()
  })

  test('altered ones are refused', async ({ page }) => {
    await open(page, STORY)
    const next = new Next(page)
    await page.route(WEIGHTS, async (route) => {
      const response = await route.fetch()
      const body = await response.body()
      body[body.length - 1]! ^= 1
      await route.fulfill({ response, body })
    })
    await next.draw.click()
    await expect(next.group.getByRole('alert')).toContainText('altered')
  })
})

test('a link brings the way, and loads no model', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, STORY)
  const next = new Next(page)
  await next.button('Ten more').click()
  await expect(next.places).toHaveCount(11)
  await next.places.nth(2).click()
  const way = await next.taken.textContent()
  const odds = await next.odds.textContent()
  await next.button('Copy link').click()
  await expect(next.group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.evaluate(() => localStorage.clear())
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('about:blank')
  await page.goto(link)
  await expect(next.taken).toHaveText(way!)
  await expect(next.odds).toHaveText(odds!)
  expect(asked.filter((url) => WEIGHTS.test(url))).toEqual([])
})

test('a key press bends the odds and draws, and goes back', async ({
  page,
}) => {
  await present(page, `${STORY}?present#how-the-next-one-is-chosen`)
  const next = new Next(page)
  await expect(slideOf(page)).toContainText('What comes next')
  await page.keyboard.press('ArrowRight')
  await expect(next.places).toHaveCount(2)
  await expect(next.slider('Temperature')).toHaveValue('1.6')
  await page.keyboard.press('ArrowLeft')
  await expect(next.places).toHaveCount(1)
  await expect(next.slider('Temperature')).toHaveValue('1')
})
