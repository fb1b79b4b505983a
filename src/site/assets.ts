/**
 * Everything that browsers load beside the pages, built by esbuild:
 *
 * 1. Binaryen's library and its tools are split into glue and `.wasm` (cached by
 *    content).
 * 2. `src/page.ts`, `src/page-of-islands.ts`, each island, the deck and the check become modules with hashed names;
 *    what they share is a chunk of its own, loaded once.
 * 3. A Worker (`import url from './x.worker.ts?worker'`) is a bundle of its
 *    own, because its response carries its own security headers. Each of
 *    Binaryen's tools has one.
 * 4. The style sheets become one text, inlined into each page (`styles.ts`).
 *
 * Why esbuild alone: pages name what they load, so a bundler has no HTML to
 * read, and a rebuild takes a tenth of a second.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { build, type Metafile } from 'esbuild'
import { splitBinaryen } from '../binaryen/split.ts'
import { engineParts } from './engine-parts.ts'
import { halves } from './halves.ts'
import { entryOutputs, scriptOptions, SITE } from './script-options.ts'
import { writeSandbox } from './sandbox.ts'
import { storytellerFiles } from './storyteller-files.ts'
import { buildStyles, sheets } from './styles.ts'
import { webllmRecords } from './webllm-records.ts'
import { toolWorkers, workers } from './workers.ts'

/** Addresses from the site's root, such as `/assets/page-ABCD1234.js`. */
export interface Assets {
  page: string
  /** What each page's script imports at once, so that a page can ask for both. */
  parts: Map<string, string[]>
  /** The same, and what islands need. */
  pageOfIslands: string
  /** The check before going on stage, on its own page. */
  rehearsing: string
  /** By tag name. */
  islands: Map<string, string>
  /** The policy of the sandbox's frame. */
  sandbox: string
  /** The sheet for every page; its `url(…)`s start with `./`, in `/assets/`. */
  styles: string
  /** What comes to it on the page of the check. */
  checkStyles: string
}

const REHEARSING = 'src/rehearsing/rehearsing.ts'

/** Folders of `src/islands`; each is one custom element of that name. */
export function islandNames(): string[] {
  return readdirSync('src/islands', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/** Builds scripts, Workers and styles into `_site/assets`. */
export async function buildAssets(): Promise<Assets> {
  const names = islandNames()
  const sandbox = await writeSandbox()
  const [scripts, styles, checkStyles] = await Promise.all([
    build({
      ...scriptOptions,
      define: {
        ...scriptOptions.define,
        SANDBOX_FRAME: JSON.stringify(sandbox.name),
      },
      splitting: true,
      entryPoints: [
        'src/page.ts',
        'src/page-of-islands.ts',
        REHEARSING,
        ...names.map((name) => `src/islands/${name}/${name}.ts`),
      ],
      plugins: [
        halves('binaryen', splitBinaryen),
        workers(),
        toolWorkers(),
        engineParts(),
        storytellerFiles(),
        webllmRecords(),
        sheets(),
      ],
    }),
    buildStyles('src/styles/site.css'),
    buildStyles('src/styles/check-page.css'),
  ])
  const outputs = entryOutputs(scripts.metafile!)
  return {
    page: address(outputs.get('src/page.ts')!),
    parts: partsOf(scripts.metafile!),
    rehearsing: address(outputs.get(REHEARSING)!),
    pageOfIslands: address(outputs.get('src/page-of-islands.ts')!),
    islands: new Map(
      names.map((name) => [
        name,
        address(outputs.get(`src/islands/${name}/${name}.ts`)!),
      ]),
    ),
    sandbox: sandbox.policy,
    styles,
    checkStyles,
  }
}

function address(file: string): string {
  return `/${path.relative(SITE, file)}`
}

/** The addresses that a script's imports lead to, by its own. */
function partsOf({ outputs }: Metafile): Map<string, string[]> {
  const parts = (file: string): string[] =>
    outputs[file]!.imports.filter(
      ({ kind }) => kind === 'import-statement',
    ).map(({ path: part }) => part)
  return new Map(
    Object.keys(outputs).map((file) => {
      const all = new Set<string>()
      const add = (part: string) => {
        if (all.has(part)) return
        all.add(part)
        parts(part).forEach(add)
      }
      parts(file).forEach(add)
      return [address(file), [...all].map(address)]
    }),
  )
}
