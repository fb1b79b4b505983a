/**
 * `npm run dev`: serves the site and watches; an edited chapter is on screen in
 * under a second. A change below `src/site` wants a restart.
 */
import { Eleventy } from '@11ty/eleventy'

export async function main(): Promise<number> {
  const eleventy = new Eleventy('content', '_site', {
    configPath: '.eleventy.js',
    runMode: 'serve',
    quietMode: true,
  })
  await eleventy.init()
  await eleventy.watch()
  await eleventy.serve(Number(process.env['PORT'] ?? 8080))
  await new Promise(() => {})
  return 0
}
