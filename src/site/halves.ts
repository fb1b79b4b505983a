/** Parts of a package that was split into glue and `.wasm`, for scripts of this site. */
import path from 'node:path'
import type { Plugin } from 'esbuild'
import type { Halves } from '../binaryen/split.ts'

/** `virtual:NAME-glue` and `virtual:NAME-wasm`, from a script of the package. */
export function halves(name: string, split: () => Promise<Halves>): Plugin {
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
