/**
 * Telling: a language model of the site's own tells in the page, offline but
 * for the site, and what it told is kept, shared and shown in other windows.
 */
import { readFileSync } from 'node:fs'
import { allTold, type Recorded } from '../src/site/told.ts'
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
const TITLE = 'A story to order'
const WEIGHTS = /storyteller[^/]*\.gguf$/
const HEAVY = /\.gguf$|wllama[^/]*\.wasm$/

/** A card that tells, as a reader finds it. */
class Teller {
  readonly group: Locator
  readonly prompt: Locator
  readonly tell: Locator
  readonly stop: Locator
  readonly story: Locator
  readonly seed: Locator
  readonly temperature: Locator
  readonly training: Locator
  readonly trouble: Locator

  constructor(page: Page, name = TITLE) {
    this.group = page.getByRole('group', { name, exact: true })
    this.prompt = this.group.getByRole('textbox', { name: 'Prompt' })
    this.tell = this.button('Tell')
    this.stop = this.button('Stop')
    this.story = this.group.getByRole('log', { name: 'Story' })
    this.seed = this.group.getByRole('spinbutton', { name: 'Seed' })
    this.temperature = this.group.getByRole('slider', { name: 'Temperature' })
    this.training = this.group.getByRole('slider', { name: 'Training' })
    this.trouble = this.group.getByRole('alert')
  }

  button(name: string | RegExp): Locator {
    return this.group.getByRole('button', { name, exact: true })
  }

  /** Presses Tell, or what else tells, and gives all that stands in the log. */
  async toEnd(press = this.tell): Promise<string> {
    await press.click()
    await expect(this.stop).toBeVisible()
    await expect(this.tell).toBeVisible()
    await expect(this.group).toContainText(/\d tokens?, /)
    return (await this.story.textContent())!
  }
}

/** A story as a log has it, whose lines are elements. */
function asShown({ prompt, text }: Recorded): string {
  return `${prompt}${text}`.replaceAll('\n', '')
}

/** Notes what is heavy and asked for. */
function listen(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (HEAVY.test(request.url())) asked.push(request.url())
  })
  return asked
}

test('a story is there before anything runs, and is told again word for word', async ({
  page,
}) => {
  const asked = listen(page)
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  const baked = allTold().map(asShown)
  expect(baked).toContain(before)
  await expect(teller.group).toContainText('Made up by a small model')
  expect(asked).toEqual([])
  expect(await teller.toEnd()).toBe(before)
  await page.reload()
  expect(await teller.toEnd()).toBe(before)
})

test('Again tells the same words, Another those of the next seed', async ({
  page,
}) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = await teller.story.textContent()
  await teller.toEnd(teller.button('Again, with the same seed'))
  await expect(teller.group).toContainText('Word for word the same.')
  const another = teller.button('Another, with the next seed')
  expect(await teller.toEnd(another)).not.toBe(before)
  await expect(teller.seed).toHaveValue('4')
  await expect(teller.group).toContainText('seed 4 ·')
})

/** Of the chapter's stories one of each kind: by temperature, of another model, of a known order. */
test('stories of the chapter are recorded as the model tells them', async ({
  page,
}) => {
  test.slow()
  await open(page, STORY)
  for (const name of [
    'A hot one',
    'Early in the training',
    'Ask for what it never saw',
  ]) {
    await test.step(name, async () => {
      const teller = new Teller(page, name)
      const before = await teller.story.textContent()
      expect(await teller.toEnd()).toBe(before)
    })
  }
})

test('it is stopped while it loads and while it tells, and goes on', async ({
  page,
}) => {
  const letCome = await holdBack(page, WEIGHTS)
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  await teller.tell.click()
  await expect(teller.group.getByRole('progressbar')).toBeVisible()
  await teller.stop.click()
  await expect(teller.group).toContainText('Stopped.')
  await expect(teller.story).toHaveText(before)
  letCome()
  await teller.prompt.fill('words: Theo, Quill, blue hat, lake')
  await teller.tell.click()
  await expect(teller.story).toHaveText(/^words: Theo, Quill, blue hat, lake./)
  await teller.stop.click()
  await expect(teller.group).toContainText('Stopped.')
  const partly = (await teller.story.textContent())!
  const whole = await teller.toEnd(teller.button('Continue'))
  expect(whole.startsWith(partly)).toBe(true)
  expect(whole.length).toBeGreaterThan(partly.length)
})

