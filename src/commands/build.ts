/** `npm run build`: the site as a folder that any static host can serve, `_site`. */
import { Eleventy } from '@11ty/eleventy'

export async function main(): Promise<number> {
  await buildSite()
  process.stdout.write('Built: _site\n')
  return 0
}

/** @throws the first mistake in content, with file, line and advice. */
export async function buildSite(): Promise<void> {
  const eleventy = new Eleventy('content', '_site', {
    configPath: '.eleventy.js',
    quietMode: true,
  })
  await eleventy.write()
}
