import { load } from './src/load.js'

/** The site is configured in TypeScript: esbuild joins `src/site`, and this calls it. */
export default async function (eleventy) {
  const { configure } = await load('src/site/configure.ts')
  return configure(eleventy)
}
