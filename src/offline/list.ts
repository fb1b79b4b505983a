/**
 * The list of a version of the site: every file that can be stored, with the
 * hash of its content. The build writes it into the service worker's script, so a
 * browser that finds another script there has found another version.
 */

/** A file: its path from the site's root, the SHA-256 of its content in base64url, and its bytes. */
export type Listed = readonly [path: string, sha256: string, bytes: number]

export interface SiteList {
  /** Another one for any other content. */
  version: string
  /** The folder of the site that `404.html` was made for, such as `/` or `/sub/path/`. */
  prefix: string
  /** What is stored on the first visit, all or nothing: text, and what it needs to be read and presented. */
  early: readonly Listed[]
  /** What is stored once it was used: tools, and the storyteller. */
  later: readonly Listed[]
}

/** What to say of a path, by path. */
export function byPath({ early, later }: SiteList): Map<string, Listed> {
  return new Map([...early, ...later].map((listed) => [listed[0], listed]))
}

/** The name of a file's content among what is stored: unlike its path, it stays when a new version comes. */
export function keyOf([path, sha256]: Listed): string {
  return `${path}?${sha256}`
}

/** What of these is not there, pages first: where those are not ours, nothing else is asked for. */
export function missing(
  wanted: readonly Listed[],
  there: ReadonlySet<string>,
): Listed[] {
  return wanted
    .filter((listed) => !there.has(keyOf(listed)))
    .sort(([a], [b]) => Number(isPage(b)) - Number(isPage(a)))
}

export function isPage(path: string): boolean {
  return path.endsWith('.html')
}

/** The address of a file from the site's root: a folder has its page. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1')
}

/** Whether the name says the content, which then is the same in any version. */
export function isNamedByContent(path: string): boolean {
  return /^(?:assets|outward)\//.test(path)
}

/** Keys that one of these versions has a use for. */
export function keysOf(lists: readonly SiteList[]): Set<string> {
  return new Set(
    lists.flatMap(({ early, later }) => [...early, ...later].map(keyOf)),
  )
}

/** How much is stored of a version, in bytes, and whether that is all of its text. */
export function inventory(
  { early, later }: SiteList,
  there: ReadonlySet<string>,
): { bytes: number; isWhole: boolean } {
  const stored = [...early, ...later].filter((one) => there.has(keyOf(one)))
  return {
    bytes: stored.reduce((sum, [, , bytes]) => sum + bytes, 0),
    isWhole: missing(early, there).length === 0,
  }
}
