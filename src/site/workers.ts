/**
 * Workers, each a bundle of its own, as its response carries its own security
 * headers: `import url from './x.worker.ts?worker'`.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { splitBinaryen, splitBinaryenTool, TOOLS } from '../binaryen/split.ts'
import { halves } from './halves.ts'
import { OUTWARD } from './headers.ts'
import { rivalParts } from './rival-parts.ts'
import { entryOutputs, scriptOptions, SITE } from './script-options.ts'

/**
 * Vite's spelling: the default export is the Worker's file name. One of
 * `?script` is no module, and can be started from text where nothing can be
 * loaded. One of `?outward` may reach other hosts, and lies in a folder of its
 * own, as policies go by folders.
 *
 * @param options how they are built, if in another way than those of the site
 */
export function workers(site = SITE, options: BuildOptions = {}): Plugin {
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
            {
              outdir: `${site}/${FOLDERS[namespace]}`,
              ...WORKER_OPTIONS[namespace],
              ...options,
            },
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

const FOLDERS = { worker: 'assets/', script: 'assets/', outward: OUTWARD }

const WORKER_OPTIONS: Record<'worker' | 'script' | 'outward', BuildOptions> = {
  worker: {},
  script: { format: 'iife' },
  outward: { sourcemap: false },
}

const TOOL_WORKER = 'src/islands/tool-terminal/tool.worker.ts'

/** `virtual:tool-workers`: for each of the package's tools, its Worker's file name. */
export function toolWorkers(): Plugin {
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

/** `_site/assets/x.js` → `./x.js`, for scripts in `assets/` beside the folder that a file is in. */
function relativeToScripts(outdir: string, file: string): string {
  const way = path.relative(path.join(outdir, '../assets'), file)
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
    output: relativeToScripts(options.outdir ?? scriptOptions.outdir!, output),
    bytes: metafile!.outputs[output]!.bytes,
    inputs: Object.keys(metafile!.inputs)
      .filter((input) => existsSync(input))
      .map((input) => path.resolve(input)),
  }
}
