/** Where links of a document of several pages lead. */
import { expect, test } from 'vitest'
import { relinked } from './links.ts'

const SITES = {
  served: 'http://localhost:8080/',
  published: 'https://site.example/sub/',
}
const PARTS = ['types', 'tokens'].map((name) => ({
  url: `http://localhost:8080/talk/${name}/`,
  anchor: (id: string) => `${name}--${id || 'opening'}`,
}))

test.each([
  ['talk/types/', '#types--opening'],
  ['talk/tokens/#a-step', '#tokens--a-step'],
  ['talk/tokens/?present#a-step/2', '#tokens--a-step'],
  ['talk/', 'https://site.example/sub/talk/'],
  ['play/?x=1#y', 'https://site.example/sub/play/?x=1#y'],
])('%s leads to %s', (link, target) => {
  const markup = `<p><a class="x" href="${SITES.served}${link}">a</a></p>`
  expect(relinked(markup, PARTS, SITES)).toBe(
    `<p><a class="x" href="${target}">a</a></p>`,
  )
})

test('other sites, and addresses that are no links, stay', () => {
  const markup = `<a href="https://webassembly.org/">a</a><img src="${SITES.served}a.png">`
  expect(relinked(markup, PARTS, SITES)).toBe(markup)
})
