/**
 * Language models for scripts of this site: `virtual:wllama-client` is llama.cpp's
 * package, and `virtual:wllama-files` names its Workers and binaries, which become
 * files of this site.
 */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { transform, type Plugin } from 'esbuild'
import { packageParts, type WorkerParts } from '../engines/package.ts'

/** @param isForAll whether the binary that any browser runs is the only one */
export function engineParts(isForAll = false): Plugin {
  return {
    name: 'engine-parts',
    setup(builder) {
      const parts = packageParts()
      builder.onResolve({ filter: /^virtual:wllama-client$/ }, async () => ({
        path: (await parts).client,
      }))
      const files = 'wllama-files'
      builder.onResolve({ filter: /^virtual:wllama-files$/ }, () => ({
        path: files,
        namespace: files,
      }))
      builder.onLoad({ filter: /./, namespace: files }, async () => {
        const { plain, compat } = await parts
        return {
          contents:
            (await exported('plain', isForAll ? compat : plain)) +
            (await exported('compat', compat)),
          resolveDir: path.resolve('src'),
        }
      })
      const worker = 'wllama-worker'
      builder.onResolve({ filter: /\.worker\.js\?file$/ }, (asked) => ({
        path: asked.path.replace('?file', ''),
        namespace: worker,
      }))
      builder.onLoad({ filter: /./, namespace: worker }, async (asked) => {
        const text = await readFile(asked.path, 'utf8')
        const { code } = await transform(text, { minify: true })
        return { contents: code, loader: 'file' }
      })
    },
  }
}

async function exported(name: string, parts: WorkerParts): Promise<string> {
  const { size } = await stat(parts.wasm)
  return `import ${name}Worker from ${JSON.stringify(`${parts.worker}?file`)}
    import ${name}Wasm from ${JSON.stringify(parts.wasm)}
    export const ${name} = { worker: ${name}Worker, wasm: ${name}Wasm, bytes: ${size} }
`
}
