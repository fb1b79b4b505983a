/**
 * One file of a talk, which opens from `file://` and needs no server: it reads,
 * presents, compiles and tells stories.
 *
 * 1. The pages come from `_site`, as the build made them: a path is one of them,
 *    a talk its own and its chapters' (`pages.ts`).
 * 2. Islands that cannot run there become their results (`islands.ts`).
 * 3. The pages become one text (`one-page.ts`).
 * 4. The scripts are built anew, for a page that has all in itself
 *    (`embedded-scripts.ts`).
 * 5. All of that is written behind one another (`document.ts`).
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../../site/site.ts'
import { documentOf, type Written } from './document.ts'
import { embeddedScripts } from './embedded-scripts.ts'
import { dataAddress, embeddedStyles } from './embedded-styles.ts'
import { liveIn } from './islands.ts'
import { bodyOf, readPages } from './pages.ts'
import { sizesOf } from './sizes.ts'

/**
 * Writes a talk, or one of its paths, as one file, and says how large it is.
 *
 * @param talk `TALK` or `TALK/NAME`, as in `_site`
 * @param out the file to write, such as `out/compiling.html`
 * @throws {Error} in one line, if there is no such talk or no `_site`
 */
export async function oneFile(talk: string, out: string): Promise<void> {
  const pages = await readPages(talk)
  const body = bodyOf(pages, { site: published(), picture: dataAddress })
  const [styles, { script, parts }] = await Promise.all([
    embeddedStyles(pages.styles),
    embeddedScripts(liveIn(body)),
  ])
  const written: Written = {
    title: pages.title,
    description: pages.description,
    className: 'page-path',
    body,
    icon: dataAddress('/images/favicon.svg'),
    styles,
    script,
    parts,
  }
  const text = documentOf(written)
  await mkdir(path.dirname(out), { recursive: true })
  await writeFile(out, text)
  process.stdout.write(`${out}: ${sizesOf(text, written)}\n`)
}

/** The site's address; '' as long as it has none but the one for examples. */
function published(): string {
  const { hostname } = new URL(site.origin)
  return hostname.endsWith('.example') ? '' : site.origin + site.pathPrefix
}
