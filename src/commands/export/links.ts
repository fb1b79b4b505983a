/**
 * Where links lead once several pages are one document: to a page of that
 * document, or to the published site.
 */

/** A page that is part of the document. */
export interface Part {
  /** Where it is served, such as `http://localhost:8080/compiling/types/`. */
  url: string
  /** @returns the name in the document of what a link names on this page; '' is its start */
  anchor(id: string): string
}

export interface Sites {
  /** Where the site is served now. */
  served: string
  /** Where it is published. */
  published: string
}

/** @param markup with whole addresses */
export function relinked(
  markup: string,
  parts: readonly Part[],
  sites: Sites,
): string {
  return markup.replaceAll(
    /(<a\s[^>]*?\bhref=")([^"]*)/g,
    (_, start: string, link: string) => `${start}${target(link, parts, sites)}`,
  )
}

function target(link: string, parts: readonly Part[], sites: Sites): string {
  if (!link.startsWith(sites.served)) return link
  const { origin, pathname, hash } = new URL(link)
  const part = parts.find(({ url }) => url === origin + pathname)
  // A part of a slide, `#STEP/2`, is on the slide.
  const [id = ''] = decodeURIComponent(hash.slice(1)).split('/')
  if (part) return `#${part.anchor(id)}`
  return sites.published + link.slice(sites.served.length)
}
