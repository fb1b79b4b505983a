/**
 * Chatting: a model for the graphics card is chosen, loaded and talked to. In the
 * place of WebLLM’s Worker stands one that says what the test has it say, so
 * nothing here needs a graphics card, or another host.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Ask, Said } from '../src/engines/webllm-wire.ts'
import {
  expect,
  open,
  present,
  slideOf,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { keep, keptIn, PARTIAL, WHOLE } from './stored-models.ts'

const CHAPTER = '/inference/webllm/'
const TITLE = 'The talk’s own wish'
const WORKER = '**/outward/webllm.worker-*.js'

/** It passes on what the page asks, and says what it is given to say. */
const STAND_IN = `const line = new BroadcastChannel('stand-in')
onmessage = ({ data }) => line.postMessage({ ask: data })
line.onmessage = ({ data }) => data.said && postMessage(data.said)`

declare global {
  interface Window {
    asks: Ask[]
    standIn: BroadcastChannel
  }
}

/** What a graphics card of the test’s own says of itself; null for none. */
interface Card {
  features: string[]
  maxBufferSize: number
}

const CARD: Card = { features: ['shader-f16'], maxBufferSize: 2 ** 31 }

/** A chat, as a reader finds it. */
class Chat {
  readonly page: Page
  readonly group: Locator
  readonly model: Locator
  readonly load: Locator
  readonly message: Locator
  readonly send: Locator
  readonly stop: Locator
  readonly log: Locator
  readonly status: Locator
  readonly trouble: Locator

  constructor(page: Page, name = TITLE) {
    this.page = page
    this.group = page.getByRole('group', { name, exact: true })
    this.model = this.group.getByRole('combobox', { name: 'Model' })
    this.load = this.button('Load')
    this.message = this.group.getByRole('textbox', { name: 'Message' })
    this.send = this.button('Send')
    this.stop = this.button('Stop')
    this.log = this.group.getByRole('log', { name: 'Conversation' })
    this.status = this.group.getByRole('status', { name: 'Status' })
    this.trouble = this.group.getByRole('alert')
  }

  button(name: string | RegExp): Locator {
    return this.group.getByRole('button', { name, exact: true })
  }

  /** Waits until the page has asked the Worker so often to load or to tell. @returns the last time */
  async asked(count: number): Promise<Ask> {
    const all = () =>
      this.page.evaluate(() =>
        window.asks.filter(({ kind }) => kind !== 'stop'),
      )
    await expect.poll(async () => (await all()).length).toBe(count)
    return (await all()).at(-1)!
  }

  say(...all: Said[]): Promise<void> {
    return this.page.evaluate((words) => {
      for (const said of words) window.standIn.postMessage({ said })
    }, all)
  }

  async loaded(): Promise<void> {
    await this.load.click()
    await this.asked(1)
    await this.say({ kind: 'loaded' })
    await expect(this.status).toContainText('is ready')
  }

  /** Sends a message, and has it answered. @param asked how many asks that makes */
  async answered(message: string, answer: string, asked: number): Promise<Ask> {
    await this.message.fill(message)
    await this.send.click()
    const ask = await this.asked(asked)
    await this.say(...answer.split(/(?<= )/).map(piece), {
      kind: 'told',
      isWhole: true,
    })
    await expect(this.log).toContainText(answer)
    await expect(this.send).toBeVisible()
    return ask
  }

  async choose(label: RegExp | string): Promise<void> {
    await this.model.focus()
    const value = await this.model
      .locator('option', { hasText: label })
      .first()
      .getAttribute('value')
    await this.model.selectOption(value)
  }
}

function piece(text: string): Said {
  return { kind: 'piece', text }
}

/** A page with the stand-in, and with this card or none. */
async function begin(page: Page, card: Card | null = CARD): Promise<Chat> {
  await prepare(page, card)
  await open(page, CHAPTER)
  return new Chat(page)
}

