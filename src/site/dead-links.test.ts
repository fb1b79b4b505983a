/** Dead links: which ones there are, and whom they stop. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkLinks, deadLinks } from './dead-links.ts'

const PAGES = {
  '/': '<h2 id="talks">Talks</h2>',
  '/talk/chapter/': '<section id="one"></section><p id="zwölf"></p>',
  '/2025/grüße dort/': '<p>Hi</p>',
  '/x.html': '',
}
const FILES = new Set(['/assets/page.js', '/feed.xml', '/images', '/a b.png'])

/** The dead ones among the links of a page. */
function dead(html: string, url = '/talk/here/', prefix = '/'): string[] {
  const results = Object.entries({ ...PAGES, [url]: html }).map(
    ([address, content]) => ({ inputPath: 'x.md', url: address, content }),
  )
  return deadLinks(results, prefix, (file) => FILES.has(file)).map(
    ({ target }) => target,
  )
}

describe('deadLinks', () => {
  test.each([
    '/',
    '../../',
    '../chapter/',
    '/talk/chapter/',
    '/talk/chapter/?present#one',
    '../../x.html',
    '/assets/page.js',
    '/feed.xml?x',
    '/a%20b.png',
    '#',
    '/#talks',
    '../chapter/#one',
    '../chapter/#one/2',
    '../chapter/#one~1.abc',
    '../chapter/#one/2~1.abc',
    '../chapter/#zw%C3%B6lf',
    '../chapter/#zwölf',
    '/2025/grüße dort/',
    '/2025/gr%C3%BC%C3%9Fe%20dort/',
    'https://elsewhere.example/nothing',
    '//elsewhere.example/nothing',
    'mailto:somebody@example.org',
  ])('%s is alive', (target) => {
    expect(dead(`<a href="${target}">x</a>`)).toEqual([])
  })

  test.each([
    '/nowhere/',
    '../nowhere/',
    '../../../nowhere/../x',
    '/assets/gone.js',
    '/talk/chapter',
    '/images',
    '/images/',
    '../missing.md',
    '#nothing',
    '/#nothing',
    '../chapter/#two',
    '#100%',
    '/100%/',
  ])('%s is dead', (target) => {
    expect(dead(`<a href="${target}">x</a>`)).toEqual([target])
  })

  test.each([
    '<a class="x" href="/no/">',
    '<link rel="icon" href="/no/">',
    '<script type="module" src="/no/"></script>',
    '<img alt="" src="/no/">',
    '<source src="/no/">',
    '<is-land on:interaction="click" import="/no/">',
  ])('%s is followed', (html) => {
    expect(dead(html)).toEqual(['/no/'])
  })

  test('an escaped one reads as it was meant', () => {
    expect(dead('<a href="/feed.xml?a&amp;b">x</a>')).toEqual([])
    expect(dead('<code>&lt;a href="/no/"&gt;</code>')).toEqual([])
  })

  test('whole addresses come with the prefix', () => {
    const html = '<a href="/sub/#talks">x</a><a href="/sub/no/">x</a>'
    expect(dead(html, '/404.html', '/sub/')).toEqual(['/sub/no/'])
  })

  test('only pages are read', () => {
    expect(dead('<a href="/no/">x</a>', '/feed.xml')).toEqual([])
  })
})

function check(inputPath: string): string[] {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const content = '<a href="/no/where/">x</a>'
  checkLinks([{ inputPath, outputPath: '', url: '/x/', content }], '/')
  return warn.mock.calls.map(([words]) => String(words))
}

describe('checkLinks', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test.each([
    './content/2025-02-03-hello.md',
    './content/blog/hello.md',
    './content/other/index.md',
  ])('%s, a post, is warned', (inputPath) => {
    expect(check(inputPath)).toEqual([
      `${inputPath}: warning: dead link to /no/where/`,
    ])
  })

  test.each([
    './content/index.md',
    './content/404.md',
    './content/1-talk/index.md',
    './content/1-talk/02-here.md',
  ])('%s stops the build', (inputPath) => {
    expect(() => check(inputPath)).toThrow(
      `Dead links. Mend the address, or the heading it names.\n${inputPath}: /no/where/`,
    )
  })
})
