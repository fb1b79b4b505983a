/**
 * Before going on stage: a small talk, put together from steps of real chapters,
 * with something planted in it that would fail.
 */
import { expectNoFaults } from './axe.ts'
import { CHECK, expect, open, test, type Page } from './fixtures.ts'

const CHAPTER = '/compiling/loops-memory-and-the-outside/'
const STORIES = '/inference/a-bedtime-story-in-this-page/'
const SMALL = `${CHECK}?talk=/small/&size=1280x720`
const STEP = '<section class="step'

/** What a test makes of the talk, before it is served. */
interface Small {
  /** Steps of the chapters above, by their addresses, with their minutes. */
  steps: Record<string, { minutes: number; skippable?: boolean }>
  /** Seconds in which a demo has to show a sign of life. */
  patience?: number
  change?: (html: string) => string
}

/** Puts a talk of one page into the check. */
async function serveSmall(
  page: Page,
  { steps, patience = 30, change = (html) => html }: Small,
): Promise<void> {
  await page.route(/\/check\/(?:\?.*)?$/, async (route) => {
    const response = await route.fetch()
    const html = (await response.text())
      .replace(/data-patience="\d+"/, `data-patience="${patience}"`)
      .replace(
        '<optgroup',
        `<option value="/small/" data-pages="${CHAPTER}" data-minutes="40">Small</option><optgroup`,
      )
    await route.fulfill({ response, body: html })
  })
  await page.route(
    /\/loops-memory-and-the-outside\/\?rehearsal$/,
    async (route) => {
      const response = await route.fetch()
      const [head, ...own] = (await response.text()).split(STEP)
      const other = await route.fetch({
        url: route.request().url().replace(CHAPTER, STORIES),
      })
      const all = [...own, ...(await other.text()).split(STEP).slice(1)]
      const chosen = Object.entries(steps).map(([id, { minutes, skippable }]) =>
        all
          .find((step) => step.includes(`id="${id}"`))!
          .replace(
            /data-minutes="[^"]*"/,
            `data-minutes="${minutes}"${skippable ? ' data-skippable' : ''}`,
          ),
      )
      const body = [head, ...chosen, own.at(-1)].join(STEP)
      await route.fulfill({ response, body: change(body) })
    },
  )
}

/** Puts another program into a listing. */
function plant(html: string, title: string, program: string): string {
  const start = html.indexOf(`aria-label="${title}"`)
  const from = html.indexOf('<code>', start)
  const to = html.indexOf('</code>', from)
  return `${html.slice(0, from)}<code>${program}${html.slice(to)}`
}

async function runCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check it' }).click()
}

function light(page: Page) {
  return page
    .getByRole('region', { name: /ready|stopped/i })
    .getByRole('heading')
}

function finding(page: Page, kind: string) {
  return page
    .getByRole('list', { name: 'What would fail' })
    .getByRole('listitem')
    .filter({ has: page.getByText(kind, { exact: true }) })
}

test.describe('what was planted is found', () => {
  // The model is not there, and who asks for it says so.
  test.use({ expected: /Failed to load resource|ERR_FAILED/ })

  test('each with its slide, and with what to do', async ({ page }) => {
    await serveSmall(page, {
      steps: {
        'every-line-runs-once': { minutes: 20 },
        'a-story-at-once': { minutes: 20 },
        'memory-is-a-row-of-bytes': { minutes: 12, skippable: true },
      },
      patience: 6,
      change: (html) => {
        const thrown = plant(
          html,
          'Three, two, one',
          'export function main(): i32 { return load&lt;i32&gt;(-4) }',
        )
        const endless = plant(
          thrown,
          'A long countdown',
          'export function main(): void { while (true) {} }',
        )
        const tiny =
          '<svg width="300" height="30"><text y="20" font-size="9">read me</text></svg>'
        return endless.replace(/(id="recap"[\s\S]*?<\/h2>)/, `$1${tiny}`)
      },
    })
    await page.route('**/*.gguf', (route) => route.abort())
    await open(page, SMALL)
    await runCheck(page)
    await expect(light(page)).toHaveText('Not ready: 6 things would fail', {
      timeout: 40_000,
    })
    await expect(light(page)).toBeFocused()

    const thrown = finding(page, 'Errs')
    await expect(thrown).toContainText('“Three, two, one” ends with an error')
    await expect(thrown.getByRole('link')).toHaveAttribute(
      'href',
      new RegExp(`${CHAPTER}\\?present#every-line-runs-once$`),
    )
    const endless = finding(page, 'Never ends')
    await expect(endless).toContainText('“A long countdown”')
    await expect(endless).toContainText('stopped after 6 seconds')
    await expect(finding(page, 'Not stored')).toContainText(
      '“A story to order”',
    )
    await expect(finding(page, 'Too small')).toContainText(
      '“read me” is 9 pixels large, 1/80',
    )
    const minutes = finding(page, 'Minutes')
    await expect(minutes).toContainText(
      'The steps take 52 minutes, and the slot has 40',
    )
    await expect(minutes).toContainText('“Memory is a row of bytes” (12)')
    // Browser tests have no service worker.
    await expect(finding(page, 'Not known without network')).toContainText(
      'This browser stores nothing here',
    )
    await expectNoFaults(page)
  })
})

test.describe('a small talk that is well', () => {
  test('gets the green light, changes nothing, and is remembered', async ({
    page,
    context,
  }) => {
    await serveSmall(page, {
      steps: { 'every-line-runs-once': { minutes: 38 } },
    })
    const other = await context.newPage()
    await open(other, `${CHAPTER}?present#memory-is-a-row-of-bytes`)
    await open(page, `${SMALL}&network`)
    // Somebody has changed a program here.
    const key = await other
      .locator('[aria-label="Three, two, one"]')
      .getAttribute('data-key')
    const kept = await page.evaluate((name) => {
      const mine = { version: 1, text: 'export function main(): void {}' }
      localStorage.setItem(`a-wasm-new-year:${name}`, JSON.stringify(mine))
      return JSON.stringify(localStorage)
    }, key)
    await runCheck(page)
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect(light(page)).toHaveText('Stopped. Up to here, all is well')
    await runCheck(page)
    await expect(light(page)).toHaveText('Ready for the stage')
    await expect(
      page.getByText(
        /4 slides, \d+ key presses and 2 demos at 1280 × 720, with the network on/,
      ),
    ).toBeVisible()
    await page.getByText(/things to know/).click()
    await expect(
      page.getByText('2 minutes are left for questions'),
    ).toBeVisible()
    await expect(
      page.getByText('You have changed “Three, two, one”'),
    ).toBeVisible()
    await page.reload()
    await expect(light(page)).toHaveText('Ready for the stage')
    const after = await page.evaluate(() => {
      localStorage.removeItem('a-wasm-new-year:check:/small/')
      return JSON.stringify(localStorage)
    })
    expect(after).toBe(kept)
    expect(await page.evaluate(() => history.length)).toBe(2)
    expect(new URL(other.url()).hash).toBe('#memory-is-a-row-of-bytes')
  })
})
