/**
 * `virtual:storyteller`: the weights in `src/storyteller/weights`, which become
 * files of this site, each with its size and hash.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'esbuild'

const FOLDER = path.resolve('src/storyteller/weights')
const ENDING = '.q8_0.gguf'

export function storytellerFiles(): Plugin {
  return {
    name: 'storyteller-files',
    setup(builder) {
      const namespace = 'storyteller'
      builder.onResolve({ filter: /^virtual:storyteller$/ }, () => ({
        path: FOLDER,
        namespace,
      }))
      builder.onLoad({ filter: /./, namespace }, async () => {
        // Without weights the site is built all the same.
        const all = await readdir(FOLDER).catch(() => [])
        const files = all.filter((file) => file.endsWith(ENDING)).sort()
        return {
          contents: await listing(files),
          resolveDir: FOLDER,
          watchDirs: [FOLDER],
        }
      })
    },
  }
}

async function listing(files: string[]): Promise<string> {
  let imports = ''
  let entries = ''
  for (const [at, file] of files.entries()) {
    const content = await readFile(path.join(FOLDER, file))
    const sha256 = createHash('sha256').update(content).digest('hex')
    imports += `import url${at} from './${file}'\n`
    entries += `${JSON.stringify(file.replace(ENDING, ''))}: { url: url${at}, bytes: ${content.length}, sha256: '${sha256}' },`
  }
  return `${imports}export default { ${entries} }`
}
