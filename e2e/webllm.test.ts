/**
 * WebLLM itself, from other hosts to the card, with a model of a few bytes: its
 * way in, and each way in which that fails. The card is played by the processor,
 * and the model's library has nothing in it: so each way ends there at the latest.
 */
import { chromiumArguments } from '../src/commands/chromium.ts'
import { openEngineSite, type EngineSite } from '../src/commands/engine-site.ts'
import { expect, OFTEN, promised, test as base, type Page } from './fixtures.ts'
import { Hub, offline, PART_BYTES, PARTS, TALE } from './made-up-model.ts'

const test = base.extend<object, { site: EngineSite }>({
  site: [
    async ({}, use) => {
      const site = await openEngineSite('src/commands/webllm-site.page.ts')
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM']!,
    args: [
      ...chromiumArguments,
      '--enable-unsafe-webgpu',
      '--use-webgpu-adapter=swiftshader',
    ],
  },
  // The browser tells of each file that does not come, and the library of what it meets.
  expected:
    /^console: |^request to another host: https:\/\/(?:hub|shelf)\.test\//,
})

/** What comes after all that a made-up model has. */
const END = /^EngineError: The code for the graphics card .* Tale does not fit/

test.beforeEach(({ page }) => open(page))

test('importing it loads nothing of it, and knows all models', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page)
  expect(await page.evaluate(() => window.door.gpuModels.length)).toBe(165)
  expect(asked.filter((url) => !/\/(?:|assets\/[^/]+)$/.test(url))).toEqual([])
})

test('loads a model in steps, and asks no host for anything a second time', async ({
  page,
}) => {
  const hub = await Hub.open(page)
  const first = await load(page)
  expect(first.says).toMatch(END)
  expect(hub.asked.toSorted()).toEqual([
    'mlc-chat-config.json',
    ...PARTS,
    'tale.wasm',
    'tensor-cache.json',
    'tokenizer.json',
  ])
  expect(phasesOf(first)).toEqual(['engine', 'model', 'memory'])
  for (const phase of ['model', 'memory']) {
    const steps = first.steps.filter((step) => step.phase === phase)
    expect(steps.at(-1)).toEqual({
      phase,
      loaded: 5 * PART_BYTES,
      total: 5 * PART_BYTES,
    })
    const loaded = steps.map((step) => step.loaded)
    expect(loaded).toEqual(loaded.toSorted((one, other) => one - other))
    expect(new Set(loaded).size).toBeGreaterThanOrEqual(5)
  }
  hub.asked = []
  await open(page)
  const second = await load(page)
  expect(second.says).toMatch(END)
  expect(phasesOf(second)).toEqual(['engine', 'model', 'memory'])
  expect(hub.asked).toEqual([])
})

test('is stopped while it downloads, and goes on with what is missing', async ({
  page,
}) => {
  const never = promised()
  const hub = await Hub.open(page, { 'part_3.bin': () => never.promise })
  const loading = load(page)
  await expect.poll(() => storedParts(page), OFTEN).toBe(3)
  await page.evaluate(() => window.door.stop.abort())
  expect((await loading).says).toMatch(/^AbortError/)
  never.keep()
  hub.asked = []
  hub.answer('part_3.bin', { body: Buffer.alloc(PART_BYTES) })
  await page.evaluate(() => (window.door.stop = new AbortController()))
  expect((await load(page)).says).toMatch(END)
  expect(hub.asked).toEqual(['part_3.bin', 'part_4.bin'])
})

