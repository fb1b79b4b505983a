/**
 * Calling the roll: a model is asked who is in a team, its answers are judged and
 * counted in the page, and whoever follows sees them without a model.
 */
import {
  expect,
  lendCard,
  open,
  playWebllm,
  present,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { keep, WHOLE } from './stored-models.ts'

const CHAPTER = '/inference/a-member-that-never-existed/'
const ONE = 'Who is in the team?'
const TEAM = 'Wick, Nutmeg, Fennel, Juniper, Puddle, Quill'
const HEAVY = /\.gguf$|wllama[^/]*\.wasm$|webllm\.worker/

class Roll {
  readonly group: Locator
  readonly ask: Locator
  readonly stop: Locator
  readonly prompt: Locator
  readonly answer: Locator
  readonly which: Locator
  readonly seed: Locator
  readonly model: Locator
  readonly runs: Locator

  constructor(page: Page, name = ONE) {
    this.group = page.getByRole('group', { name, exact: true })
    this.ask = this.group.getByRole('button', { name: 'Ask', exact: true })
    this.stop = this.group.getByRole('button', { name: 'Stop', exact: true })
    this.prompt = this.group.getByRole('textbox', { name: 'Prompt' })
    this.answer = this.group.getByRole('status', { name: 'Answer' })
    this.which = this.group.getByRole('slider', { name: 'Answer' })
    this.seed = this.group.getByRole('spinbutton', { name: 'First seed' })
    this.model = this.group.getByRole('combobox', { name: 'Model' })
    this.runs = this.group
      .getByRole('list', { name: 'Counted' })
      .locator('.roll-run')
  }

  button(name: string | RegExp): Locator {
    return this.group.getByRole('button', { name, exact: true })
  }

  async choose(box: string, words: string): Promise<void> {
    const place = this.group.getByRole('combobox', { name: box })
    await place.focus()
    await place.selectOption(words)
  }

  /** Asks, and waits for the last answer. */
  async toEnd(): Promise<void> {
    // One answer may be there before anybody has seen Stop.
    const changed = this.group.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          const told = () => resolve()
          element.addEventListener('island-change', told, { once: true })
        }),
    )
    await this.ask.click()
    await changed
    await expect(this.ask).toBeVisible()
    await expect(this.group).toContainText(/Asked (?:once|\d+ times)\./)
  }
}

function listen(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (HEAVY.test(request.url())) asked.push(request.url())
  })
  return asked
}

test('an answer is there, judged, and the model says it again word for word', async ({
  page,
}) => {
  const asked = listen(page)
  await open(page, CHAPTER)
  const roll = new Roll(page)
  await expect(roll.answer).toContainText(
    /Karim \(made up\).*Wick \(a member\)/,
  )
  await expect(roll.group).toContainText('2 of 6 named; made up: Karim,')
  await expect(roll.group).toContainText('missing: Nutmeg, Fennel, Juniper,')
  const before = (await roll.answer.textContent())!
  expect(asked).toEqual([])
  await roll.toEnd()
  await expect(roll.answer).toHaveText(before)
  await expect(roll.runs).toHaveCount(1)
  await roll.seed.fill('3')
  await roll.toEnd()
  await expect(roll.answer).not.toHaveText(before)
  await expect(roll.answer).toContainText('Fennel (named again)')
})

