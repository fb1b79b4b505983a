/**
 * Faces with no more weights than the site writes in: `url('face.woff2?400-700')`
 * in a sheet is the face with those in between. It is a fifth to load less, and
 * the first text of a page waits for all of its faces.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'esbuild'
import subset from 'subset-font'

/** All characters that a face may have. */
const ALL = Array.from({ length: 0xd800 }, (_, code) =>
  String.fromCodePoint(code),
).join('')

/** By what a sheet asks for: while somebody edits, sheets are built many times. */
const made = new Map<string, Promise<Buffer>>()

export function faces(): Plugin {
  return {
    name: 'faces',
    setup(builder) {
      const namespace = 'faces'
      builder.onResolve(
        { filter: /\.woff2\?\d+-\d+$/ },
        ({ path: name, resolveDir }) => {
          const [file, weights] = name.split('?')
          return {
            path: path.resolve(resolveDir, file!),
            pluginData: weights,
            namespace,
          }
        },
      )
      builder.onLoad(
        { filter: /./, namespace },
        async ({ path: file, pluginData: weights }) => {
          const key = `${file}?${weights}`
          const face = made.get(key) ?? narrow(file, String(weights))
          made.set(key, face)
          return { contents: await face, loader: 'file' }
        },
      )
    },
  }
}

/** @param weights as in `400-700` */
async function narrow(file: string, weights: string): Promise<Buffer> {
  const [min, max] = weights.split('-').map(Number)
  return subset(await readFile(file), ALL, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: min!, max: max! } },
  })
}