async function prepare(page: Page, card: Card | null): Promise<void> {
  const [script] = readdirSync('_site/outward')
  const { size } = statSync(`_site/outward/${script}`)
  await page.route(WORKER, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: STAND_IN.padEnd(size),
    }),
  )
  await page.addInitScript((given) => {
    window.asks = []
    window.standIn = new BroadcastChannel('stand-in')
    window.standIn.addEventListener('message', ({ data }) => {
      if (data.ask) window.asks.push(data.ask)
    })
    const limits = {
      maxStorageBufferBindingSize: 2 ** 31,
      maxStorageBuffersPerShaderStage: 10,
      maxComputeWorkgroupStorageSize: 32768,
      maxBufferSize: given?.maxBufferSize,
    }
    const info = { vendor: 'stand-in', architecture: 'card', description: '' }
    const adapter = given && {
      info,
      limits,
      features: new Set(given.features),
    }
    const gpu = { requestAdapter: async () => adapter }
    Object.defineProperty(Navigator.prototype, 'gpu', { get: () => gpu })
  }, card)
}

/** Notes what is asked for beside pages and islands: models, their engines, other hosts. */
function listen(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isOurs = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
    if (!isOurs || /outward|\.gguf$|wllama/.test(url.pathname))
      asked.push(url.href)
  })
  return asked
}

test('nothing of a model is fetched before Load, and what it costs is said', async ({
  page,
}) => {
  const asked = listen(page)
  const chat = await begin(page)
  await expect(chat.group).toContainText(
    'About 226 MB, once, from huggingface.co, and its library from raw.githubusercontent.com',
  )
  await expect(chat.group).toContainText('On the graphics card it takes')
  await chat.group.getByText('This device').click()
  const device = chat.group.getByRole('group', { name: 'This device' })
  await expect(device).toContainText('stand-in card')
  await expect(device).toContainText('16-bit floatsyes')
  await chat.send.click()
  await expect(chat.status).toContainText('Load the model first')
  await expect(chat.load).toBeFocused()
  await expect(chat.message).toHaveValue(/bedtime story/)
  expect(asked).toEqual([])
  await chat.load.click()
  expect(await chat.asked(1)).toMatchObject({
    kind: 'load',
    record: {
      model_id: 'SmolLM2-360M-Instruct-q4f32_1-MLC',
      model: expect.stringMatching(/^https:\/\/huggingface\.co\//),
      model_lib: expect.stringMatching(
        /^https:\/\/raw\.githubusercontent\.com\//,
      ),
    },
  })
  expect(asked.length).toBeGreaterThan(0)
})

test('all of WebLLM’s models are listed, those of the talk first', async ({
  page,
}) => {
  const chat = await begin(page, { ...CARD, features: [] })
  await expect(chat.model.getByRole('option')).toHaveCount(10)
  await chat.model.focus()
  await expect(chat.model.getByRole('option')).toHaveCount(162)
  const groups = chat.model.locator('optgroup')
  await expect(groups.nth(0)).toHaveAttribute('label', 'Always')
  await expect(groups.nth(1)).toHaveAttribute('label', /January 2024/)
  const llama = chat.model.locator('option', { hasText: 'Llama 2 7B' }).first()
  await expect(llama).toHaveText(/3\.8 GB · \d\.\d GB on the card · f16/)
  await expect(llama).toHaveText(/^✗ .* · not here$/)
  await chat.choose(/Llama 2 7B/)
  await expect(chat.group).toContainText('shader-f16')
  await chat.load.click()
  await expect(chat.status).toContainText('Not loaded')
  expect(await page.evaluate(() => window.asks)).toEqual([])
  await chat.button('Choose one that runs here').click()
  await expect(chat.model).toHaveValue('Llama-3.2-1B-Instruct-q4f32_1-MLC')
  await expect(chat.model).toBeFocused()
})

test('a load shows how far it is, is paused, goes on, and is cancelled', async ({
  page,
}) => {
  const chat = await begin(page)
  await chat.load.click()
  await chat.asked(1)
  const loading = chat.group.getByRole('group', { name: 'Loading' })
  const bar = loading.getByRole('progressbar')
  await chat.say({
    kind: 'progress',
    phase: 'model',
    loaded: 32e6,
    total: 226e6,
  })
  await expect(loading).toContainText('32 MB of 226 MB')
  await expect(loading.locator('[aria-current]')).toHaveText('The model')
  await expect(bar).toHaveJSProperty('value', 32e6)
  await expect(chat.status).toHaveText('Loading the model …')
  await chat.send.click()
  await expect(chat.status).toContainText('on its way')
  await chat.button('Pause').click()
  await expect(chat.status).toContainText('Paused')
  await expect(loading).toContainText('32 MB of 226 MB')
  await chat.button('Resume').click()
  await chat.asked(2)
  await chat.say({
    kind: 'progress',
    phase: 'memory',
    loaded: 1e6,
    total: 226e6,
  })
  await expect(loading.locator('[aria-current]')).toHaveText('Onto the card')
  await keep(page, { ...WHOLE, stored: 1 }, PARTIAL)
  await chat.button('Pause').click()
  await expect(chat.button('Resume')).toBeFocused()
  await chat.button('Cancel and delete').click()
  await expect(chat.status).toContainText('deleted')
  await expect(loading).toBeHidden()
  const left = await keptIn(page)
  expect(left.length).toBeGreaterThan(0)
  expect(left.filter((url) => !url.startsWith(PARTIAL.folder))).toEqual([])
  await expect(chat.load).toBeFocused()
  await chat.load.click()
  await chat.asked(3)
  await chat.button('Cancel and delete').click()
  await expect(loading).toBeHidden()
  await expect(chat.load).toBeFocused()
  await expect(chat.message).toHaveValue(/bedtime story/)
})

test('a model that is stored has nothing to download', async ({ page }) => {
  const chat = await begin(page)
  await keep(page, WHOLE)
  await chat.model.focus()
  await expect(chat.group).toContainText('nothing to download')
  await chat.choose(/TinyLlama/)
  await expect(chat.group).toContainText('once, from huggingface.co')
})

test('who saves data is warned, and who has no room is told before', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', {
      value: { saveData: true },
    })
    navigator.storage.estimate = async () => ({ usage: 0, quota: 1e9 })
  })
  const chat = await begin(page)
  await chat.model.focus()
  await expect(chat.group).toContainText('set to save data')
  await chat.choose(/Llama 2 7B/)
  await expect(chat.group).toContainText('the browser has 1.0 GB left')
  await chat.load.click()
  await expect(chat.status).toContainText('Not loaded')
  await chat.button('Choose one that runs here').click()
  await expect(chat.model).toHaveValue('Llama-3.2-1B-Instruct-q4f32_1-MLC')
})

