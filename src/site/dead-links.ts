/**
 * Follows every inner link of the finished pages, anchors included. A dead one
 * in a chapter stops the build; in a post, which somebody else may have
 * written, it only warns.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BuildResult } from '@11ty/eleventy'
import { chapterOf } from './place.ts'

export interface DeadLink {
  inputPath: string
  target: string
}

const HOST = 'https://site.invalid'

/** @throws an error that lists the dead links of our own pages. */
export function checkLinks(
  results: readonly BuildResult[],
  prefix: string,
): void {
  const dead = deadLinks(results, prefix, (file) => existsSync(`_site${file}`))
  for (const { inputPath, target } of dead.filter(isPost)) {
    console.warn(`${inputPath}: warning: dead link to ${target}`)
  }
  const ours = dead.filter((link) => !isPost(link))
  if (ours.length === 0) return
  const list = ours.map(({ inputPath, target }) => `${inputPath}: ${target}`)
  throw new Error(
    `Dead links. Mend the address, or the heading it names.\n${list.join('\n')}`,
  )
}

/** Talks and the two pages of our own are no posts; all other files are. */
function isPost({ inputPath }: DeadLink): boolean {
  const isOwn = /content\/(?:index|404)\.md$/.test(inputPath)
  return !isOwn && !chapterOf(inputPath)
}

/**
 * @param prefix the folder on the host, with which whole addresses start
 * @param exists whether a file is there, by its path from the site's root
 * @returns the links that lead to no file, or to no element of that id
 */
export function deadLinks(
  results: readonly Pick<BuildResult, 'inputPath' | 'url' | 'content'>[],
  prefix: string,
  exists: (file: string) => boolean,
): DeadLink[] {
  const address = (target: string, url: string) =>
    new URL(
      target.startsWith(prefix) ? target.slice(prefix.length - 1) : target,
      HOST + url,
    )
  const pages = results.filter(
    ({ url, content }) =>
      typeof content === 'string' && /\/$|\.html$/.test(url),
  )
  const ids = new Map(
    pages.map(({ url, content }) => [decoded(url), idsIn(content)]),
  )
  return pages.flatMap(({ inputPath, url, content }) =>
    linksIn(content)
      .filter((target) => isDead(address(target, url), ids, exists))
      .map((target) => ({ inputPath, target })),
  )
}

function isDead(
  { origin, pathname, hash }: URL,
  ids: Map<string, Set<string>>,
  exists: (file: string) => boolean,
): boolean {
  if (origin !== HOST) return false
  const file = decoded(pathname)
  const known = ids.get(file)
  if (!known) return !exists(file) || endsBare(file)
  const id = decoded(hash.slice(1)).replace(/[~/].*$/, '')
  return id !== '' && !known.has(id)
}

/** An address as its file is named; one that no browser decodes, as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** A folder without its index is no page. */
function endsBare(pathname: string): boolean {
  return path.posix.extname(pathname) === ''
}

function idsIn(content: string): Set<string> {
  return new Set([...content.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!))
}

function linksIn(content: string): string[] {
  const links = content.matchAll(
    /<(?:a|link|script|img|source|is-land)\s[^>]*?\b(?:href|src|import)="([^"]*)"/g,
  )
  return [...links].map(([, target]) => target!.replaceAll('&amp;', '&'))
}
