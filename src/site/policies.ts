/**
 * The content security policy in pages and for hosts. The style sheet stands in
 * each page, with paths relative to it; its hash goes into that page's policy,
 * and all of them go into `_headers`.
 */
import { readdir, writeFile } from 'node:fs/promises'
import type { UserConfig } from '@11ty/eleventy'
import { contentPolicy, headersFile, contentHash } from './headers.ts'
import { relative } from './links.ts'

export class Policies {
  readonly #hashes = new Set<string>()
  readonly #styles: (page: string) => string
  readonly #eleventy: UserConfig

  /** Adds the filters `styles` and `policy`, of a page's address, and `faces`. */
  constructor(eleventy: UserConfig, styles: (page: string) => string) {
    this.#styles = styles
    this.#eleventy = eleventy
    eleventy.addFilter('styles', (page: string) => this.#sheet(page))
    eleventy.addFilter('faces', () => this.#faces())
    eleventy.addFilter('policy', (page: string) => this.#policy(page))
  }

  /**
   * The faces that the sheet names, so that a page can ask for them early: from
   * the site's root, as these are links like others.
   */
  #faces(): string[] {
    const sources = this.#styles('/').matchAll(
      /url\("?\.\/([^)"]+\.woff2)"?\)/g,
    )
    return [...sources].map(([, file]) => `/assets/${file}`)
  }

  /**
   * Writes `_headers`, when all pages have asked for their policy and all
   * files are there.
   * @param sandbox the policy of the frame
   */
  async write(sandbox: string): Promise<void> {
    const entries = (await readdir('_site', { withFileTypes: true }))
      .filter(({ name }) => name !== '_headers')
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    const text = headersFile([...this.#hashes].sort(), entries.sort(), sandbox)
    await writeFile('_site/_headers', text)
  }

  #policy(page: string): string {
    const hash = contentHash(this.#sheet(page))
    this.#hashes.add(hash)
    return contentPolicy([hash])
  }

  #sheet(page: string): string {
    const assets =
      page === '/404.html'
        ? `${this.#eleventy.pathPrefix}assets/`
        : relative('/assets/', page)
    return this.#styles(page).replaceAll(
      /url\("?\.\/([^)"]+)"?\)/g,
      `url(${assets}$1)`,
    )
  }
}
