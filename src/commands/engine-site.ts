/**
 * A site with nothing but engines, built and served as ours is, policy included:
 * for the benchmark and for tests of what engines do in Chromium.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { engineParts } from '../site/engine-parts.ts'
import { headersFile } from '../site/headers.ts'
import { scriptOptions } from '../site/script-options.ts'
import { storytellerFiles } from '../site/storyteller-files.ts'
import { webllmRecords } from '../site/webllm-records.ts'
import { workers } from '../site/workers.ts'
import { serve, type Serving } from './serve.ts'

export interface EngineSite extends Serving {
  folder: string
}

/**
 * Opens the site. Closing removes its files.
 *
 * @param script of its page, such as one that makes `window.engines`
 * @param strict whether our policy holds
 */
export async function openEngineSite(
  script = 'src/commands/engine-site.page.ts',
  strict = true,
): Promise<EngineSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'engines-'))
  await build({
    ...scriptOptions,
    outdir: path.join(folder, 'assets'),
    entryNames: 'page',
    splitting: true,
    sourcemap: false,
    entryPoints: [script],
    plugins: [
      engineParts(),
      storytellerFiles(),
      webllmRecords(),
      workers(folder),
    ],
  })
  const page = '<!doctype html><link rel="icon" href="/assets/none.svg">'
  const entries = ['index.html', 'assets/']
  const headers = headersFile([], entries, "default-src 'none'")
  const files = {
    'index.html': `${page}<script type="module" src="assets/page.js"></script>`,
    '404.html': page,
    'assets/none.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    _headers: strict ? headers : headers.replaceAll(/^.*Policy: .*$/gm, ''),
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(folder, name), text)
  }
  const serving = await serve({ folder, port: 0 })
  return {
    ...serving,
    folder,
    async close() {
      await serving.close()
      await rm(folder, { recursive: true })
    },
  }
}
