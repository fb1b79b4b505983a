/**
 * Takes a talk’s pages as they stand in a browser, with what their demos show:
 * pieces of markup that need no script.
 */
import { build } from 'esbuild'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import type { Talk } from './talk.ts'

/** A slide as it is after so many key presses of its step. */
export interface TakenSlide {
  /** The step’s name on its page. */
  step: string
  title: string
  press: number
  /** Whether the next key press shows another slide. */
  isLast: boolean
  markup: string
}

/** What a page gives. */
export interface Taken {
  /** All of its style sheets; their addresses are whole. */
  styles: string[]
  language: string
  title: string
  /** The class of its body. */
  kind: string
  /** Its address once it is published. */
  published: string
  steps: { id: string; title: string }[]
  /** In which step each name is. */
  owners: Record<string, string>
  slides: TakenSlide[]
  /** Demos that did not do what they should, and why. */
  troubles: string[]
  article: string
}

/** A page of the talk, under its address. */
export type TakenPage<Part extends keyof Taken> = Pick<
  Taken,
  Exclude<keyof Taken, 'slides' | 'troubles' | 'article'> | Part
> & {
  /** Where it is served. */
  url: string
  /** Put before all of its names. */
  prefix: string
}

declare global {
  interface Window {
    /** @param every with a slide for each key press */
    takeSlides(prefix: string, every: boolean): Promise<Omit<Taken, 'article'>>
    takeArticle(prefix: string): Omit<Taken, 'slides' | 'troubles'>
  }
}

export class Taking {
  readonly #browser: Browser
  readonly #site: string
  readonly #script = bundled('src/commands/export/taking.page.ts')

  /** @param site where it is served */
  constructor(browser: Browser, site: string) {
    this.#browser = browser
    this.#site = site
  }

  /** Goes through all key presses of all slides. */
  slides(
    talk: Talk,
    options: BrowserContextOptions & { every: boolean; say: Say },
  ): Promise<TakenPage<'slides' | 'troubles'>[]> {
    const { every, say, ...context } = options
    return this.#each(talk, context, say, (page, prefix) =>
      page.evaluate(([own, all]) => window.takeSlides(own, all), [
        prefix,
        every,
      ] as const),
    )
  }

  articles(talk: Talk, say: Say): Promise<TakenPage<'article'>[]> {
    return this.#each(talk, { colorScheme: 'light' }, say, (page, prefix) =>
      page.evaluate((own) => window.takeArticle(own), prefix),
    )
  }

  /** Who gives the talk, as its own page says. */
  async speaker({ home }: Talk): Promise<string> {
    const page = await this.#browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${this.#site}${home}`)
    const name = await page.locator('.title-speaker').textContent()
    await page.close()
    return name!
  }

  async #each<T>(
    talk: Talk,
    options: BrowserContextOptions,
    say: Say,
    take: (page: Page, prefix: string) => Promise<T>,
  ): Promise<(T & { url: string; prefix: string })[]> {
    const script = await this.#script
    const all = []
    for (const [index, path] of talk.pages.entries()) {
      // A context of its own: nothing is kept from one page to the next.
      const context = await this.#browser.newContext({
        reducedMotion: 'reduce',
        ...options,
      })
      const page = await context.newPage()
      const url = `${this.#site}${path}`
      await page.goto(url)
      await page
        .locator('html[data-ready]')
        .waitFor({ state: 'attached', timeout: 60_000 })
      say(index + 1, talk.pages.length, await page.locator('h1').innerText())
      const prefix = `${path.replaceAll('/', '-')}-`
      await page.evaluate(script)
      all.push({ ...(await take(page, prefix)), url, prefix })
      await context.close()
    }
    return all
  }
}

/** Told before each page. */
export type Say = (number: number, count: number, title: string) => void

/** @returns a script of ours for a page, in one piece */
export async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles[0]!.text
}