test('ten are started and stopped at once, and the next one is told', async ({
  page,
}) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  // The island is there when it says so: presses before that are kept for it.
  await teller.button('Reset').click()
  await expect(teller.group).toContainText('All is as it was.')
  await teller.group.evaluate(async (element) => {
    const primary = element.querySelector<HTMLElement>('.primary')!
    for (let press = 0; press < 20; press++) {
      primary.click()
      await new Promise(requestAnimationFrame)
    }
  })
  await expect(teller.group).toContainText('Stopped.')
  expect(await teller.toEnd()).toBe(before)
})

test('any prompt is one: none, emoji, any script, marks of the model', async ({
  page,
}) => {
  await open(page, STORY)
  const teller = new Teller(page)
  for (const prompt of ['', '🎆🐾 ', 'Привет, 世界. مرحبا', '</s>"<b>&amp;']) {
    await test.step(prompt, async () => {
      await teller.prompt.fill(prompt)
      const told = await teller.toEnd()
      expect(told.startsWith(prompt)).toBe(true)
      expect(told.length).toBeGreaterThan(prompt.length)
    })
  }
})

test('a prompt that is too long is refused in words, and the next one is told', async ({
  page,
}) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  for (const [times, said] of [
    [300, /longer than the \d+ tokens/],
    [100_000, /has 1,500,000 characters, and 20,000 are the most/],
  ] as const) {
    await teller.prompt.fill('Wick the pup. '.repeat(times).padEnd(15 * times))
    await teller.tell.click()
    await expect(teller.trouble).toContainText(said)
    await expect(teller.story).toHaveText(before)
  }
  await teller.button(/reset/i).click()
  expect(await teller.toEnd()).toBe(before)
})

test('altered weights are refused, and with the right ones it tells', async ({
  page,
}) => {
  await page.route(WEIGHTS, async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    body[body.length - 1]! ^= 1
    await route.fulfill({ response, body })
  })
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  await teller.tell.click()
  await expect(teller.trouble).toContainText(/altered|damaged|not the file/i)
  await expect(teller.story).toHaveText(before)
  await page.unroute(WEIGHTS)
  const again = teller.trouble.getByRole('button', { name: 'Try again' })
  expect(await teller.toEnd(again)).toBe(before)
})

test('a file that is no model is refused, and one that is tells', async ({
  page,
}) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  await teller.group.hover()
  const file = teller.group.getByLabel('Use your own model (GGUF)')
  await file.setInputFiles({
    name: 'notes.gguf',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('Dear diary, no model.'),
  })
  await expect(teller.group).toContainText('The file stays on your machine.')
  await teller.tell.click()
  await expect(teller.trouble).toContainText(/notes\.gguf.*GGUF/)
  await expect(teller.story).toHaveText(before)
  await file.setInputFiles(
    'src/storyteller/weights/storyteller-early.q8_0.gguf',
  )
  await teller.toEnd()
  await expect(teller.group).toContainText('· storyteller-early.q8_0.gguf')
  await teller.button('Back to the storyteller').click()
  expect(await teller.toEnd()).toBe(before)
})

test('a model of the reader’s own is dropped onto the card', async ({
  page,
}) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  await teller.button('Who is in the team?').click()
  await expect(teller.prompt).toHaveValue(/^the team: /)
  const weights = readFileSync(
    'src/storyteller/weights/storyteller-early.q8_0.gguf',
    'base64',
  )
  const dropped = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], 'mine.gguf'))
    return transfer
  }, weights)
  await teller.group.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(teller.group).toContainText('The file stays on your machine.')
  expect(await teller.toEnd()).not.toBe(before)
  await expect(teller.group).toContainText('· mine.gguf')
})

test('a tab that is hidden meanwhile tells on', async ({ page, context }) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  const other = await context.newPage()
  await teller.tell.dispatchEvent('click')
  await other.bringToFront()
  await expect(teller.stop).toBeVisible()
  await expect(teller.tell).toBeVisible()
  await page.bringToFront()
  await expect(teller.story).toHaveText(before)
  await other.close()
})

