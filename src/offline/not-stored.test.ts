/** The page for what is not stored, made of the one for missing pages. */
import { expect, test } from 'vitest'
import { notStored } from './not-stored.ts'

const MISSING = `<title>This page is not here</title>
<style>a{background:url(/assets/x.woff2)}</style>
<script type="module" src="/assets/page-1.js"></script>
<a class="site-name" href="/">Home</a> <a href="https://elsewhere.example/">out</a>
<main id="main" class="prose"><h1>This page is not here</h1></main>`

function missing(): Response {
  return new Response(MISSING, {
    headers: { 'content-security-policy': 'strict' },
  })
}

test('says what is the matter, and keeps policy and styles', async () => {
  const page = await notStored(missing(), '/', '/')
  expect(page.status).toBe(503)
  expect(page.headers.get('content-security-policy')).toBe('strict')
  const html = await page.text()
  expect(html).toContain('<title>This page is not stored</title>')
  expect(html).toContain('<h1>This page is not stored</h1>')
  expect(html).not.toContain('not here')
  expect(html).toContain('url(/assets/x.woff2)')
})

test.each([
  ['/', '/sub/path/'],
  ['/other/', '/sub/path/'],
  ['/sub/path/', '/sub/path/'],
  ['/sub/path/', '/'],
])('made for %s, it works in %s', async (from, to) => {
  const text = MISSING.replaceAll('"/', `"${from}`)
  const page = await notStored(new Response(text), from, to)
  const links = [...(await page.text()).matchAll(/(?:href|src)="([^"]*)"/g)]
  expect(links.map(([, address]) => address)).toEqual([
    `${to}assets/page-1.js`,
    to,
    'https://elsewhere.example/',
    to,
  ])
})

test('without that page, there are the words at least', async () => {
  const page = await notStored(undefined, '/', '/')
  expect(await page.text()).toContain('This page is not stored')
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'")
})
