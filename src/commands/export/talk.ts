/**
 * Which pages of the built site a talk is. All of it is read from `_site`: what
 * is exported is what was built.
 */
import { readdir, readFile } from 'node:fs/promises'
import { nearest } from '../../examplescript/examplescript.ts'

/** What is exported, in the order it is told. */
export interface Talk {
  /** Such as `compiling/in-ten-minutes`. */
  name: string
  /** The page that names talk and speaker, such as `compiling/`. */
  home: string
  /** The pages with slides, below the site’s address, such as `compiling/types/`. */
  pages: string[]
}

/** A mistake of whoever asks, in words. */
export class ExportError extends Error {}

/**
 * @param folder of the built site
 * @param name of a talk, a path or a chapter
 * @throws ExportError for a site that is not built and a talk that is not there
 */
export async function findTalk(folder: string, name: string): Promise<Talk> {
  const known = await namesIn(folder)
  if (known.size === 0) {
    throw new ExportError(
      `There is no built site in ${folder}. Build it first: npm run build`,
    )
  }
  const page = known.get(name)
  if (page === undefined)
    throw new ExportError(unknown(name, [...known.keys()]))
  const [talk] = name.split('/')
  const home = `${talk}/`
  const isWhole = talk === name
  const pages = isWhole ? [home, ...chaptersOf(page, home)] : [`${name}/`]
  return { name, home, pages }
}

/** The pages that present, by their names. */
async function namesIn(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  const found = new Map<string, string>()
  for (const file of files.toSorted()) {
    const [, name] =
      /^([\w-]+(?:\/[\w-]+)?)\/index\.html$/.exec(file.replaceAll('\\', '/')) ??
      []
    if (!name) continue
    const page = await readFile(`${folder}/${file}`, 'utf8')
    const isTold = /<body class="page-(?:path|chapter)"/.test(page)
    const isTalk = page.includes('<body class="page-talk"')
    const hasChapters = isTalk && chaptersOf(page, `${name}/`).length > 0
    if (isTold || hasChapters) found.set(name, page)
  }
  return found
}

/** A talk's own page lists them. */
function chaptersOf(page: string, home: string): string[] {
  const [, list = ''] = /<ol class="chapters">(.*?)<\/ol>/s.exec(page) ?? []
  return Array.from(list.matchAll(/<a href="([^"]+)"/g), ([, link]) =>
    new URL(link!, `http://site/${home}`).pathname.slice(1),
  )
}

function unknown(name: string, known: readonly string[]): string {
  const meant =
    nearest(name, known) ??
    known.find((one) => last(one) === last(name)) ??
    known.find((one) => last(one) === nearest(last(name), known.map(last)))
  const advice = meant
    ? `Did you mean ${meant}?`
    : `There are: ${known.filter((one) => !one.includes('/')).join(', ')}.`
  return `There is no talk ${name}. ${advice}`
}

function last(name: string): string {
  return name.split('/').at(-1)!
}
