/**
 * Links that work wherever the folder is served: every address that starts at
 * the site's root is written relative to its page, so that one build serves
 * any host and any sub-path. Only 404.html, which a host shows at any depth,
 * keeps whole addresses.
 */
import type { UserConfig } from '@11ty/eleventy'

/**
 * @param target an address from the site's root, such as `/assets/x.js#a`
 * @param page the address of the page that links there, such as `/a/b/`
 */
export function relative(target: string, page: string): string {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(target)!
  const from = page
    .slice(0, page.lastIndexOf('/') + 1)
    .split('/')
    .slice(1, -1)
  const to = path!.split('/').slice(1)
  let shared = 0
  while (
    shared < from.length &&
    shared < to.length - 1 &&
    from[shared] === to[shared]
  ) {
    shared++
  }
  const up = '../'.repeat(from.length - shared)
  return (up + to.slice(shared).join('/') || './') + rest!
}

/** Applies it to every link of a page; whole addresses come with the prefix. */
export function relativeLinks(eleventy: UserConfig): void {
  const prefix = eleventy.pathPrefix.replace(/\/$/, '')
  eleventy.htmlTransformer.addUrlTransform(
    'html',
    function (this: { url?: string }, target: string) {
      const page = this.url ?? ''
      if (!target.startsWith('/') || target.startsWith('//')) return target
      if (!page || page === '/404.html') return target
      const inSite = target.startsWith(`${prefix}/`)
        ? target.slice(prefix.length)
        : target
      return relative(inSite, page)
    },
    // After Eleventy's own, which turn files into addresses and add the prefix.
    { priority: -10 },
  )
}
