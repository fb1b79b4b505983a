/** The style sheet with its faces in it, and pictures as addresses. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { transform } from 'esbuild'
import { buildStyles } from '../../site/styles.ts'

/** @param styles of a page of the site, which names files in `assets/` */
export async function embeddedStyles(styles: string): Promise<string> {
  const more = await transform(
    readFileSync('src/styles/one-file.css', 'utf8'),
    { loader: 'css', minify: true },
  )
  const faces = styles.replaceAll(
    /url\([^)]*\/assets\/([^)"]+)"?\)/g,
    (_, name: string) => `url(${dataAddress(`/assets/${name}`)})`,
  )
  // They are there as soon as the page is.
  const at = faces.replaceAll('font-display:optional', 'font-display:block')
  const later = await Promise.all(
    ['hall', 'presenter-window'].map((name) =>
      buildStyles(`src/styles/${name}.css`),
    ),
  )
  return [at, ...later, more.code.trim()].join('')
}

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** A file of the site in an address. @param file its path from the root */
export function dataAddress(file: string): string {
  const type = TYPES[path.extname(file)]
  if (!type) throw new Error(`No picture and no face: ${file}`)
  const content = readFileSync(`_site${file}`).toString('base64')
  return `data:${type};base64,${content}`
}
