/**
 * Offline: after one visit the text of all chapters is there, and what was used
 * once. What comes broken or from somebody else is not stored, a new version comes
 * whole, and what is stored can be deleted.
 */
import type { ServerResponse } from 'node:http'
import {
  CHAPTERS,
  expect,
  open,
  PAGES,
  Program,
  slideOf,
  test as base,
  type Page,
} from './fixtures.ts'
import { Host } from './offline-host.ts'

const CHAPTER = CHAPTERS[0]!
const LAST = CHAPTERS[12]!
const STORED = /works offline: \d+\.\d MB are stored in this browser/
const BINARYEN = expect.stringMatching(/binaryen-\w+\.wasm$/)
const NEWS = 'A new version is here.'

const test = base.extend<{ host: Host; below: string }>({
  below: [process.env['SITE']!, { option: true }],
  host: async ({ below }, use) => {
    const host = await new Host(below).open()
    await use(host)
    await host.close()
  },
  baseURL: async ({ host }, use) => use(host.url),
})

test.use({
  serviceWorkers: 'allow',
  // The browser itself reports what is made to fail here.
  expected: /Failed to load|net::ERR|service-worker\.js/,
})

// Pages are quiet a second after they came, which takes ten seconds elsewhere.
test.beforeEach(({ context }) =>
  context.addInitScript(() => {
    const { setTimeout: after } = window
    const sooner = (act: () => void, time?: number) =>
      after(act, time === 10_000 ? 1000 : time)
    window.setTimeout = sooner as typeof setTimeout
  }),
)

/** Opens a page, and waits until all is stored. */
async function visit(page: Page, path: string): Promise<void> {
  await open(page, path)
  await expect(footOf(page)).toContainText(STORED)
}

function footOf(page: Page) {
  return page.getByRole('contentinfo')
}

/** What is stored, by path. */
function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      if (!name.includes(':files:')) continue
      const cache = await caches.open(name)
      const folder = name.slice(name.lastIndexOf(':') + 1)
      for (const { url } of await cache.keys())
        paths.push(new URL(url).pathname.slice(folder.length))
    }
    return paths
  })
}

