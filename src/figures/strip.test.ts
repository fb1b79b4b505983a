/** The strip: one stage lit, links where there is something to link to. */
import { expect, test } from 'vitest'
import { stripMarkup } from './strip.ts'

test.each([
  [{ name: 'source', lit: false, url: undefined }, '<span>source</span>'],
  [
    { name: 'source', lit: true, url: undefined },
    '<span aria-current="step">source</span>',
  ],
  [{ name: 'source', lit: false, url: '/a/b/' }, '<a href="/a/b/">source</a>'],
  [
    { name: 'source', lit: true, url: '/a/b/' },
    '<a href="/a/b/" aria-current="step">source</a>',
  ],
])('%j', (stage, expected) => {
  expect(stripMarkup([stage])).toBe(
    `<ol class="strip" aria-label="Stages"><li class="stage-source">${expected}</li></ol>`,
  )
})

test('classes are in small letters, as the sheet has them', () => {
  const stages = ['IR', 'bytes'].map((name) => ({
    name,
    lit: false,
    url: undefined,
  }))
  expect(stripMarkup(stages)).toContain(
    '<li class="stage-ir"><span>IR</span></li><li class="stage-bytes">',
  )
})

test('names and addresses are escaped', () => {
  const markup = stripMarkup([{ name: 'a<b', lit: false, url: '/"x"&y/' }])
  expect(markup).toContain('<a href="/&quot;x&quot;&amp;y/">a&lt;b</a>')
})
