/**
 * Takes the pinned `binaryen` package apart into glue and `.wasm`, at build
 * time. As shipped, the library and each of the tools is one script with the
 * WebAssembly binary inside, written as a template literal of 10 to 15 MB: no
 * browser can stream it, keep its compiled code, or start a second instance
 * from it.
 *
 * Both halves lie in a cache folder named after the package's version, the
 * script and its file, so that each is taken apart once.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { splitLibrary } from './split-library.ts'
import { splitTool } from './split-tool.ts'
import type { ToolName } from './tools.ts'

export { TOOLS } from './tools.ts'

/** Raise it with every change to what a split writes: old caches expire. */
const RECIPE = 3

/** Where the two halves of a script of the package lie. */
export interface Halves {
  /** Absolute path of the ES module whose default export is the factory. */
  glue: string
  /** Absolute path of the WebAssembly binary. */
  wasm: string
  /** Size of the binary in bytes. */
  wasmBytes: number
  /** Version of the package, such as `132.0.0`. */
  version: string
}

/**
 * Splits the library of the installed package, or finds it already split. The
 * first call takes about two seconds, the next ones a few milliseconds, in any
 * process; two processes may do it at once.
 *
 * @throws {Error} if the package is not built as expected
 */
export function splitBinaryen(): Promise<Halves> {
  return halvesOf('binaryen', libraryFile(), splitLibrary)
}

/** The same for one of the command-line tools. */
export function splitBinaryenTool(name: ToolName): Promise<Halves> {
  const file = path.join(path.dirname(libraryFile()), 'bin', name)
  return halvesOf(name, file, (source) => splitTool(source, name))
}

function libraryFile(): string {
  return createRequire(import.meta.url).resolve('binaryen')
}

async function halvesOf(
  name: string,
  file: string,
  split: (source: string) => { glue: string; wasm: Uint8Array },
): Promise<Halves> {
  const home = path.dirname(libraryFile())
  const manifest = await readFile(path.join(home, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const { size, mtimeMs } = await stat(file)
  const id = hash([RECIPE, size, mtimeMs])
  const cache = path.resolve(home, '../.cache/a-wasm-new-year')
  const folder = path.join(cache, `${name}-${version}-${id}`)
  const glue = path.join(folder, 'glue.js')
  const wasm = path.join(folder, `${name}.wasm`)
  const found = await stat(wasm).catch(() => null)
  if (found) return { glue, wasm, wasmBytes: found.size, version }

  const halves = split(await readFile(file, 'utf8'))
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  await writeFile(path.join(draft, 'glue.js'), halves.glue)
  await writeFile(path.join(draft, `${name}.wasm`), halves.wasm)
  await moveOnce(draft, folder)
  return { glue, wasm, wasmBytes: halves.wasm.length, version }
}

/** Both files come to be in one step. */
async function moveOnce(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder)
  } catch (error) {
    // Another process may have been first; its files are the same.
    await rm(draft, { recursive: true })
    if (!(await stat(folder).catch(() => null))) throw error
  }
}

function hash(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts)
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
