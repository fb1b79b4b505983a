/** Relative addresses: right wherever the folder is served. */
import type { UserConfig } from '@11ty/eleventy'
import { describe, expect, test } from 'vitest'
import { relative, relativeLinks } from './links.ts'

const TABLE: [target: string, page: string, expected: string][] = [
  ['/', '/', './'],
  ['/a/', '/', 'a/'],
  ['/assets/x.js', '/', 'assets/x.js'],
  ['/', '/a/', '../'],
  ['/', '/a/b/', '../../'],
  ['/a/b/', '/a/b/', './'],
  ['/a/', '/a/b/', '../'],
  ['/a/c/', '/a/b/', '../c/'],
  ['/a/b/c/', '/a/b/', 'c/'],
  ['/a/b/x.png', '/a/b/', 'x.png'],
  ['/a/b', '/a/b/', '../b'],
  ['/b/a/', '/a/b/', '../../b/a/'],
  ['/assets/x.js', '/2024/01/17/report/', '../../../../assets/x.js'],
  ['/a/x.html', '/a/y.html', 'x.html'],
  ['/a/', '/a/y.html', './'],
  ['/x', '/y.html', 'x'],
  ['/#top', '/a/', '../#top'],
  ['/#top', '/', './#top'],
  ['/a/b/#step', '/a/b/', './#step'],
  ['/a/c/#step', '/a/b/', '../c/#step'],
  ['/a/c/?q=/x/y#h', '/a/b/', '../c/?q=/x/y#h'],
  ['/?q', '/a/', '../?q'],
  ['/ab/c/', '/a/c/', '../../ab/c/'],
]

describe('relative', () => {
  test.each(TABLE)('%s from %s is %s', (target, page, expected) => {
    expect(relative(target, page)).toBe(expected)
  })

  test.each(TABLE)('%s from %s is what a browser finds', (target, page) => {
    for (const site of ['https://a.example', 'https://a.example/sub/path']) {
      const found = new URL(relative(target, page), site + page)
      expect(found.href).toBe(site + target)
    }
  })
})

/** What becomes of a link; pages come here with the prefix added. */
function link(pathPrefix: string, url: string | undefined, target: string) {
  let transform: ((this: { url?: string }, target: string) => string) | null =
    null
  relativeLinks({
    pathPrefix,
    htmlTransformer: {
      addUrlTransform: (_, added) => void (transform = added),
    },
  } as Partial<UserConfig> as UserConfig)
  return transform!.call({ ...(url && { url }) }, target)
}

describe('relativeLinks', () => {
  test.each([
    ['/', '/a/', '/b/', '../b/'],
    ['/sub/', '/a/', '/sub/b/', '../b/'],
    ['/sub/path/', '/', '/sub/path/b/#x', 'b/#x'],
    ['/', '/a/', 'https://b.example/', 'https://b.example/'],
    ['/', '/a/', '//b.example/x', '//b.example/x'],
    ['/', '/a/', '#x', '#x'],
    ['/', '/a/', '../x', '../x'],
    ['/', '/a/', 'mailto:a@b.example', 'mailto:a@b.example'],
    ['/', '/404.html', '/b/', '/b/'],
    ['/sub/', '/404.html', '/sub/b/', '/sub/b/'],
    ['/', undefined, '/b/', '/b/'],
  ])('under %s, on %s: %s → %s', (prefix, url, target, expected) => {
    expect(link(prefix, url, target)).toBe(expected)
  })
})
