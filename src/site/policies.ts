/**
 * The content security policy in pages and for hosts. The style sheet stands in
 * each page, with paths relative to it; its hash goes into that page's policy,
 * and all of them go into `_headers`.
 */
import { writeFile } from 'node:fs/promises'
import type { UserConfig } from '@11ty/eleventy'
import { contentPolicy, headersFile, styleHash } from './headers.ts'
import { relative } from './links.ts'

export function policies(eleventy: UserConfig, styles: () => string): void {
  const hashes = new Set<string>()
  const sheet = (page: string) => {
    const assets =
      page === '/404.html'
        ? `${eleventy.pathPrefix}assets/`
        : relative('/assets/', page)
    return styles().replaceAll(/url\("?\.\/([^)"]+)"?\)/g, `url(${assets}$1)`)
  }
  eleventy.addFilter('styles', (page: string) => sheet(page))
  eleventy.addFilter('policy', (page: string) => {
    const hash = styleHash(sheet(page))
    hashes.add(hash)
    return contentPolicy([hash])
  })
  eleventy.on('eleventy.after', async () => {
    await writeFile('_site/_headers', headersFile([...hashes].sort()))
  })
}
