/**
 * Pictures in Markdown: `![words](/images/x.png)` gets its size, so that nothing
 * moves when it arrives, and lighter formats beside the original. They are
 * encoded once and kept; a file that is not there stays the plain image it is.
 */
import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import encode, { statsSync, type Encoded } from '@11ty/eleventy-img'
import type MarkdownIt from 'markdown-it'

const OUT = '_site/images/sizes'

const options = {
  formats: ['avif', 'webp'] as const,
  widths: [480, 960, 1600],
  outputDir: 'node_modules/.cache/a-wasm-new-year/pictures',
  urlPath: '/images/sizes/',
}

/** How wide a picture is in running text. */
const SIZES = '(min-width: 40rem) 33.5rem, calc(100vw - 2.5rem)'

const encodings = new Map<string, Promise<Encoded>>()

export function pictures(md: MarkdownIt): void {
  const image = md.renderer.rules.image!
  md.renderer.rules.image = (tokens, index, rules, env, self) => {
    const token = tokens[index]!
    const file = `.${token.attrGet('src')}`
    const isRaster = /^\.\/images\/.+\.(?:png|jpe?g)$/.test(file)
    if (!isRaster || !existsSync(file)) {
      return image(tokens, index, rules, env, self)
    }
    if (!encodings.has(file)) encodings.set(file, encode(file, options))
    const sizes = statsSync(file, options)
    const { width, height } = sizes.avif.at(-1)!
    token.attrSet('width', String(width))
    token.attrSet('height', String(height))
    token.attrSet('decoding', 'async')
    const original = image(tokens, index, rules, env, self)
    return `<picture>${source(sizes.avif)}${source(sizes.webp)}${original}</picture>`
  }
}

function source(variants: Encoded['avif']): string {
  const srcset = variants.map((variant) => variant.srcset).join(', ')
  return `<source type="${variants[0]!.sourceType}" srcset="${srcset}" sizes="${SIZES}">`
}

/** Waits for the encodings, and puts them into the site. */
export async function writePictures(): Promise<void> {
  const all = await Promise.all(encodings.values())
  await mkdir(OUT, { recursive: true })
  for (const { avif, webp } of all) {
    for (const { outputPath, filename } of [...avif, ...webp]) {
      await copyFile(outputPath, path.join(OUT, filename))
    }
  }
}
