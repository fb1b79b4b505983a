/**
 * Pages of the site as the text of one file: what was unique in each of them is
 * unique in all, links within the file lead there, and all others to the site.
 */
import { eachTag, mapTags, type Tag } from './markup.ts'

/** A page, or a part of it. */
export interface Source {
  /** Its address from the site's root, such as `/compiling/types/`. */
  url: string
  html: string
}

export interface Surroundings {
  /** The site's address, with `/` at its end; '' if it is published nowhere. */
  site: string
  /** A file of the site as a `data:` address, by its path from the root. */
  picture: (path: string) => string
}

const HOST = 'https://site.invalid'

/** What names elements of the page by their ids. */
const NAMING = new Set([
  'for',
  'list',
  'headers',
  'popovertarget',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-labelledby',
  'aria-owns',
])

/**
 * @param sources in their order; the first keeps its ids and the levels of its
 *   headings
 * @returns the same, fit to stand behind one another
 */
export function onePage(
  sources: readonly Source[],
  surroundings: Surroundings,
): string[] {
  const { site } = surroundings
  const ids = new Ids(sources)
  return sources.map((source, index) => {
    const links = new Links(source, ids, surroundings)
    return mapTags(source.html, (tag) => {
      if (tag.isEnd) return tag.markup
      if (site && tag.name === 'section' && tag.has('id'))
        tag.set(
          'data-address',
          site + source.url.slice(1) + `#${tag.get('id')}`,
        )
      ids.rename(tag, source.url)
      links.lead(tag)
      if (index > 0) lower(tag)
      return tag.markup
    })
  })
}

/** The names of elements, of which two pages may have the same. */
export class Ids {
  readonly #pages: readonly string[]
  readonly #own: ReadonlyMap<string, ReadonlySet<string>>

  constructor(sources: readonly Source[]) {
    this.#pages = sources.map(({ url }) => url)
    this.#own = new Map(sources.map(({ url, html }) => [url, idsIn(html)]))
  }

  /** Whether the file has what stands at the address. */
  has(url: string, id = ''): boolean {
    const own = this.#own.get(url)
    return own !== undefined && (id === '' || own.has(id))
  }

  /** What an element of a page is called in the file; its start for ''. */
  nameOf(url: string, id: string): string {
    if (id === '') return this.nameOf(url, 'opening')
    const first = this.#pages.find((page) => this.#own.get(page)!.has(id))
    const isFirst = first === undefined || first === url
    return isFirst ? id : `${url.split('/').at(-2)}-${id}`
  }

  /** Gives an element its name, and names to what it refers to. */
  rename(tag: Tag, url: string): void {
    for (const name of tag.names) {
      const value = tag.get(name)
      if (name === 'id' || NAMING.has(name)) {
        const words = value.split(' ').map((id) => this.nameOf(url, id))
        tag.set(name, words.join(' '))
      } else if (value.includes('url(#'))
        tag.set(
          name,
          value.replaceAll(
            /url\(#([^)]+)\)/g,
            (_, id: string) => `url(#${this.nameOf(url, id)})`,
          ),
        )
    }
  }
}

function idsIn(html: string): Set<string> {
  const ids = new Set<string>()
  eachTag(html, (tag) => {
    if (tag.has('id')) ids.add(tag.get('id'))
  })
  return ids
}

/** Where the links of a page lead. */
class Links {
  readonly #url: string
  readonly #ids: Ids
  readonly #surroundings: Surroundings

  constructor({ url }: Source, ids: Ids, surroundings: Surroundings) {
    this.#url = url
    this.#ids = ids
    this.#surroundings = surroundings
  }

  /** @param tag a link or a picture, or anything else */
  lead(tag: Tag): void {
    if (!tag.has('href') && !tag.has('src')) return
    const { pathname, hash, search, origin } = new URL(
      tag.get('href') || tag.get('src'),
      HOST + this.#url,
    )
    if (origin !== HOST) return
    if (tag.name === 'img')
      tag.set('src', this.#surroundings.picture(decodeURI(pathname)))
    else if (tag.name === 'use') tag.set('href', this.#inside(hash))
    else if (tag.name !== 'a') return
    else if (this.#isInside(pathname, hash))
      tag.set('href', search + this.#inside(hash, pathname))
    else leave(tag, this.#surroundings.site, pathname + search + hash)
  }

  #isInside(url: string, hash: string): boolean {
    return this.#ids.has(url, partsOf(hash).id)
  }

  #inside(hash: string, url = this.#url): string {
    const { id, rest } = partsOf(hash)
    return `#${encodeURI(this.#ids.nameOf(url, id))}${rest}`
  }
}

/** `#types/2~1.x`: the step's id, and what follows it. */
function partsOf(hash: string): { id: string; rest: string } {
  const [, id, rest] = /^#?([^/~]*)(.*)$/s.exec(hash)!
  return { id: decodeURIComponent(id!), rest: rest! }
}

/** A link to the site says so, and is none where the site is nowhere. */
function leave(tag: Tag, site: string, path: string): void {
  tag.set('data-on-site', '')
  if (site) tag.set('href', site + path.slice(1))
  else tag.delete('href')
}

/** A chapter is a part of its talk, for whoever hears how headings nest. */
function lower(tag: Tag): void {
  const [, level] = /^h([1-6])$/.exec(tag.name) ?? []
  const own = tag.get('aria-level') || level
  if (own) tag.set('aria-level', String(Number(own) + 1))
}
