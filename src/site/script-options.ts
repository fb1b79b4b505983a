/** How every script of the site is built, and what a build gives. */
import type { BuildOptions } from 'esbuild'

/** The folder that becomes the site. */
export const SITE = '_site'

/** Whether pages change all the time, as in `npm run dev`: then none is stored. */
export function isServedWhileEdited(): boolean {
  return process.env['ELEVENTY_RUN_MODE'] === 'serve'
}

/** How every script is built. */
export const scriptOptions: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  metafile: true,
  define: { OFFLINE: String(!isServedWhileEdited()) },
  outdir: `${SITE}/assets`,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.gguf': 'file', '.wasm': 'file', '.woff2': 'file' },
  logLevel: 'error',
}

/** The files that entries became, by the entry. */
export function entryOutputs(metafile: {
  outputs: Record<string, { entryPoint?: string }>
}): Map<string, string> {
  const entries = Object.entries(metafile.outputs)
  return new Map(
    entries.flatMap(([file, { entryPoint }]) =>
      entryPoint ? [[entryPoint, file] as const] : [],
    ),
  )
}