test('with facts and with grammars, side by side, nobody is made up', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const roll = new Roll(page)
  await roll.choose('How often', '20 times')
  await roll.choose('Remedy', 'A grammar')
  await roll.toEnd()
  await expect(roll.runs.last()).toContainText('0 somebody made up')
  await expect(roll.runs.last()).toContainText('seeds 1 to 20')
  await roll.choose('Remedy', 'Facts and a grammar')
  await roll.toEnd()
  await expect(roll.runs).toHaveCount(3)
  await expect(roll.runs.last()).toContainText('20 right')
  await expect(roll.answer).toContainText(`the team: ${TEAM}`)
  await roll.choose('Remedy', 'A JSON schema')
  await roll.choose('How often', 'once')
  await roll.toEnd()
  await expect(roll.answer).toContainText(/the team:\s*\[\s*"/)
  await expect(roll.runs.last()).toContainText('0 somebody made up')
  await roll.button('A grammar').click()
  await expect(roll.button('A grammar')).toHaveAttribute('aria-pressed', 'true')
  await expect(roll.answer).not.toContainText('[')
  await roll.group.getByText('What the model got').click()
  await expect(roll.group.getByRole('definition').last()).toContainText(
    'name ::= "Wick" | "Nutmeg"',
  )
})

test('what chapters show is what the model answers, seed by seed', async ({
  page,
}) => {
  await open(page, CHAPTER)
  for (const [remedy, seed] of [
    ['Facts in the prompt', 41],
    ['A JSON schema', 7],
  ] as const) {
    const roll = new Roll(page, 'Every remedy')
    await roll.button(remedy).click()
    await expect(roll.button(remedy)).toHaveAttribute('aria-pressed', 'true')
    await roll.which.fill(String(seed))
    await expect(roll.which).toHaveAttribute('aria-valuetext', `seed ${seed}`)
    const recorded = (await roll.answer.textContent())!
    const asked = new Roll(page)
    await asked.choose('Remedy', remedy)
    await asked.seed.fill(String(seed))
    await asked.toEnd()
    await expect(asked.answer).toHaveText(recorded)
  }
})

test('it is stopped, what came stays, and Reset brings the first back', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const roll = new Roll(page)
  const before = (await roll.answer.textContent())!
  await roll.choose('How often', '100 times')
  await roll.choose('Remedy', 'Facts in the prompt')
  await roll.ask.click()
  await expect(roll.group).toContainText(/[3-9]\d? of 100/)
  await roll.stop.click()
  await expect(roll.group).toContainText('Stopped.')
  await expect(roll.runs).toHaveCount(2)
  const counted = (await roll.runs.last().textContent())!
  expect(counted).toMatch(/seeds 1 to \d\d?(?!\d)/)
  await page.reload()
  await expect(roll.runs).toHaveCount(2)
  await expect(roll.runs.last()).toHaveText(counted)
  await roll.button('Reset').click()
  await expect(roll.runs).toHaveCount(1)
  await expect(roll.answer).toHaveText(before)
  await roll.button('Undo reset').click()
  await expect(roll.runs.last()).toHaveText(counted)
})

test('a link brings answers and counts, and no model', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, CHAPTER)
  const roll = new Roll(page)
  await roll.seed.fill('5')
  await roll.toEnd()
  const told = (await roll.answer.textContent())!
  await roll.button('Copy link').click()
  await expect(roll.group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  const asked = listen(other)
  await other.goto(link)
  const theirs = new Roll(other)
  await expect(theirs.answer).toHaveText(told)
  await expect(theirs.seed).toHaveValue('5')
  await expect(theirs.runs.last()).toContainText('seed 5')
  expect(asked).toEqual([])
  await elsewhere.close()
})

test('by the keyboard: an answer is chosen, and columns are', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const roll = new Roll(page, 'Every remedy')
  await roll.button('As it is').focus()
  await page.keyboard.press('Enter')
  await expect(roll.button('As it is')).toHaveAttribute('aria-pressed', 'true')
  await expect(roll.button('As it is')).toBeFocused()
  await expect(roll.answer).toContainText('Karim (made up)')
  await roll.which.focus()
  await page.keyboard.press('ArrowRight')
  await expect(roll.which).toHaveValue('2')
  await expect(roll.answer).not.toContainText('Karim')
  await page.keyboard.press('End')
  await expect(roll.which).toHaveAttribute('aria-valuetext', 'seed 100')
})

