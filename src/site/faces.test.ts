/** Faces with fewer weights: what a sheet gets. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { faces } from './faces.ts'

const FACE =
  'node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'

test('a face with the weights that a sheet asks for is smaller, and a file beside it', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `@font-face { src: url('./${FACE}?400-700') }`,
      loader: 'css',
      resolveDir: '.',
    },
    bundle: true,
    outdir: 'somewhere',
    plugins: [faces()],
    write: false,
  })
  const face = outputFiles.find(({ path: file }) => file.endsWith('.woff2'))!
  const sheet = outputFiles.find(({ path: file }) => file.endsWith('.css'))!
  expect(Buffer.from(face.contents.slice(0, 4)).toString()).toBe('wOF2')
  const whole = await readFile(FACE)
  expect(face.contents.length).toBeLessThan(0.8 * whole.length)
  expect(sheet.text).toContain(path.basename(face.path))
})
