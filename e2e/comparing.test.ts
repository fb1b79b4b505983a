/** Comparing: two tell of one prompt, side by side, and where they part is said. */
import {
  expect,
  lendCard,
  open,
  playWebllm,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { keep, WHOLE } from './stored-models.ts'

const CHAPTER = '/inference/webllm/'

/** The card of two who tell, as a reader finds it. */
class Compared {
  readonly group: Locator
  readonly prompt: Locator
  readonly tell: Locator
  readonly left: Locator
  readonly right: Locator

  constructor(page: Page) {
    this.group = page.getByRole('group', { name: 'Two tell of one order' })
    this.prompt = this.group.getByRole('textbox', { name: 'Prompt' })
    this.tell = this.group.getByRole('button', { name: 'Tell both' })
    this.left = this.group.getByRole('group', { name: 'Left' })
    this.right = this.group.getByRole('group', { name: 'Right' })
  }

  async toEnd(): Promise<void> {
    await this.tell.click()
    const stop = this.group.getByRole('button', { name: 'Stop' })
    await expect(stop).toBeVisible()
    await expect(this.tell).toBeVisible()
  }
}

test('both are told as they were recorded, and one model with one seed alike', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const { group, left, right, ...compared } = new Compared(page)
  const logs = [left.getByRole('log'), right.getByRole('log')]
  const before = await Promise.all(logs.map((log) => log.textContent()))
  expect(before[0]).not.toBe(before[1])
  await expect(group).toContainText('They part at the first word.')
  const told = new Compared(page)
  await told.toEnd()
  await expect(logs[0]!).toHaveText(before[0]!)
  await expect(logs[1]!).toHaveText(before[1]!)
  await expect(right).toContainText(/\d tokens, \d+ a second/)

  await left.getByLabel('Model').selectOption('The storyteller')
  await compared.prompt.fill('words: Theo, Quill, blue hat, lake')
  await told.toEnd()
  await expect(group).toContainText('Word for word the same.')
  await right.getByLabel('Temperature').fill('0.9')
  await told.toEnd()
  await expect(group).toContainText(/The first \d+ words? (is|are) the same/)
})

test('a link brings both stories, and tells nothing', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, CHAPTER)
  const { group, left, prompt } = new Compared(page)
  await group.hover()
  await prompt.fill('words: Mila')
  await left.getByLabel('Temperature').fill('1.5')
  await group.getByRole('button', { name: 'Copy link' }).click()
  await expect(group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.evaluate(() => localStorage.clear())
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('about:blank')
  await page.goto(link)
  await expect(prompt).toHaveValue('words: Mila')
  await expect(left.getByLabel('Temperature')).toHaveValue('1.5')
  expect(asked.filter((url) => url.includes('.gguf'))).toEqual([])
})

test('one is stopped, and what was told stays', async ({ page }) => {
  await open(page, CHAPTER)
  const { group, tell, right } = new Compared(page)
  const before = await right.getByRole('log').textContent()
  await tell.click()
  await group.getByRole('button', { name: 'Stop' }).click()
  await expect(group).toContainText('Stopped.')
  await expect(right.getByRole('log')).toHaveText(before!)
})

/** A Worker that says what it was asked, in place of WebLLM's. */
const ECHO = `
addEventListener('message', ({ data: { kind, wish } }) => {
  if (kind === 'load') postMessage({ kind: 'loaded' })
  if (kind !== 'tell') return
  const [{ role, content }] = wish.prompt
  postMessage({ kind: 'piece', text: role + ' said: ' + content })
  postMessage({ kind: 'told', isWhole: true })
})
`

test('a model that is stored tells beside the storyteller, and is asked no other host', async ({
  page,
}) => {
  await lendCard(page)
  await playWebllm(page, ECHO)
  await open(page, CHAPTER)
  await keep(page, WHOLE)
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  const { group, left, right, prompt, tell } = new Compared(page)
  await group.hover()
  const models = left.getByLabel('Model')
  await expect(models).toContainText('SmolLM2 360M')
  await models.selectOption({ label: 'SmolLM2 360M Instruct, q4f32_1' })
  await prompt.fill('words: Mila, Juniper, red kite, hill')
  await tell.click()
  await expect(left.getByRole('log')).toContainText('user said: words: Mila,')
  await expect(left).toContainText('SmolLM2 360M Instruct, q4f32_1')
  await expect(right).toContainText(/\d tokens, \d+ a second/)
  await expect(right.getByRole('log')).toContainText('Mila')
  expect([...hosts]).toEqual([new URL(page.url()).host])
})