test('a press on a sign shows its answer', async ({ page }) => {
  await open(page, CHAPTER)
  const roll = new Roll(page, 'A hundred answers')
  // The slider tells that the island is there.
  await roll.which.fill('2')
  await expect(roll.which).toHaveAttribute('aria-valuetext', 'seed 2')
  const signs = roll.runs.getByRole('img', { name: '100 answers' })
  const { width, height } = (await signs.boundingBox())!
  await signs.click({
    position: { x: (width / 20) * 2.5, y: (height / 5) * 1.5 },
  })
  await expect(roll.which).toHaveValue('23')
})

test('a slide asks, and another window counts without a model', async ({
  page,
  context,
}) => {
  const address = `${CHAPTER}?present#a-question-for-small-children`
  await present(page, address)
  const follower = await context.newPage()
  const asked = listen(follower)
  await present(follower, address)
  const [roll, followed] = [page, follower].map((window) => new Roll(window))
  await page.keyboard.press('ArrowRight')
  await expect(roll!.runs.last()).toContainText('seed 3')
  await expect(followed!.runs.last()).toContainText('seed 3')
  await expect(followed!.answer).toHaveText((await roll!.answer.textContent())!)
  expect(asked).toEqual([])
})

/** Plays WebLLM’s Worker: it says what it was asked, and then a list. */
const PLAYED = `
onmessage = ({ data }) => {
  if (data.kind === 'load') postMessage({ kind: 'loaded' })
  if (data.kind !== 'tell') return
  const { prompt, grammar } = data.wish
  const hasFacts = prompt[0].content.includes('Marshall')
  const names = grammar
    ? ['Zuma', 'Zuma', 'Zuma', 'Chase', 'Skye', 'Rocky']
    : ['Chase', 'Marshal', 'Skye', 'Rocky', 'Rubble', hasFacts ? 'Zuma' : 'Bolt', 'Everest']
  for (const name of names) postMessage({ kind: 'piece', text: '- ' + name + '\\n' })
  postMessage({ kind: 'told', isWhole: true })
}`

test('a model that is stored is asked about the PAW Patrol', async ({
  page,
}) => {
  await lendCard(page)
  await playWebllm(page, PLAYED)
  await open(page, CHAPTER)
  await keep(page, WHOLE)
  const roll = new Roll(page)
  await expect(roll.model).not.toContainText('SmolLM2')
  await roll.group.hover()
  await expect(roll.model).toContainText('SmolLM2')
  const smol = roll.model.locator('option', { hasText: 'SmolLM2 360M' }).first()
  await roll.choose('Model', (await smol.textContent())!)
  await expect(roll.prompt).toHaveValue(/PAW Patrol/)
  await roll.ask.click()
  await expect(roll.answer).toContainText('Marshal (a member, misspelt)')
  await expect(roll.answer).toContainText('Everest (there, but not asked for)')
  await expect(roll.group).toContainText(
    '5 of 6 named; made up: Bolt; missing: Zuma.',
  )
  await roll.choose('Remedy', 'Facts in the prompt')
  await roll.ask.click()
  await expect(roll.group).toContainText('6 of 6 named.')
  await roll.choose('Remedy', 'A grammar')
  await roll.ask.click()
  await expect(roll.runs.last()).toContainText('1 name somebody twice')
  // The storyteller’s own answers are still held against its own list.
  await roll.button('As it is').first().click()
  await expect(roll.group).toContainText(TEAM)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the answer, its verdict and the counts stand', async ({ page }) => {
    await page.goto(`.${CHAPTER}`)
    const roll = new Roll(page, 'Every remedy')
    await expect(roll.answer).toContainText('Wick (a member)')
    await expect(roll.group).toContainText('6 of 6 named.')
    await expect(roll.runs).toHaveCount(5)
    await expect(roll.runs.last()).toContainText('100 right')
    await expect(roll.ask).toBeHidden()
  })
})