test('an answer streams, is announced in sentences, measured, and stopped', async ({
  page,
}) => {
  const chat = await begin(page)
  await chat.loaded()
  await expect(chat.message).toBeFocused()
  await chat.send.click()
  await chat.asked(2)
  await chat.say(piece('Once upon'), piece(' a time. A pup'))
  await expect(chat.log).toContainText('Once upon a time. A pup')
  await expect(chat.log).toHaveAttribute('aria-live', 'polite')
  const coming = chat.log.locator('[aria-hidden="true"]')
  await expect(coming).toHaveText(' A pup')
  await chat.stop.click()
  await expect(chat.status).toHaveText('Stopped.')
  expect(await page.evaluate(() => window.asks.at(-1))).toEqual({
    kind: 'stop',
  })
  await expect(coming).toHaveCount(0)
  await expect(chat.log).toHaveAttribute('aria-live', 'off')
  await expect(chat.log).toContainText(
    /2 tokens.*the first after .*not at its end/,
  )
  await expect(chat.group).toContainText('Made up by a model')
})

test('each turn, all is sent again, with the system prompt and the settings', async ({
  page,
}) => {
  const chat = await begin(page)
  await chat.loaded()
  await chat.group.getByText('System prompt and settings').click()
  await chat.group
    .getByRole('textbox', { name: 'System prompt' })
    .fill('Be brief.')
  await chat.group.getByRole('slider', { name: 'Temperature' }).fill('0.25')
  await chat.group.getByRole('slider', { name: 'Top-p' }).fill('0.5')
  await chat.group.getByRole('spinbutton', { name: 'Seed' }).fill('7')
  await chat.group
    .getByRole('spinbutton', { name: /Longest answer/ })
    .fill('40')
  const system = { role: 'system', content: 'Be brief.' }
  const first = { role: 'user', content: 'Who lives there?' }
  const wish = { maxTokens: 40, temperature: 0.25, topP: 0.5 }
  const one = await chat.answered(first.content, 'A whale.', 2)
  expect(one).toMatchObject({ wish: { ...wish, prompt: [system, first] } })
  const said = [first, { role: 'assistant', content: 'A whale.' }]
  const second = { role: 'user', content: 'And then?' }
  const two = await chat.answered(second.content, 'It slept.', 3)
  const prompt = [system, ...said, second]
  expect(two).toMatchObject({ wish: { ...wish, prompt } })
  await expect(chat.log).toContainText('seed 7 · temperature 0.25 · top-p 0.5')

  await chat.button('Another, with the next seed').click()
  const again = await chat.asked(4)
  expect(again).toMatchObject({ wish: { prompt } })
  await chat.say(piece('It swam.'), { kind: 'told', isWhole: true })
  await expect(chat.log).not.toContainText('It slept.')
  await expect(chat.log).toContainText('seed 8')
})

