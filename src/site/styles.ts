/**
 * The style sheet: `src/styles/` as one text, for all pages.
 *
 * Browsers look rules up by the last word of a selector: its class, its
 * attribute or its element. Where that is `:is(.a, .b)` there is none, and the
 * rule is tried on every element, at each slide change. Sheets are written with
 * `:is` all the same, as that is how they read best: here it is written out.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import isPseudoClass from '@csstools/postcss-is-pseudo-class'
import { build } from 'esbuild'
import postcss from 'postcss'
import { scriptOptions } from './script-options.ts'

/** The sheet as text; only the faces that it names become files. */
export async function buildStyles(): Promise<string> {
  const { outputFiles } = await build({
    ...scriptOptions,
    entryPoints: ['src/styles/site.css'],
    sourcemap: false,
    write: false,
  })
  await mkdir(scriptOptions.outdir!, { recursive: true })
  let styles = ''
  for (const { path: file, contents, text } of outputFiles!) {
    if (file.endsWith('.css')) styles = text.trim()
    else await writeFile(file, contents)
  }
  return writtenOut(styles)
}

/** The same rules, of the same weight, with a selector for each of `:is`. */
export function writtenOut(styles: string): string {
  // An element of this name, or class, is nowhere: `:not()` of it adds weight.
  const writeOut = isPseudoClass({ specificityMatchingName: 'nowhere' })
  return postcss([writeOut]).process(styles, { from: undefined }).css
}
