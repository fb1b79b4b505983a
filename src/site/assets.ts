/**
 * Everything that browsers load beside the pages, built by esbuild:
 *
 * 1. Binaryen's library and its tools are split into glue and `.wasm` (cached by
 *    content).
 * 2. `src/page.ts`, each island and the deck become modules with hashed names;
 *    what they share is a chunk of its own, loaded once.
 * 3. A Worker (`import url from './x.worker.ts?worker'`) is a bundle of its
 *    own, because its response carries its own security headers. Each of
 *    Binaryen's tools has one.
 * 4. The style sheets become one text, inlined into each page.
 *
 * Why esbuild alone: pages name what they load, so a bundler has no HTML to
 * read, and a rebuild takes a tenth of a second.
 */
import { existsSync, readdirSync } from 'node:fs'
import { writeFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import {
  splitBinaryen,
  splitBinaryenTool,
  TOOLS,
  type Halves,
} from '../binaryen/split.ts'
import { engineParts } from './engine-parts.ts'
import { OUTWARD } from './headers.ts'
import { rivalParts } from './rival-parts.ts'
import { storytellerFiles } from './storyteller-files.ts'
import { webllmRecords } from './webllm-records.ts'

/** Addresses from the site's root, such as `/assets/page-ABCD1234.js`. */
export interface Assets {
  page: string
  /** By tag name. */
  islands: Map<string, string>
  /** The sheet for every page; its `url(…)`s start with `./`, in `/assets/`. */
  styles: string
}

const OUT = '_site/assets'

/** How every script is built. */
export const scriptOptions: BuildOptions = {
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
  loader: { '.gguf': 'file', '.wasm': 'file', '.woff2': 'file' },
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
      ...scriptOptions,
      splitting: true,
      entryPoints: [
        'src/page.ts',
        ...names.map((name) => `src/islands/${name}/${name}.ts`),
      ],
      plugins: [
        halves('binaryen', splitBinaryen),
        workers(),
        toolWorkers(),
        engineParts(),
        storytellerFiles(),
        webllmRecords(),
      ],
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
    ...scriptOptions,
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

/** `virtual:NAME-glue` and `virtual:NAME-wasm`, from a script of the package. */
function halves(name: string, split: () => Promise<Halves>): Plugin {
  return {
    name: `halves-of-${name}`,
    setup(builder) {
      const parts = split()
      const glue = new RegExp(`^virtual:${name}-glue$`)
      builder.onResolve({ filter: glue }, async () => ({
        path: (await parts).glue,
      }))
      const namespace = `${name}-wasm`
      const binary = new RegExp(`^virtual:${namespace}$`)
      builder.onResolve({ filter: binary }, async () => ({
        path: (await parts).wasm,
        namespace,
      }))
      builder.onLoad({ filter: /./, namespace }, async ({ path: wasm }) => ({
        contents: `export { default as url } from ${JSON.stringify(wasm)}
            export const bytes = ${(await parts).wasmBytes}`,
        resolveDir: path.dirname(wasm),
      }))
    },
  }
}

/**
 * Vite's spelling: the default export is the Worker's file name. One of
 * `?script` is no module, and can be started from text where nothing can be
 * loaded. One of `?outward` may reach other hosts, and lies in a folder of its
 * own, as policies go by folders.
 */
function workers(): Plugin {
  return {
    name: 'workers',
    setup(builder) {
      builder.onResolve(
        { filter: /\?(?:worker|script|outward)$/ },
        ({ path: name, resolveDir }) => {
          const [file, namespace] = name.split('?')
          const whole = path.resolve(resolveDir, file!)
          if (!existsSync(whole))
            return { errors: [{ text: `No Worker ${whole}` }] }
          return { path: whole, namespace: namespace! }
        },
      )
      for (const namespace of ['worker', 'script', 'outward'] as const) {
        builder.onLoad({ filter: /./, namespace }, async ({ path: file }) => {
          const { output, bytes, inputs } = await buildWorker(
            file,
            [halves('binaryen', splitBinaryen), rivalParts()],
            WORKER_OPTIONS[namespace],
          )
          return {
            contents: `export default ${JSON.stringify(output)}
              export const bytes = ${bytes}`,
            watchFiles: inputs,
          }
        })
      }
    },
  }
}

const WORKER_OPTIONS: Record<'worker' | 'script' | 'outward', BuildOptions> = {
  worker: {},
  script: { format: 'iife' },
  outward: { outdir: `_site/${OUTWARD}`, sourcemap: false },
}

const TOOL_WORKER = 'src/islands/tool-terminal/tool.worker.ts'

/** `virtual:tool-workers`: for each of the package's tools, its Worker's file name. */
function toolWorkers(): Plugin {
  return {
    name: 'tool-workers',
    setup(builder) {
      const namespace = 'tool-workers'
      builder.onResolve({ filter: /^virtual:tool-workers$/ }, () => ({
        path: TOOL_WORKER,
        namespace,
      }))
      builder.onLoad({ filter: /./, namespace }, async () => {
        const built = await Promise.all(
          TOOLS.map((tool) =>
            buildWorker(
              TOOL_WORKER,
              [halves('tool', () => splitBinaryenTool(tool))],
              { entryNames: `${tool}-[hash]` },
            ),
          ),
        )
        const urls = TOOLS.map((tool, at) => [tool, built[at]!.output])
        return {
          contents: `export default ${JSON.stringify(Object.fromEntries(urls))}`,
          watchFiles: built.flatMap(({ inputs }) => inputs),
        }
      })
    },
  }
}

/** `_site/assets/x.js` → `./x.js` */
function relativeToScripts(file: string): string {
  const way = path.relative(OUT, file)
  return way.startsWith('.') ? way : `./${way}`
}

/**
 * A Worker's bundle.
 *
 * @returns its file name, for who lies beside it, its size in bytes, and what it
 *   was made of
 */
async function buildWorker(
  file: string,
  plugins: Plugin[],
  options: BuildOptions = {},
): Promise<{ output: string; bytes: number; inputs: string[] }> {
  const { metafile } = await build({
    ...scriptOptions,
    entryPoints: [file],
    ...options,
    // The tools' glue has branches for Node that nothing comes to.
    external: ['node:*'],
    plugins,
  })
  const output = entryOutputs(metafile!).values().next().value!
  return {
    output: relativeToScripts(output),
    bytes: metafile!.outputs[output]!.bytes,
    inputs: Object.keys(metafile!.inputs)
      .filter((input) => existsSync(input))
      .map((input) => path.resolve(input)),
  }
}