test('keys alone: choose, load, write, send, a line more', async ({ page }) => {
  const chat = await begin(page)
  await chat.model.focus()
  await page.keyboard.press('Tab')
  await expect(chat.load).toBeFocused()
  await page.keyboard.press('Enter')
  await chat.asked(1)
  await expect(chat.button('Pause')).toBeVisible()
  await chat.say({ kind: 'loaded' })
  await expect(chat.message).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('One')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  expect(await chat.asked(2)).toMatchObject({
    wish: { prompt: [{ role: 'user', content: 'One\ntwo' }] },
  })
  await expect(chat.message).toHaveValue('')
})

test('failures say what helps, and lose nothing', async ({ page }) => {
  const chat = await begin(page)
  await chat.choose(/Llama 3\.2 1B Instruct, q4f16_1/)
  await chat.load.click()
  await chat.asked(1)
  const name = 'QuotaExceededError'
  await chat.say({ kind: 'failed', name, message: 'Quota exceeded.' })
  const free = chat.trouble.getByRole('link', { name: /what is stored/ })
  await expect(free).toHaveAttribute('href', '../keeping-gigabytes/')
  await expect(chat.message).toHaveValue(/bedtime story/)
  await chat.trouble.getByRole('button', { name: /smaller/ }).click()
  await expect(chat.status).toContainText('is chosen')
  await expect(chat.model).toHaveValue(/TinyLlama/)
  await expect(chat.trouble).toBeHidden()

  await chat.load.click()
  await chat.asked(2)
  const stale = 'WebAssembly.instantiate(): Import #0 "env"'
  await chat.say({ kind: 'failed', name: 'LinkError', message: stale })
  await chat.trouble
    .getByRole('button', { name: /^Delete what is stored/ })
    .click()
  await chat.asked(3)
  await chat.say({ kind: 'loaded' })
  await expect(chat.status).toContainText('is ready')

  await chat.message.fill('Are you there?')
  await chat.send.click()
  await chat.asked(4)
  await chat.say({ kind: 'failed', name: 'Error', message: 'Something broke.' })
  await expect(chat.trouble).toContainText('Something broke.')
  await expect(chat.log).toContainText('Are you there?')
  await chat.trouble.getByRole('button', { name: 'Try again' }).click()
  await page.waitForFunction(() => window.asks.at(-1)?.kind === 'load')
  await chat.say({ kind: 'loaded' })
  await page.waitForFunction(() => window.asks.at(-1)?.kind === 'tell')
  await chat.say(piece('Yes.'), { kind: 'told', isWhole: true })
  await expect(chat.log).toContainText('Yes.')
})

test('without a graphics card, it says so, and the storyteller tells', async ({
  page,
}) => {
  const chat = await begin(page, null)
  await chat.load.click()
  await expect(chat.group).toContainText('found no graphics card')
  await chat.button('Choose one that runs here').click()
  await expect(chat.model).toHaveValue('storyteller')
  await expect(chat.group).toContainText('It does not chat')
  await chat.message.fill('It was a foggy night, and')
  await chat.send.click()
  await expect(chat.stop).toBeVisible()
  await expect(chat.send).toBeVisible()
  await expect(chat.log).toContainText(/The storyteller.*\d tokens, /)
  await expect(chat.trouble).toBeHidden()
})

test('a browser without WebGPU has the storyteller chosen', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'gpu')
  })
  await open(page, CHAPTER)
  const chat = new Chat(page)
  await chat.group.hover()
  await expect(chat.model).toHaveValue('storyteller')
})