test('what was told is kept, and Reset takes it back', async ({ page }) => {
  await open(page, STORY)
  const teller = new Teller(page)
  const before = (await teller.story.textContent())!
  await teller.prompt.fill('words: Theo, Quill, blue hat, lake')
  await teller.temperature.fill('1.2')
  const told = await teller.toEnd()
  await page.reload()
  const asked = listen(page)
  await expect(teller.prompt).toHaveValue('words: Theo, Quill, blue hat, lake')
  await expect(teller.temperature).toHaveValue('1.2')
  await expect(teller.story).toHaveText(told)
  await teller.button('Reset').click()
  await expect(teller.story).toHaveText(before)
  await teller.button('Undo reset').click()
  await expect(teller.story).toHaveText(told)
  expect(asked).toEqual([])
})

test('a link brings the story, and tells the same one when asked', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, STORY)
  const teller = new Teller(page)
  await teller.prompt.fill('words: Pebble, Wick, otter, green flag, lake')
  await teller.seed.fill('11')
  const told = await teller.toEnd()
  await teller.button('Copy link').click()
  await expect(teller.group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  const asked = listen(other)
  await other.goto(link)
  const theirs = new Teller(other)
  await expect(theirs.story).toHaveText(told)
  await expect(theirs.group).toContainText('This came with the link.')
  await expect(theirs.seed).toHaveValue('11')
  expect(asked).toEqual([])
  expect(await theirs.toEnd()).toBe(told)
  await elsewhere.close()
})

test('a slide tells, and another window has the words without a model', async ({
  page,
  context,
}) => {
  await present(page, `${STORY}?present#how-long-it-was-at-school`)
  const follower = await context.newPage()
  const asked = listen(follower)
  await present(follower, `${STORY}?present#how-long-it-was-at-school`)
  const [teller, followed] = [page, follower].map(
    (window) => new Teller(window, 'Early in the training'),
  )
  const before = (await teller!.story.textContent())!
  await page.keyboard.press('ArrowRight')
  await expect(teller!.group).toContainText(/\d tokens, /)
  await expect(teller!.training).toHaveValue('2')
  const told = (await teller!.story.textContent())!
  expect(told).not.toBe(before)
  await expect(followed!.story).toHaveText(told)
  await expect(followed!.training).toHaveValue('2')
  expect(asked).toEqual([])
  await page.keyboard.press('ArrowLeft')
  await expect(teller!.story).toHaveText(before)
  await expect(slideOf(page)).toBeVisible()
})

test('the focus in the prompt leaves the slide alone', async ({ page }) => {
  await present(page, `${STORY}?present#a-story-at-once`)
  const teller = new Teller(page)
  await teller.prompt.fill('')
  await teller.prompt.press('s')
  await page.keyboard.type('o f ')
  await expect(teller.prompt).toHaveValue('so f ')
  await expect(teller.group).toBeVisible()
})

test('ready prompts, copy, and a text file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, STORY)
  const teller = new Teller(page)
  await teller.button('Only a beginning').click()
  await expect(teller.prompt).toHaveValue('words: Theo,')
  await teller.toEnd()
  await expect(teller.story).toHaveText(/^words: Theo,/)
  await teller.button('Copy').click()
  await expect(teller.group).toContainText('Copied.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    teller.button('Save as a text file').click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toBe(copied)
  expect(copied).toMatch(/^words: Theo,/)
  expect(copied).toContain('Made up by a small model (seed 3')
})

test('sentences are announced when they are whole', async ({ page }) => {
  await open(page, STORY)
  const teller = new Teller(page)
  await teller.tell.click()
  await expect(teller.story).toHaveAttribute('aria-live', 'polite')
  await expect(teller.story.locator('[aria-hidden="true"]')).toHaveCount(1)
  await expect(teller.tell).toBeVisible()
  await expect(teller.story).toHaveAttribute('aria-live', 'off')
  await expect(teller.story.locator('[aria-hidden="true"]')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the story, its prompt and how it came about stand', async ({
    page,
  }) => {
    await page.goto(`.${STORY}`)
    const teller = new Teller(page)
    const baked = allTold().map(asShown)
    expect(baked).toContain(await teller.story.textContent())
    await expect(teller.group).toContainText('Made up by a small model')
    await expect(teller.group).toContainText('seed 3 · temperature 0.7')
    await expect(teller.tell).toBeHidden()
    await expect(teller.seed).toBeHidden()
  })
})
