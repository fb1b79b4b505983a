import { expect, test } from 'vitest'
import { onePage } from './one-page.ts'

const site = 'https://a.example/b/'
const first = {
  url: '/talk/',
  html: `<h1 id="opening">T</h1><a href="types/">Types</a><a href="../play/?x#y">Play</a>`,
}
const types = {
  url: '/talk/types/',
  html: `<section id="opening"><h1>Types</h1><svg><g id="sky"></g><use href="#sky"></use><path fill="url(#sky)"></svg>
<a href="#leaves">1</a><a href="../#opening">2</a><a href="../bytes/#rows/2">3</a><a href="../bytes/#none">4</a>
<a href="https://b.example/#sky">5</a></section><section id="leaves"><h2 aria-labelledby="leaves sky">L</h2></section>`,
}
const bytes = {
  url: '/talk/bytes/',
  html: `<section id="opening"><b id="sky"></b></section><i id="rows"></i><img src="../../assets/a.png"><a href="./">6</a>`,
}

const made = (published = site) =>
  onePage([first, types, bytes], {
    site: published,
    picture: (path) => `data:${path}`,
  })

test('what two pages have under one name is told apart, and what refers to it follows', () => {
  const [one, two, three] = made()
  expect(one).toContain('id="opening"')
  expect(two).toContain('id="types-opening"')
  expect(two).toContain('<g id="sky">')
  expect(two).toContain('<use href="#sky">')
  expect(two).toContain('fill="url(#sky)"')
  expect(two).toContain('aria-labelledby="leaves sky"')
  expect(three).toContain('<b id="bytes-sky">')
  expect(three).toContain('<i id="rows">')
})

test('links lead within the file where it has their goal, else to the site', () => {
  const [one, two, three] = made()
  expect(one).toContain('<a href="#types-opening">Types</a>')
  expect(one).toContain(
    '<a href="https://a.example/b/play/?x#y" data-on-site="">Play</a>',
  )
  expect(two).toContain('<a href="#leaves">1</a>')
  expect(two).toContain('<a href="#opening">2</a>')
  expect(two).toContain('<a href="#rows/2">3</a>')
  expect(two).toContain('href="https://a.example/b/talk/bytes/#none"')
  expect(two).toContain('<a href="https://b.example/#sky">5</a>')
  expect(three).toContain('<img src="data:/assets/a.png">')
  expect(three).toContain('<a href="#bytes-opening">6</a>')
})

test('a site that is published nowhere is named, and not linked to', () => {
  expect(made('')[0]).toContain('<a data-on-site="">Play</a>')
  expect(made('').join('')).not.toContain('data-address')
})

test('a section knows its address on the site, by its own name there', () => {
  expect(made()[1]).toContain(
    '<section id="types-opening" data-address="https://a.example/b/talk/types/#opening">',
  )
})

test('headings of chapters are one level below the talk’s', () => {
  const [one, two] = made()
  expect(one).toContain('<h1 id="opening">')
  expect(two).toContain('<h1 aria-level="2">')
  expect(two).toContain('<h2 aria-labelledby="leaves sky" aria-level="3">')
})
