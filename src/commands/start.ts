/**
 * `npm start`: builds the site and serves it. Text is compressed at once, the
 * large binaries in the background, once for each content.
 */
import { buildSite } from './build.ts'
import { compressText, compressBinaries } from './compress.ts'
import { serveFrom } from './serve.ts'

export async function main(): Promise<number> {
  const wanted = Number(process.env['PORT'] ?? 8080)
  await buildSite()
  await compressText('_site')
  const { url } = await serveFrom({ folder: '_site', port: wanted })
  const isTaken = wanted !== 0 && !url.includes(`:${wanted}/`)
  const taken = isTaken ? ` (port ${wanted} is taken)` : ''
  process.stdout.write(`A Wasm New Year is at ${url}${taken}\n`)
  await compressBinaries('_site')
  await new Promise(() => {})
  return 0
}