test('after one visit, all chapters read and present, and what was run runs', async ({
  page,
  host,
}) => {
  const script = await page.request.get(`${host.url}service-worker.js`)
  const { 'cache-control': kept, 'content-security-policy': own } =
    script.headers()
  expect([kept, own]).toEqual([
    'no-cache',
    expect.stringMatching(/^default-src 'none'/),
  ])
  await visit(page, CHAPTER)
  const program = new Program(page, 'The first program')
  await program.write('20 + 22')
  await program.run.click()
  await expect(program.output).toHaveText('add(20, 22) = 42')
  await expect.poll(() => stored(page)).toContainEqual(BINARYEN)
  await host.close()

  // A Worker obeys the policy of its own response, stored or not.
  const worker = (await stored(page)).find((path) => /workshop/.test(path))
  const policy = await page.evaluate(async (url) => {
    const { headers } = await fetch(url)
    return headers.get('content-security-policy')
  }, host.url + worker)
  expect(policy).toContain("default-src 'none'; script-src 'self'")
  const titles = await page.evaluate(
    async (paths) => {
      const texts = paths.map(async (path) => (await fetch(path)).text())
      return (await Promise.all(texts)).map((text) => /<h1/.test(text))
    },
    PAGES.map((path) => host.url + path.slice(1)),
  )
  expect(titles).toEqual(PAGES.map(() => true))
  await open(page, `${LAST}?present`)
  await expect(slideOf(page)).toBeVisible()
  await open(page, `${CHAPTER}?present#a-program-is-one-line`)
  await expect(slideOf(page)).toBeVisible()
  await page.reload()
  await expect(page).toHaveURL(/present#a-program/)
  await expect(program.text).toHaveText('20 + 22')
  await program.run.click()
  await expect(program.output).toHaveText('add(20, 22) = 42')

  // What stands nowhere is said to be missing here, not on the site.
  await page.goto('./nowhere/at/all/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is not stored',
  )
  await page.getByRole('link', { name: 'Go to the first page' }).click()
  await expect(page).toHaveURL(host.url)
  await page.goto('./compiling')
  await expect(page).toHaveURL(`${host.url}compiling/`)
})

test('a story is told without a network, once one was', async ({
  page,
  host,
}) => {
  await visit(page, '/inference/a-bedtime-story-in-this-page/')
  const story = page.getByRole('group', { name: 'A story to order' })
  const log = story.getByRole('log', { name: 'Story' })
  const tell = story.getByRole('button', { name: 'Tell', exact: true })
  const stop = story.getByRole('button', { name: 'Stop' })
  for (const seed of ['1', '2']) {
    const before = await log.textContent()
    await story.getByRole('spinbutton', { name: 'Seed' }).fill(seed)
    await tell.click()
    await expect(stop).toBeVisible()
    await expect(log).not.toHaveText(before!)
    await expect(log).toContainText(/ \w+ \w+/)
    await stop.click()
    await expect(tell).toBeVisible()
    await expect
      .poll(() => stored(page))
      .toContainEqual(expect.stringMatching(/storyteller\.q8_0[^/]*\.gguf$/))
    await host.close()
    await page.reload()
  }
})

test('a program in the sandbox runs without a network, once one did', async ({
  page,
  host,
}) => {
  await visit(page, '/compiling/what-optimizing-means/')
  const script = new Program(page, 'Three calls, one after the other')
  for (const words of ['with a network', 'without one']) {
    await script.write(`console.log('${words}')`)
    await script.run.click()
    await expect(script.output).toHaveText(words)
    await expect.poll(() => stored(page)).toContainEqual(BINARYEN)
    await host.close()
    await page.reload()
  }
})

test('a download that breaks off leaves nothing half, and goes on later', async ({
  page,
  host,
}) => {
  const broken = 'inference/index.html'
  host.stand = (path, response) => {
    if (path !== 'inference/') return false
    response.writeHead(200, { 'content-type': 'text/html' })
    response.write('<!doctype html>')
    setTimeout(() => response.destroy(), 10)
    return true
  }
  await open(page, CHAPTER)
  await expect.poll(() => host.asked).toContain('inference/')
  await expect.poll(() => page.evaluate(registered)).toBe(false)
  expect(await stored(page)).not.toContain(broken)
  const before = (await stored(page)).length
  expect(before).toBeGreaterThan(0)

  host.stand = () => false
  host.asked = []
  await page.reload()
  await expect(footOf(page)).toContainText(STORED)
  expect(await stored(page)).toContain(broken)
  const pages = host.asked.filter((path) => path.endsWith('/'))
  expect(pages.length).toBeLessThan(30 - before + 3)

  // Of a tool as well.
  host.stand = (path, response) => {
    if (!path.endsWith('.wasm')) return false
    response.writeHead(200, { 'content-type': 'application/wasm' })
    response.write(Buffer.from('\0asm'))
    setTimeout(() => response.destroy(), 10)
    return true
  }
  const program = new Program(page, 'The first program')
  await program.run.click()
  await expect(program.group.getByRole('alert')).toContainText('ended after')
  expect(await stored(page)).not.toContainEqual(BINARYEN)
  host.stand = () => false
  await program.group.getByRole('button', { name: 'Try again' }).click()
  await expect(program.group).toContainText('compiled in')
  await expect.poll(() => stored(page)).toContainEqual(BINARYEN)
})

test('a login in between is stored as nothing', async ({ page, host }) => {
  // First, after the page and its scripts have come.
  host.stand = (path, response) =>
    host.asked.includes('service-worker.js') &&
    path !== 'service-worker.js' &&
    logIn(response)
  await open(page, CHAPTER)
  await expect.poll(() => host.asked).toContain('service-worker.js')
  await expect.poll(() => page.evaluate(registered)).toBe(false)
  expect(await stored(page)).toEqual([])

  // Then, when all is stored.
  host.stand = () => false
  host.asked = []
  await page.reload()
  await expect(footOf(page)).toContainText(STORED)
  host.stand = (_, response) => logIn(response)
  await open(page, CHAPTER)
  const program = new Program(page, 'The first program')
  await program.run.click()
  await expect(program.group.getByRole('alert')).toContainText(
    'could not be loaded',
  )
  expect(await stored(page)).not.toContainEqual(BINARYEN)
})

test.describe('a new version', () => {
  test('takes over while a window is open, which keeps what it needs', async ({
    page,
    context,
    host,
  }) => {
    await visit(page, CHAPTER)
    const deck = await deckOf(host)
    await host.update(
      'compiling/',
      ['Compiling to', 'Newly compiling to'],
      deck,
    )
    host.stand = (path, response) => {
      if (path !== `assets/${deck}`) return false
      response.writeHead(404).end()
      return true
    }
    await page.evaluate(askForNews)
    const news = page.getByRole('status').filter({ hasText: NEWS })
    await expect(news).toBeVisible()
    await page.getByRole('button', { name: 'Present' }).click()
    await expect(slideOf(page)).toBeVisible()
    await expect(news).toBeHidden()

    const other = await context.newPage()
    await other.goto(`${host.url}compiling/`)
    await expect(other.getByRole('heading', { level: 1 })).toContainText(
      'Newly compiling',
    )
    await expect(footOf(other)).toContainText(STORED)
    expect(await stored(other)).toContain(`assets/${deck}`)
    // Nobody needs it when that window is gone.
    await page.close()
    await other.reload()
    await expect.poll(() => stored(other)).not.toContain(`assets/${deck}`)
    await expect(other.getByText(NEWS)).toHaveCount(0)
  })

  test('waits while somebody presents, but for who asks', async ({
    page,
    context,
    host,
  }) => {
    await visit(page, `${CHAPTER}`)
    const slides = await context.newPage()
    await slides.goto(`${host.url}compiling/types/?present`)
    await expect(slideOf(slides)).toBeVisible()
    await expect
      .poll(() =>
        slides.evaluate(
          async () => (await navigator.locks.query()).held?.length,
        ),
      )
      .toBe(1)
    await host.update('compiling/', ['Compiling to', 'Newly compiling to'])
    await page.evaluate(askForNews)
    await expect(page.getByText(NEWS)).toBeVisible()
    const heading = page.getByRole('heading', { level: 1 })
    await page.goto('./compiling/')
    await expect(heading).not.toContainText('Newly')
    await expect(page.getByText(NEWS)).toBeVisible()
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(heading).toContainText('Newly compiling')
    await expect(slideOf(slides)).toBeVisible()
  })
})

test('who saves data stores what is visited', async ({ page, host }) => {
  await host.change(
    'service-worker.js',
    (text) =>
      `Object.defineProperty(navigator, 'connection', { value: { saveData: true } });${text}`,
  )
  await open(page, CHAPTER)
  await expect(footOf(page)).toContainText(
    `What you open ${STORED.source.slice(0, 13)}`,
  )
  await page.goto('./compiling/types/')
  await expect.poll(() => stored(page)).toContain('compiling/types/index.html')
  await host.close()
  await open(page, '/compiling/types/')
  await page.goto('./compiling/pass-by-pass/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is not stored',
  )
})

test('without room for all, pages work; with room, all is stored', async ({
  page,
  host,
}) => {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(host.url)
  const quotaSize = 400_000
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  await open(page, CHAPTER)
  await expect(footOf(page)).toContainText('What you open works offline')
  const program = new Program(page, 'The first program')
  await program.write('20 + 22')
  await program.run.click()
  await expect(program.output).toHaveText('add(20, 22) = 42')
  await page.goto('./compiling/types/')
  await expect(footOf(page)).toContainText('What you open works offline')

  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.reload()
  await expect(footOf(page)).toContainText('This site works offline')
})

test.describe('below a path', () => {
  test.use({ below: process.env['SITE_BELOW']! })

  test('the network is off for a rehearsal, and the reader deletes all', async ({
    page,
    host,
  }) => {
    await visit(page, CHAPTER)
    host.asked = []
    expect(await page.evaluate(rehearse)).toEqual([
      { kind: 'rehearsing' },
      200,
      'failed',
      'failed',
    ])
    expect(host.asked).toEqual([])
    await page.goto('./nowhere/at/all/')
    await page.getByRole('link', { name: 'Go to the first page' }).click()
    await expect(page).toHaveURL(host.url)

    await footOf(page).getByRole('button', { name: 'Delete' }).click()
    await expect(footOf(page)).toContainText('Nothing of this site is stored')
    const store = footOf(page).getByRole('button', { name: 'Store it' })
    await expect(store).toBeFocused()
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await page.reload()
    await store.click()
    await expect(footOf(page)).toContainText(STORED)
  })
})

/** In the page: asks for no network, and then for what is stored and what is not. */
async function rehearse(): Promise<unknown[]> {
  const { port1, port2 } = new MessageChannel()
  const heard = new Promise<unknown>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data))
    port1.start()
  })
  const word = { kind: 'rehearse', until: Date.now() + 9000 }
  navigator.serviceWorker.controller!.postMessage(word, [port2])
  return [
    await heard,
    ...(await Promise.all(
      ['../types/', '../../feed.xml', '../../models/x.bin'].map((url) =>
        fetch(url).then(
          ({ status }) => status,
          () => 'failed',
        ),
      ),
    )),
  ]
}

/** What a network says that wants to know who is there. */
function logIn(response: ServerResponse): boolean {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end('<title>Log in</title>')
  return true
}

/** The name of the script of the slides, which comes when somebody presents. */
async function deckOf(host: Host): Promise<string> {
  const page = await (await fetch(new URL(`.${CHAPTER}`, host.url))).text()
  for (const [script] of page.matchAll(/assets\/[\w-]+\.js/g)) {
    const text = await (await fetch(host.url + script)).text()
    const deck = /import\("\.\/([\w-]+\.js)"\);\w+==="preview"/.exec(text)
    if (deck) return deck[1]!
  }
  throw new Error('No script of the page imports the deck.')
}

/** In the page: whether a worker stays. */
async function registered(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration()
  return registration !== undefined
}

/** In the page: what a browser does now and then. */
async function askForNews(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  await registration!.update()
}
