/**
 * `npm start`: builds the site and serves it. Text is compressed at once, the
 * large binaries in the background, once for each content. With `--models DIR`, a
 * folder that `npm run models:mirror` made is served as well, at `/models/`.
 */
import { buildSite } from './build.ts'
import { compressText, compressBinaries } from './compress.ts'
import { addressesOf, demandModels } from './mirror/addresses.ts'
import { serveFrom } from './serve.ts'

export async function main(words: string[] = []): Promise<number> {
  const [option, models] = words
  if (option !== undefined && (option !== '--models' || !models)) {
    process.stderr.write(
      'npm start takes nothing, or --models DIR, a folder made by npm run models:mirror.\n',
    )
    return 2
  }
  const mirrored = models ? await demandModels(models) : []
  const wanted = Number(process.env['PORT'] ?? 8080)
  await buildSite()
  await compressText('_site')
  const { url } = await serveFrom({
    folder: '_site',
    port: wanted,
    ...(models && { models }),
  })
  const isTaken = wanted !== 0 && !url.includes(`:${wanted}/`)
  const taken = isTaken ? ` (port ${wanted} is taken)` : ''
  process.stdout.write(`A Wasm New Year is at ${url}${taken}\n`)
  process.stdout.write(addressesOf(mirrored, url))
  await compressBinaries('_site')
  await new Promise(() => {})
  return 0
}
