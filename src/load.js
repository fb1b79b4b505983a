/**
 * Loads a TypeScript module in Node: esbuild joins it with what it imports from
 * `src/` into one file, and that is imported. Packages stay outside, so that
 * each is loaded once and as its author ships it. (`tsx` and the like rewrite
 * packages too, and then importing Binaryen costs 8 s of CPU instead of 0.5.)
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Where generated files live; one place, so that deleting it starts afresh. */
const cache = path.resolve('node_modules/.cache/a-wasm-new-year/load')

/**
 * @param {string} file a TypeScript module, from the project's root
 * @returns {Promise<any>} its exports
 */
export async function load(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
  })
  const code = outputFiles[0].text
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12)
  const joined = path.join(cache, `${path.basename(file, '.ts')}-${hash}.mjs`)
  await mkdir(cache, { recursive: true })
  await writeFile(joined, code)
  return import(pathToFileURL(joined).href)
}
