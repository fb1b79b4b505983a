/** What a page costs before anybody touches it, for the benchmark and the tests. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'

export interface FirstLoad {
  /** Answers of the server but for fonts, the page itself included. */
  requests: number
  fonts: number
  /** Bytes of scripts, compressed by gzip. */
  script: number
}

/** Opens an address in a fresh page, and counts until the network is idle. */
export async function firstLoad(page: Page, url: string): Promise<FirstLoad> {
  const load = { requests: 0, fonts: 0, script: 0 }
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind === 'font') load.fonts++
    else load.requests++
    if (kind === 'script') scripts.push(response.body())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  for (const body of await Promise.all(scripts)) {
    load.script += gzipSync(body).length
  }
  return load
}
