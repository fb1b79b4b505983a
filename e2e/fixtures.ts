/**
 * What browser tests share: a page that reports every policy violation, error
 * and request to another host, each of which fails the test; a program by its
 * name; and the whole site by its addresses.
 */
import { test as base, expect, type Locator, type Page } from 'playwright/test'

export { expect, type Locator, type Page }

export const CHAPTERS = [
  '/compiling/one-line-one-function/',
  '/compiling/from-text-to-tokens/',
  '/compiling/from-tokens-to-a-tree/',
  '/compiling/types/',
  '/compiling/from-tree-to-binaryen/',
  '/compiling/loops-memory-and-the-outside/',
  '/compiling/when-it-goes-wrong/',
  '/compiling/what-optimizing-means/',
  '/compiling/pass-by-pass/',
  '/compiling/levels-and-the-price/',
  '/compiling/wasm-opt/',
  '/compiling/wasm-merge-and-friends/',
  '/compiling/how-the-others-do-it/',
  '/inference/a-bedtime-story-in-this-page/',
  '/inference/webllm/',
  '/inference/keeping-gigabytes/',
  '/inference/a-member-that-never-existed/',
]
/** Talks in so many minutes, put together from steps of chapters. */
export const PATHS = [
  '/compiling/in-ten-minutes/',
  '/compiling/in-forty-minutes/',
  '/inference/in-ten-minutes/',
  '/inference/in-forty-minutes/',
]
export const REPORT = '/2024/01/17/a-wasm-new-year/'
export const REFERENCE = '/compiling/reference/'
export const PLAY = '/play/'
export const CHECK = '/check/'
export const PAGES = [
  '/',
  REPORT,
  '/compiling/',
  '/inference/',
  '/observations/',
  ...CHAPTERS,
  ...PATHS,
  REFERENCE,
  PLAY,
  CHECK,
]

/** An address below the page's base, such as `/sub/path/`. */
export function at(path: string): string {
  return `.${path}`
}

interface Fixtures {
  /** The complaints of the page that a test expects. */
  expected: RegExp
  complaints: string[]
}

export const test = base.extend<Fixtures>({
  expected: [/(?!)/, { option: true }],
  complaints: [
    async ({ page, baseURL, expected }, use) => {
      const complaints: string[] = []
      const { origin } = new URL(baseURL!)
      page.on('pageerror', (error) => complaints.push(`error: ${error}`))
      page.on('console', (message) => {
        if (message.type() !== 'error') return
        complaints.push(`console: ${message.text()}`)
      })
      page.on('request', (request) => {
        const url = new URL(request.url())
        if (/^https?:$/.test(url.protocol) && url.origin !== origin) {
          complaints.push(`request to another host: ${url}`)
        }
      })
      await use(complaints)
      const unexpected = complaints.filter(
        (complaint) => !expected.test(complaint),
      )
      expect(unexpected).toEqual([])
    },
    { auto: true },
  ],
})

/** A runnable program, found as a reader finds it. */
export class Program {
  readonly group: Locator
  readonly text: Locator
  readonly run: Locator
  readonly stop: Locator
  readonly output: Locator
  readonly reset: Locator
  readonly island: Locator
  readonly editor: Locator
  readonly #page: Page

  constructor(page: Page, name: string) {
    this.#page = page
    this.group = page.getByRole('group', { name, exact: true })
    this.text = this.group.getByRole('textbox', { name: 'Program' })
    this.run = this.group.getByRole('button', { name: 'Run', exact: true })
    this.stop = this.group.getByRole('button', { name: 'Stop', exact: true })
    this.output = this.group.getByRole('status', { name: 'Output' })
    this.reset = this.group.getByRole('button', { name: /reset/i })
    this.island = page.locator('is-land', { has: this.group })
    this.editor = this.group.locator('.cm-editor')
  }

  /** Goes into the text, and waits for the editor. */
  async edit(): Promise<void> {
    await this.text.click()
    await expect(this.editor).toBeVisible()
  }

  /** Types behind the last character of the text. */
  async append(text: string): Promise<void> {
    await this.edit()
    await this.#page.keyboard.press('ControlOrMeta+End')
    await this.#page.keyboard.type(text)
  }

  /** Replaces the whole text in the editor, as a person does. */
  async write(text: string): Promise<void> {
    await this.edit()
    await this.#page.keyboard.press('ControlOrMeta+a')
    if (text) await this.#page.keyboard.insertText(text)
    else await this.#page.keyboard.press('Delete')
  }
}

/** For what changes within a frame or two, and many times in one test. */
export const OFTEN = { intervals: [20] }

/** A promise, and what keeps it. */
export function promised(): { promise: Promise<void>; keep: () => void } {
  let keep: () => void
  const promise = new Promise<void>((resolve) => (keep = resolve))
  return { promise, keep: () => keep() }
}

/** Holds files back that the page asks for. @returns what lets them come. */
export async function holdBack(
  page: Page,
  files: string | RegExp,
): Promise<() => void> {
  const held = promised()
  await page.route(files, async (route) => {
    await held.promise
    await route.continue()
  })
  return held.keep
}

/** Has the browser say that it has a graphics card, for engines that others play. */
export async function lendCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const limits = {
      maxBufferSize: 2 ** 31,
      maxStorageBufferBindingSize: 2 ** 31,
      maxStorageBuffersPerShaderStage: 10,
      maxComputeWorkgroupStorageSize: 2 ** 15,
    }
    const info = { vendor: 'made-up', architecture: '', description: '' }
    const adapter = { limits, info, features: new Set(['shader-f16']) }
    const gpu = { requestAdapter: async () => adapter }
    Object.defineProperty(Navigator.prototype, 'gpu', { get: () => gpu })
  })
}

/** Has a script play WebLLM's Worker. It is as large as that, as the page counts its bytes. */
export async function playWebllm(page: Page, script: string): Promise<void> {
  await page.route('**/outward/webllm.worker-*.js', async (route) => {
    const response = await route.fetch()
    const { length } = await response.body()
    await route.fulfill({ response, body: script.padEnd(length) })
  })
}

/** Opens a page, and waits for its script. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(at(path))
  await expect(page.locator('html[data-ready]')).toBeAttached()
}

/** The slide that is shown. */
export function slideOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Slide', exact: true })
}

export function headingOf(page: Page): Locator {
  return slideOf(page).getByRole('heading').first()
}

/** Opens an address that presents, and waits for the slide. */
export async function present(page: Page, path: string): Promise<void> {
  await open(page, path)
  await expect(slideOf(page)).toBeVisible()
}
