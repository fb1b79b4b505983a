/** Each way in which WebLLM cannot load a model: it says what happened and what to do, and nothing is lost. */
import { chromiumArguments } from '../src/commands/chromium.ts'
import { expect, type Page } from './fixtures.ts'
import { Hub, offline, PART_BYTES, PARTS } from './made-up-model.ts'
import { END, load, open, test } from './webllm-fixtures.ts'

test.beforeEach(({ page }) => open(page))

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
  await page.evaluate(() => {
    Object.defineProperty(GPUAdapter.prototype, 'features', {
      get: () => new Set(),
    })
  })
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
