/**
 * Programs in JavaScript that use Binaryen's library: run in their sandbox,
 * looked at, stopped, and kept from everything else.
 */
import { readdirSync, readFileSync } from 'node:fs'
import {
  at,
  expect,
  open,
  present,
  Program,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

const CHAPTER = '/compiling/what-optimizing-means/'
const MADE = 'A module, made by hand'
const CALLS = 'Three calls, one after the other'

/** A program with what it made, as a reader finds it. */
class Script extends Program {
  readonly trouble: Locator

  constructor(page: Page, name: string) {
    super(page, name)
    this.trouble = this.group.getByRole('alert')
  }

  look(name: string | RegExp): Locator {
    return this.group.getByRole('group', { name })
  }

  /** Writes a program, and runs it. */
  async go(text: string): Promise<void> {
    await this.write(text)
    await this.run.click()
  }
}

async function opened(page: Page, name = CALLS): Promise<Script> {
  await open(page, CHAPTER)
  return new Script(page, name)
}

const MODULE = `import binaryen from 'binaryen'
const module = binaryen.parseText(
  '(module (func (export "f") (result i32)' +
    '(i32.add (i32.const 60) (i32.const 24))))')
`

test('is there before anything runs, the same when it has run, and kept until it is reset', async ({
  page,
}) => {
  const script = await opened(page)
  const looks = script.look(/^runPasses/)
  await expect(looks).toHaveCount(3)
  const before = await looks.allTextContents()
  const said = await script.output.textContent()
  await script.run.click()
  await expect(script.stop).toBeVisible()
  await expect(script.run).toBeVisible()
  expect(await looks.allTextContents()).toEqual(before)
  await script.go("console.log('mine')")
  await expect(script.output).toHaveText('mine')
  await page.reload()
  await expect(script.group).toContainText("console.log('mine')")
  await expect(script.output).toHaveText(said!)
  await expect(script.group).toHaveAttribute('data-stale')
  await script.text.click()
  await script.reset.click()
  await expect(script.group).not.toHaveAttribute('data-stale')
})

test('shows a call before and after, what the program says, and cuts what is too much', async ({
  page,
}) => {
  const script = await opened(page)
  await script.go(
    `${MODULE}module.runPasses(['precompute'])
console.log('folded', [1, 2n])
console.error('all of it')
module.runPasses(['metrics'])`,
  )
  const look = script.look("runPasses(['precompute'])")
  await expect(look.getByRole('deletion')).toContainText([
    '(i32.add',
    '(i32.const 60)',
  ])
  await expect(look.getByRole('insertion')).toContainText(['(i32.const 84)'])
  await expect(look).toContainText(/\d+ → \d+ bytes/)
  await expect(script.output).toContainText('folded [1, 2n]')
  await expect(script.output).toContainText('all of it')
  await expect(script.output).toContainText('[exports]')
  await script.go('for (let i = 0; i < 1e5; i++) console.log(i)')
  await expect(script.output).toContainText('199')
  await expect(script.output).toContainText('is left out here')
})

test('an error names the line of the program, and the next run has a library of its own', async ({
  page,
}) => {
  const script = await opened(page)
  await script.go(`import binaryen from 'binaryen'
console.log('level', binaryen.getOptimizeLevel())
binaryen.setOptimizeLevel(4)`)
  await expect(script.output).toHaveText('level 2')
  await script.go(`${MODULE}
module.runPasses(['no-such-pass'])`)
  await expect(script.output).toContainText('stopped in line 6')
  await expect(script.output).toContainText('no-such-pass')
  await script.go('const = 1')
  await expect(script.output).toContainText('stopped in line 1: Unexpected')
  await script.go("import fs from 'node:fs'")
  await expect(script.output).toContainText('Only ‘binaryen’ can be imported')
  await script.go(`import binaryen from 'binaryen'
console.log('and again', binaryen.getOptimizeLevel())`)
  await expect(script.output).toHaveText('and again 2')
})

test('a mistake is underlined and told while one types', async ({ page }) => {
  const parsers: string[] = []
  page.on('response', async (response) => {
    if (!response.url().endsWith('.js')) return
    if ((await response.text()).includes('Unterminated template')) {
      parsers.push(response.url())
    }
  })
  const script = await opened(page)
  await script.write(`${MODULE}const size = await module.emitBinary(\nsize.`)
  const underlined = script.group.locator('.cm-lintRange-error')
  await expect(underlined).toHaveText('.')
  // It comes with the editor, and not with what every card needs.
  await expect
    .poll(() => parsers)
    .toEqual([expect.not.stringContaining('binaryen-program')])
  await page.keyboard.press('F8')
  const tip = page.getByRole('tooltip')
  await expect(tip).toHaveText(/^The program ends here/)
  await page.keyboard.type('length)')
  await expect(underlined).toHaveCount(0)
  await script.write("import fs from 'node:fs'\nfor (const a of []) {}")
  await expect(underlined).toHaveText("import fs from 'node:fs'")
  await underlined.hover()
  await expect(tip).toContainText('Only ‘binaryen’ can be imported here')
})

test('the last binary is saved, and none where there is none', async ({
  page,
}) => {
  const script = await opened(page)
  await script.write(`${MODULE}module.optimize()\nmodule.emitBinary()`)
  const save = script.group.getByRole('button', { name: 'Download .wasm' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    save.click(),
  ])
  const bytes = readFileSync(await download.path())
  const { instance } = await WebAssembly.instantiate(bytes)
  expect((instance.exports['f'] as () => number)()).toBe(84)
  await script.write(MODULE)
  await save.click()
  await expect(script.group).toContainText('calls no emitBinary()')
})

test('what does not end is stopped at once, or by its limit, and the next one runs', async ({
  page,
}) => {
  await page.clock.install()
  const script = await opened(page)
  await script.go("console.log('begun')\nfor (;;) {}")
  await expect(script.group).toContainText('Running …')
  await script.stop.click()
  await expect(script.group).toContainText('Stopped.')
  await expect(script.output).toHaveText('begun')
  await script.go("console.log('begun again')\nfor (;;) {}")
  await expect(script.output).toHaveText('begun again')
  await page.clock.fastForward(10_000)
  await expect(script.trouble).toContainText('Stopped after 10 seconds')
  await expect(script.output).toHaveText('begun again')
  await script.go("console.log('next')")
  await expect(script.output).toHaveText('next')
})

test.describe('the sandbox', () => {
  // The browser's own reports of what it refuses are what is meant to happen.
  test.use({ expected: /Content Security Policy|violates|example\.invalid/ })

  const TRIES = `import binaryen from 'binaryen'
async function attempt(name, act) {
  try {
    const came = await act()
    console.log(name, came === undefined ? 'is not there' : 'WORKED')
  } catch ({ name: error }) { console.log(name, 'refused:', error) }
}
await attempt('fetch', () => fetch('SITE'))
await attempt('away', () => fetch('https://example.invalid/'))
await attempt('import', () => import('SITE'))
await attempt('data', () => import('data:text/javascript,1'))
await attempt('request', () => {
  const request = new XMLHttpRequest()
  request.open('GET', 'SITE', false)
  request.send()
  return request
})
await attempt('storage', () => globalThis.localStorage)
await attempt('cookies', () => globalThis.document?.cookie)
await attempt('parent', () => globalThis.parent?.document)
await attempt('database', () => new Promise((resolve, reject) => {
  const request = indexedDB.open('x')
  request.onsuccess = () => resolve(1)
  request.onerror = () => reject(request.error)
}))
await attempt('caches', () => caches.keys())
await attempt('worker', () => new Promise((resolve, reject) => {
  const worker = new Worker('SITE')
  worker.onerror = () => reject(new Error())
  worker.onmessage = resolve
}))
console.log('origin', self.origin)
console.log('done')`

  test('reaches nothing of the site, and nothing else', async ({
    page,
    baseURL,
  }) => {
    const script = await opened(page)
    await script.go(TRIES.replaceAll('SITE', `${baseURL}feed.xml`))
    await expect(script.output).toContainText('done')
    const lines = (await script.output.innerText()).split('\n')
    for (const name of [
      'fetch',
      'away',
      'import',
      'data',
      'request',
      'database',
      'caches',
      'worker',
    ]) {
      const line = lines.find((one) => one.startsWith(`${name} `))
      expect(line, name).toMatch(/ refused: \w+/)
    }
    for (const name of ['storage', 'cookies', 'parent']) {
      expect(lines).toContain(`${name} is not there`)
    }
    expect(lines).toContain('origin null')
  })

  test('is a page with a policy of its own', async ({ page, request }) => {
    const [name] = readdirSync('_site/sandbox')
    const frame = await request.get(`sandbox/${name}`)
    const policy = frame.headers()['content-security-policy']
    expect(policy).toContain("default-src 'none'; script-src 'sha256-")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain('sandbox allow-scripts')
    expect(policy).not.toContain("'self' ")
    expect(frame.headers()['x-content-type-options']).toBe('nosniff')
    await page.goto(at(`/sandbox/${name}`))
    const inPage = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content')
    expect(policy).toContain(inPage!)
  })
})

test.describe('what cannot be loaded', () => {
  test.use({ expected: /Failed to load resource|net::ERR/ })

  test('is told, and comes with the next try', async ({ page, context }) => {
    const script = await opened(page)
    const again = script.trouble.getByRole('button', { name: 'Try again' })
    await script.write("console.log('there')")
    await context.setOffline(true)
    await script.run.click()
    await expect(script.trouble).toContainText('could not be reached')
    await context.setOffline(false)
    for (const [what, path, said] of [
      ['the library', /binaryen-[^/]*\.wasm/, /404/],
      [
        'the Worker’s script',
        /sandbox\.worker-[^/]*\.js$/,
        /script could not be loaded/,
      ],
      [
        'the frame',
        /\/sandbox\/frame-[^/]*\.html$/,
        /frame .* could not be loaded/,
      ],
    ] as const) {
      await test.step(what, async () => {
        await page.route(path, (route) => route.fulfill({ status: 404 }))
        await again.click()
        await expect(script.trouble).toContainText(said)
        await page.unroute(path)
      })
    }
    await again.click()
    await expect(script.output).toHaveText('there')
  })
})

test.describe('below a path', () => {
  test.use({ baseURL: process.env['SITE_BELOW']! })

  test('runs, too, and what it says is text, whatever it says', async ({
    page,
  }) => {
    const script = await opened(page)
    await script.go("console.log('below <img src=x onerror=alert(1)>')")
    await expect(script.output).toHaveText('below <img src=x onerror=alert(1)>')
  })
})

test('a slide drives it', async ({ page }) => {
  await present(page, `${CHAPTER}?present#from-javascript`)
  const script = new Script(page, MADE)
  await expect(script.output).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(script.output).toBeVisible()
  await expect(script.output).toHaveText('37 bytes')
})
