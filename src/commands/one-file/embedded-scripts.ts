/**
 * The scripts of one file: the same sources, built for a page that has all it
 * needs in itself. What would be a file beside the scripts becomes a part of
 * the page; `Worker`, `fetch`, `location` and `history` are those of
 * `embedded.page.ts` and `address.page.ts`. Workers are classic ones, as
 * `file://` starts no module from a `blob:`.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { splitBinaryen } from '../../binaryen/split.ts'
import { engineParts } from '../../site/engine-parts.ts'
import { halves } from '../../site/halves.ts'
import { scriptOptions } from '../../site/script-options.ts'
import { storytellerFiles } from '../../site/storyteller-files.ts'
import { webllmRecords } from '../../site/webllm-records.ts'
import { workers } from '../../site/workers.ts'

/** A part of the page: what the site has as a file of its own. */
export interface Part {
  name: string
  bytes: Buffer
}

export interface EmbeddedScripts {
  /** The page's own script. */
  script: string
  /** Scripts of Workers, and binaries. */
  parts: Part[]
}

const HERE = path.resolve('src/commands/one-file')

const options: BuildOptions = {
  format: 'iife',
  sourcemap: false,
  define: { 'import.meta.url': '"embedded:/"', OFFLINE: 'false' },
}

/** @param islands the tag names of those that run */
export async function embeddedScripts(
  islands: readonly string[],
): Promise<EmbeddedScripts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'one-file-'))
  const outdir = path.join(folder, 'assets')
  try {
    await build({
      ...scriptOptions,
      ...options,
      outdir,
      entryNames: 'page',
      entryPoints: ['src/page-of-islands.ts'],
      inject: ['embedded', 'address'].map((name) => `${HERE}/${name}.page.ts`),
      plugins: [
        islandScripts(islands),
        leaveOut(),
        halves('binaryen', splitBinaryen),
        workers(folder, {
          ...options,
          inject: [`${HERE}/embedded-worker.page.ts`],
        }),
        engineParts(true),
        storytellerFiles(),
        webllmRecords(),
      ],
    })
    const files = (await readdir(outdir)).sort()
    const parts = await Promise.all(
      files.map(async (name) => ({
        name,
        bytes: await readFile(path.join(outdir, name)),
      })),
    )
    const page = parts.find(({ name }) => name === 'page.js')!
    return {
      script: page.bytes.toString(),
      parts: parts.filter((part) => part !== page),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** In place of `island-script.ts`: islands by their tags. */
function islandScripts(names: readonly string[]): Plugin {
  const entries = names.map(
    (name) =>
      `${JSON.stringify(name)}: () => import('./islands/${name}/${name}.ts'),`,
  )
  return {
    name: 'island-scripts',
    setup(builder) {
      const namespace = 'island-scripts'
      builder.onResolve({ filter: /\/island-script\.ts$/ }, () => ({
        path: namespace,
        namespace,
      }))
      builder.onLoad({ filter: /./, namespace }, () => ({
        contents: `const scripts = { ${entries.join('\n')} }
          export const bring = (island) => scripts[island.getAttribute('import')]()`,
        resolveDir: path.resolve('src'),
      }))
    },
  }
}

/** Without AssemblyScript, models for the graphics card, and sheets, which are in the page’s. */
function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    setup(builder) {
      const namespace = 'left-out'
      const filter = /\?(?:outward|sheet)$|\/rivals\.worker\.ts\?worker$/
      builder.onResolve({ filter }, ({ path: name }) => ({
        path: name,
        namespace,
      }))
      builder.onLoad({ filter: /./, namespace }, () => ({
        contents: `export default ''\nexport const bytes = 0`,
      }))
    },
  }
}
