/**
 * Hosting: the folder works at the root and below a path, with the policy on
 * every file; a page asks for nothing but its own, and for little of that.
 */
import { firstLoad } from '../src/commands/first-load.ts'
import { at, CHAPTERS, expect, open, PAGES, Program, test } from './fixtures.ts'

test.describe('below a path', () => {
  test.use({ baseURL: process.env['SITE_BELOW']! })

  test('a program runs, and links stay below it', async ({ page }) => {
    await open(page, CHAPTERS[0]!)
    const program = new Program(page, 'The first program')
    await program.run.click()
    await expect(program.group).toContainText('compiled in')
    await page.getByRole('link', { name: 'A Wasm New Year' }).first().click()
    await expect(page).toHaveURL(process.env['SITE_BELOW']!)
  })
})

test.describe('the policy', () => {
  test('is on every file, Workers included, and in every page', async ({
    page,
  }) => {
    const seen = new Map<string, string>()
    page.on('response', async (response) => {
      const { pathname } = new URL(response.url())
      seen.set(pathname, response.headers()['content-security-policy'] ?? '')
    })
    await open(page, CHAPTERS[0]!)
    const program = new Program(page, 'The first program')
    await program.text.click()
    await program.run.click()
    await expect(program.group).toContainText('compiled in')

    const files = [...seen.keys()].join('\n')
    expect(files).toMatch(/\/workshop\.worker-[A-Z0-9]{8}\.js$/m)
    for (const [path, policy] of seen) {
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy, path).toContain("connect-src 'self';")
      expect(policy, path).not.toContain('unsafe-inline')
    }
    const inPage = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content')
    expect(inPage).toContain("script-src 'self' 'wasm-unsafe-eval';")
  })

  test.describe('breaks what it forbids', () => {
    // The browser's own reports of both are what is meant to happen.
    test.use({ expected: /Content Security Policy|example\.invalid/ })

    test('scripts of text, and other hosts', async ({ page, complaints }) => {
      await open(page, CHAPTERS[0]!)
      const said = await page.evaluate(async () => {
        const script = document.createElement('script')
        script.textContent = 'document.title = "inline"'
        document.head.append(script)
        const away = await fetch('https://example.invalid/').then(
          () => 'fetched',
          () => 'refused',
        )
        return [document.title, away]
      })
      expect(said).toEqual([expect.stringMatching(/^One line/), 'refused'])
      await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(2)
    })
  })

  test('what is named after its content is kept forever', async ({
    page,
    request,
    baseURL,
  }) => {
    await page.goto(at(CHAPTERS[0]!))
    const script = await page
      .locator('script[src*="/page-"]')
      .evaluate((element: HTMLScriptElement) => element.src)
    const named = await request.get(script)
    expect(named.headers()['cache-control']).toContain('immutable')
    const talk = await request.get(`${baseURL}compiling/`)
    expect(talk.headers()['cache-control'] ?? '').not.toContain('immutable')
  })
})

test.describe('the first visit, below a path', () => {
  test.use({ baseURL: process.env['SITE_BELOW']! })

  for (const path of PAGES) {
    test(`${path} finds all it loads, in 6 requests with 10 KB of script, and moves nothing`, async ({
      page,
    }) => {
      await page.addInitScript(() => {
        const shifts: number[] = []
        Object.assign(globalThis, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            shifts.push((entry as unknown as { value: number }).value)
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      const missing: string[] = []
      page.on('response', (response) => {
        if (response.status() >= 400) missing.push(response.url())
      })
      const load = await firstLoad(page, at(path))
      expect(missing).toEqual([])
      expect(load.requests).toBeLessThanOrEqual(6)
      expect(load.script).toBeGreaterThan(0)
      expect(load.script).toBeLessThanOrEqual(10_000)
      expect(await page.evaluate('shifts')).toEqual([])
      expect(new URL(page.url()).pathname).toBe(`/sub/path${path}`)
    })
  }
})
