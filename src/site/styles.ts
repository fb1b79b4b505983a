/**
 * The style sheets of `src/styles/`: one text for all pages, and what few pages
 * need, which comes with those.
 *
 * Browsers look rules up by the last word of a selector: its class, its
 * attribute or its element. Where that is `:is(.a, .b)` there is none, and the
 * rule is tried on every element, at each slide change. Sheets are written with
 * `:is` all the same, as that is how they read best: here it is written out.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import isPseudoClass from '@csstools/postcss-is-pseudo-class'
import { build, type Plugin } from 'esbuild'
import postcss from 'postcss'
import { faces } from './faces.ts'
import { scriptOptions } from './script-options.ts'

/**
 * A sheet as text; only the faces that it names become files.
 * @param entry such as `src/styles/site.css`
 */
export async function buildStyles(entry: string): Promise<string> {
  const { outputFiles } = await build({
    ...scriptOptions,
    entryPoints: [entry],
    plugins: [faces()],
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

/**
 * Sheets that few need: `import sheet from './presenter.css?sheet'` gives the name
 * of a file beside the scripts, for a link to it.
 */
export function sheets(): Plugin {
  return {
    name: 'sheets',
    setup(builder) {
      builder.onResolve(
        { filter: /\.css\?sheet$/ },
        ({ path: name, resolveDir }) => ({
          path: path.resolve(resolveDir, name.replace('?sheet', '')),
          namespace: 'sheet',
        }),
      )
      builder.onLoad(
        { filter: /./, namespace: 'sheet' },
        async ({ path: file }) => {
          const styles = await buildStyles(file)
          const hash = createHash('sha256').update(styles).digest('hex')
          const name = `${path.basename(file, '.css')}-${hash.slice(0, 8)}.css`
          await writeFile(path.join(scriptOptions.outdir!, name), styles)
          return {
            contents: `export default ${JSON.stringify(name)}`,
            watchFiles: [file],
          }
        },
      )
    },
  }
}

/** The same rules, of the same weight, with a selector for each of `:is`. */
export function writtenOut(styles: string): string {
  // An element of this name, or class, is nowhere: `:not()` of it adds weight.
  const writeOut = isPseudoClass({ specificityMatchingName: 'nowhere' })
  return postcss([writeOut]).process(styles, { from: undefined }).css
}