const FAILURES: [
  string,
  string,
  Parameters<Hub['answer']>[1],
  RegExp,
  string[],
][] = [
  [
    'no settings',
    'mlc-chat-config.json',
    { status: 404 },
    /hub\.test has no settings of Tale \(mlc-chat-config\.json\): it answered 404/,
    ['smaller-model'],
  ],
  [
    'settings for members only',
    'mlc-chat-config.json',
    { status: 401 },
    /not give settings .* to everybody/,
    ['smaller-model'],
  ],
  [
    'broken settings',
    'mlc-chat-config.json',
    { body: '{"conv' },
    /A file of Tale is not what it has to be \(SyntaxError/,
    ['delete-model', 'smaller-model'],
  ],
  [
    'a page to log in',
    'mlc-chat-config.json',
    { body: '<p>Hello', contentType: 'text/html' },
    /sent an HTML page in place of settings/,
    [],
  ],
  [
    'no connection',
    'mlc-chat-config.json',
    offline,
    /hub\.test could not be reached: no answer came for settings/,
    [],
  ],
  [
    'no library',
    'tale.wasm',
    { status: 404 },
    /shelf\.test has no code for the graphics card of Tale \(tale\.wasm\)/,
    ['smaller-model'],
  ],
  [
    'an old library',
    'tale.wasm',
    { body: Buffer.from('\0asm\x01\0\0\0') },
    /does not fit this version of WebLLM/,
    ['delete-model', 'smaller-model'],
  ],
  [
    'no library at all in it',
    'tale.wasm',
    { body: 'hello' },
    /does not fit this version of WebLLM, or it is broken/,
    ['delete-model', 'smaller-model'],
  ],
  [
    'an unknown tokenizer',
    'mlc-chat-config.json',
    { json: { tokenizer_files: ['vocab.txt'] } },
    /a tokenizer of a kind that WebLLM does not know/,
    ['smaller-model'],
  ],
  [
    'a broken tokenizer',
    'tokenizer.json',
    { body: 'hello' },
    /A file of Tale is not what it has to be \(RuntimeError/,
    ['delete-model', 'smaller-model'],
  ],
  [
    'no list of weights',
    'tensor-cache.json',
    { status: 404 },
    /has no list of weights of Tale/,
    ['smaller-model'],
  ],
  [
    'a part missing',
    'part_2.bin',
    { status: 404 },
    /has no part of the weights of Tale \(part_2\.bin\)/,
    ['smaller-model'],
  ],
  [
    'a busy host',
    'part_2.bin',
    { status: 503 },
    /answered 503 .* wait a little/,
    [],
  ],
  [
    'the connection lost on the way',
    'part_2.bin',
    offline,
    /no answer came for part of the weights of Tale \(part_2\.bin\).* goes on from there/,
    [],
  ],
  [
    'a part cut short',
    'part_2.bin',
    { body: Buffer.alloc(5) },
    /sent 5 bytes of part of the weights.*not stored/,
    ['delete-model'],
  ],
]

for (const [what, file, answer, words, help] of FAILURES) {
  test(`says what happened: ${what}`, async ({ page }) => {
    const hub = await Hub.open(page, { [file]: answer })
    const failed = await load(page)
    expect(failed.says).toMatch(/^EngineError: /)
    expect(failed.says).toMatch(words)
    expect(failed.help).toEqual(help)
    expect(hub.asked).toContain(file)
  })
}

test('a part that failed is all that is fetched again', async ({ page }) => {
  const hub = await Hub.open(page, { 'part_4.bin': { body: Buffer.alloc(5) } })
  await load(page)
  hub.asked = []
  hub.answer('part_4.bin', { body: Buffer.alloc(PART_BYTES) })
  expect((await load(page)).says).toMatch(END)
  expect(hub.asked.filter((name) => !PARTS.includes(name))).toEqual([])
  expect(hub.asked).toContain('part_4.bin')
})

test('says that there is no room, before and while it downloads', async ({
  page,
  context,
  site,
}) => {
  const hub = await Hub.open(page)
  const devtools = await context.newCDPSession(page)
  const quota = { origin: new URL(site.url).origin, quotaSize: 1_000_000 }
  await devtools.send('Storage.overrideQuotaForOrigin', quota)
  const help = ['free-storage', 'smaller-model']
  const full = await load(page)
  expect(full.says).toMatch(/no room left for Tale/)
  expect(full.help).toEqual(help)
  await page.evaluate(async () => {
    StorageManager.prototype.estimate = async () => ({ usage: 0, quota: 1e6 })
    for (const name of await caches.keys()) await caches.delete(name)
  })
  hub.asked = []
  const large = await load(page, { bytes: 5e6 })
  expect(large.says).toMatch(/It is 5 MB, and the browser has 1 MB left/)
  expect(large.help).toEqual(help)
  expect(hub.asked).toEqual([])
})

test('says that a card or WebGPU is missing, and downloads nothing', async ({
  page,
  playwright,
  site,
}) => {
  const asked: string[] = []
  const tell = async (visited: Page) => {
    visited.on('request', (request) => asked.push(request.url()))
    await visited.goto(site.url)
    await visited.waitForFunction(() => 'door' in window)
    asked.length = 0
    return (await load(visited)).says
  }
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'gpu')
  })
  expect(await tell(page)).toMatch(
    /^EngineError: Tale cannot be loaded here\. This browser has no WebGPU/,
  )
  const plain = await playwright.chromium.launch({
    executablePath: process.env['CHROMIUM']!,
    args: chromiumArguments,
  })
  expect(await tell(await plain.newPage())).toMatch(/found no graphics card/)
  await plain.close()
  expect(asked).toEqual([])
})

test('16-bit floats are asked of the card first', async ({ page }) => {
  const hub = await Hub.open(page)
  const { card } = await page.evaluate(() => window.door.readDevice())
  test.skip(card!.hasF16, 'This card has them.')
  const failed = await load(page, { needsF16: true })
  expect(failed.says).toMatch(/Choose the same model with f32 in its name/)
  expect(hub.asked).toEqual([])
})

test('says that its own script is missing', async ({ page }) => {
  await page.route('**/outward/**', (route) => route.fulfill({ status: 404 }))
  expect((await load(page)).says).toMatch(
    /^EngineError: The server answered 404 in place of WebLLM/,
  )
  await page.unroute('**/outward/**')
  let count = 0
  await page.route('**/outward/**', (route) =>
    count++ ? route.abort() : route.continue(),
  )
  expect((await load(page)).says).toMatch(
    /^EngineError: The part of the page that runs Tale ended by itself/,
  )
})

async function open(page: Page): Promise<void> {
  await page.goto('')
  await page.waitForFunction(() => 'door' in window)
}

function load(
  page: Page,
  changes: { bytes?: number; needsF16?: boolean } = {},
) {
  return page.evaluate(
    (tale) => {
      const { door } = window
      return door.load(door.webllm(door.model(tale)))
    },
    { ...TALE, ...changes },
  )
}

/** How many parts of weights are stored. */
function storedParts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stored = await (await caches.open('webllm/model')).keys()
    return stored.filter(({ url }) => url.endsWith('.bin')).length
  })
}

function phasesOf({ steps }: { steps: { phase: string }[] }): string[] {
  return [...new Set(steps.map(({ phase }) => phase))]
}
