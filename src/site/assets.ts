/**
 * Everything that browsers load beside the pages, built by esbuild:
 *
 * 1. Binaryen's package is split into glue and `.wasm` (cached by content).
 * 2. `src/page.ts`, each island and the deck become modules with hashed names;
 *    what they share is a chunk of its own, loaded once.
 * 3. A Worker (`import url from './x.worker.ts?worker'`) is a bundle of its
 *    own, because its response carries its own security headers.
 * 4. The style sheets become one text, inlined into each page.
 *
 * Why esbuild alone: pages name what they load, so a bundler has no HTML to
 * read, and a rebuild takes a tenth of a second.
 */
import { existsSync, readdirSync } from 'node:fs'
import { writeFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { splitBinaryen } from '../binaryen/split.ts'

/** Addresses from the site's root, such as `/assets/page-ABCD1234.js`. */
export interface Assets {
  page: string
  /** By tag name. */
  islands: Map<string, string>
  /** The sheet for every page; its `url(…)`s start with `./`, in `/assets/`. */
  styles: string
}

const OUT = '_site/assets'

const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  metafile: true,
  outdir: OUT,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.wasm': 'file', '.woff2': 'file' },
  logLevel: 'error',
}

/** Folders of `src/islands`; each is one custom element of that name. */
export function islandNames(): string[] {
  return readdirSync('src/islands', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/** Builds scripts, Workers and styles into `_site/assets`. */
export async function buildAssets(): Promise<Assets> {
  const names = islandNames()
  const [scripts, styles] = await Promise.all([
    build({
      ...common,
      splitting: true,
      entryPoints: [
        'src/page.ts',
        ...names.map((name) => `src/islands/${name}/${name}.ts`),
      ],
      plugins: [binaryenParts(), workers()],
    }),
    buildStyles(),
  ])
  const outputs = entryOutputs(scripts.metafile!)
  return {
    page: address(outputs.get('src/page.ts')!),
    islands: new Map(
      names.map((name) => [
        name,
        address(outputs.get(`src/islands/${name}/${name}.ts`)!),
      ]),
    ),
    styles,
  }
}

/** The sheet as text; only the faces that it names become files. */
async function buildStyles(): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['src/styles/site.css'],
    sourcemap: false,
    write: false,
  })
  await mkdir(OUT, { recursive: true })
  let styles = ''
  for (const { path: file, contents, text } of outputFiles!) {
    if (file.endsWith('.css')) styles = text.trim()
    else await writeFile(file, contents)
  }
  return styles
}

function entryOutputs(metafile: {
  outputs: Record<string, { entryPoint?: string }>
}): Map<string, string> {
  const entries = Object.entries(metafile.outputs)
  return new Map(
    entries.flatMap(([file, { entryPoint }]) =>
      entryPoint ? [[entryPoint, file] as const] : [],
    ),
  )
}

function address(file: string): string {
  return `/${path.relative('_site', file)}`
}

/** `virtual:binaryen-glue` and `virtual:binaryen-wasm`, from the split package. */
function binaryenParts(): Plugin {
  return {
    name: 'binaryen-parts',
    setup(builder) {
      const split = splitBinaryen()
      builder.onResolve({ filter: /^virtual:binaryen-glue$/ }, async () => ({
        path: (await split).glue,
      }))
      builder.onResolve({ filter: /^virtual:binaryen-wasm$/ }, async () => ({
        path: (await split).wasm,
        namespace: 'binaryen-wasm',
      }))
      builder.onLoad(
        { filter: /./, namespace: 'binaryen-wasm' },
        async ({ path: wasm }) => ({
          contents: `export { default as url } from ${JSON.stringify(wasm)}
            export const bytes = ${(await split).wasmBytes}`,
          resolveDir: path.dirname(wasm),
        }),
      )
    },
  }
}

/**
 * Vite's spelling: the default export is the Worker's file name. One of
 * `?script` is no module, and can be started from text where nothing can be
 * loaded.
 */
function workers(): Plugin {
  return {
    name: 'workers',
    setup(builder) {
      builder.onResolve(
        { filter: /\?(?:worker|script)$/ },
        ({ path: name, resolveDir }) => {
          const [file, namespace] = name.split('?')
          const whole = path.resolve(resolveDir, file!)
          if (!existsSync(whole))
            return { errors: [{ text: `No Worker ${whole}` }] }
          return { path: whole, namespace: namespace! }
        },
      )
      for (const namespace of ['worker', 'script']) {
        builder.onLoad({ filter: /./, namespace }, async ({ path: file }) => {
          const { metafile } = await build({
            ...common,
            format: namespace === 'script' ? 'iife' : 'esm',
            entryPoints: [file],
            plugins: [binaryenParts()],
          })
          const inputs = Object.keys(metafile!.inputs).filter(existsSync)
          const output = entryOutputs(metafile!).values().next().value!
          return {
            contents: `export default ${JSON.stringify(`./${path.basename(output)}`)}`,
            watchFiles: inputs.map((input) => path.resolve(input)),
          }
        })
      }
    },
  }
}