test('a model from elsewhere is checked, named, and asked for only then', async ({
  page,
}) => {
  const chat = await begin(page)
  await chat.group.getByText('A model from elsewhere').click()
  const weights = chat.group.getByRole('textbox', {
    name: 'Folder of the weights',
  })
  const library = chat.group.getByRole('textbox', { name: 'Model library' })
  await weights.fill('http://models.example/tiny/')
  await library.fill('https://code.example/tiny-webgpu.wasm')
  await chat.button('Use it').click()
  await expect(chat.group).toContainText('over https, or from this site')
  await weights.fill('https://models.example/tiny-q4f16_1/')
  await weights.press('Enter')
  await expect(chat.group).toContainText(
    'Load asks models.example and code.example',
  )
  expect(await page.evaluate(() => window.asks)).toEqual([])
  await page.reload()
  await chat.group.hover()
  await expect(chat.model).toHaveValue('tiny-q4f16_1')
  await chat.button('Load from models.example and code.example').click()
  expect(await chat.asked(1)).toMatchObject({
    record: {
      model: 'https://models.example/tiny-q4f16_1/',
      model_lib: 'https://code.example/tiny-webgpu.wasm',
    },
  })
})

test('a link brings the conversation and its settings, and runs nothing', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const chat = await begin(page)
  await chat.choose(/TinyLlama/)
  await chat.loaded()
  await chat.group.getByText('System prompt and settings').click()
  await chat.group
    .getByRole('textbox', { name: 'System prompt' })
    .fill('Be a pup.')
  await chat.answered('Who are you?', 'A pup.', 2)
  await chat.message.fill('Not sent yet')
  await chat.button('Copy link').click()
  await expect(chat.status).toHaveText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  const asked = listen(other)
  await prepare(other, CARD)
  await other.goto(link)
  const theirs = new Chat(other)
  await expect(theirs.log).toContainText('A pup.')
  await expect(theirs.message).toHaveValue('Not sent yet')
  await expect(theirs.model).toHaveValue(/TinyLlama/)
  await theirs.group.getByText('System prompt and settings').click()
  await expect(
    theirs.group.getByRole('textbox', { name: 'System prompt' }),
  ).toHaveValue('Be a pup.')
  expect(asked).toEqual([])
  await elsewhere.close()
})

test('it is copied, saved, ended, and brought back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const chat = await begin(page)
  await chat.loaded()
  await chat.answered('Who are you?', 'A pup.', 2)
  await chat.button('Copy').click()
  await expect(chat.status).toHaveText('Copied.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/You:\nWho are you\?\n\nSmolLM2.*made up by a model/)
  const [text] = await Promise.all([
    page.waitForEvent('download'),
    chat.button('Save as text').click(),
  ])
  expect(readFileSync(await text.path(), 'utf8')).toBe(copied)
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    chat.button('Save as JSON').click(),
  ])
  expect(JSON.parse(readFileSync(await json.path(), 'utf8'))).toMatchObject({
    messages: [
      { role: 'user', content: 'Who are you?' },
      { role: 'assistant', content: 'A pup.' },
    ],
  })
  await chat.button('New chat').click()
  await expect(chat.log).toHaveText('Nobody has said anything yet.')
  await chat.button('Undo reset').click()
  await expect(chat.log).toContainText('A pup.')
  await page.reload()
  await chat.group.hover()
  await expect(chat.log).toContainText('A pup.')
})

test('on a slide it fits, is driven, and the next window has the words', async ({
  page,
  context,
}) => {
  await prepare(page, CARD)
  const address = `${CHAPTER}?present#when-there-is-no-graphics-card`
  await present(page, address)
  const follower = await context.newPage()
  await prepare(follower, CARD)
  const asked = listen(follower)
  await present(follower, address)
  const overflow = () =>
    slideOf(page).evaluate((slide) => slide.scrollHeight - slide.clientHeight)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.keyboard.press('ArrowRight')
  const [chat, followed] = [page, follower].map(
    (window) => new Chat(window, 'No card needed'),
  )
  await expect(chat!.log).toContainText(/\d tokens, /)
  const told = (await chat!.log.locator('.turn-text').last().textContent())!
  await expect(followed!.log).toContainText(told)
  expect(asked).toEqual([])
  expect(await overflow()).toBeLessThanOrEqual(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what it costs and what would be asked stand', async ({ page }) => {
    await page.goto(`.${CHAPTER}`)
    const chat = new Chat(page)
    await expect(chat.group).toContainText('About 226 MB, once')
    await expect(chat.message).toHaveValue(/PAW Patrol/)
    await expect(chat.load).toBeHidden()
    await expect(chat.send).toBeHidden()
    await expect(chat.model).toBeHidden()
  })
})
