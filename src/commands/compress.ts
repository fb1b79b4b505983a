/**
 * Files compressed beside the originals, as `npm start` and many hosts serve
 * them. Text takes a moment; Binaryen's binary takes half a minute of CPU at
 * brotli's best, so that is done in a thread of its own, once for its content.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const CACHE = path.resolve('node_modules/.cache/a-wasm-new-year/brotli')

/** Writes `.br` beside pages, scripts and other text. */
export async function compressText(folder: string): Promise<void> {
  const files = await filesIn(folder, /\.(?:html|js|css|svg|xml|txt)$/)
  for (const file of files) await compressOnce(file, 9)
}

/** Writes `.br` beside WebAssembly, from the cache if it was done before. */
export async function compressBinaries(folder: string): Promise<void> {
  for (const file of await filesIn(folder, /\.wasm$/)) {
    await compressOnce(file, constants.BROTLI_MAX_QUALITY)
  }
}

async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const files = await readdir(folder, { recursive: true })
  return files
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file))
}

async function compressOnce(file: string, quality: number): Promise<void> {
  const content = await readFile(file)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 20)
  const kept = path.join(CACHE, `${hash}-${quality}.br`)
  if (!existsSync(kept)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
    const compressed = await compress(content, { params })
    await mkdir(CACHE, { recursive: true })
    await writeFile(`${kept}.part`, compressed)
    await rename(`${kept}.part`, kept)
  }
  await copyFile(kept, `${file}.br`)
}
