import { expect, test } from 'vitest'
import { bodyOf, readPages, type Pages } from './pages.ts'

const step = (id: string, title: string) =>
  `<section class="step" id="${id}"><h2 tabindex="-1">${title}</h2></section>`
const pages: Pages = {
  title: 'A talk · A Wasm New Year',
  description: 'About it.',
  styles: '',
  head: '<a class="skip" href="#main">Skip</a>',
  articles: [
    { url: '/talk/', title: 'A talk', html: '<h1 id="opening">A talk</h1>' },
    {
      url: '/talk/one/',
      title: 'One',
      html: `<h1 id="opening">One</h1>${step('a', 'Of <code>a</code>')}`,
    },
  ],
}
const surroundings = { site: '', picture: () => '' }

test('a talk is all its chapters in one text, and its contents lead to them', () => {
  const body = bodyOf(pages, surroundings)
  expect(body).toMatch(/<h1 id="opening">.*<h1 id="one-opening".*id="a"/s)
  expect(body).toContain('<a href="#one-opening" data-chapter>One</a>')
  expect(body).toContain('<a class="skip" href="#main">')
  expect(body.match(/<main/g)).toHaveLength(1)
})

test('the contents of one page are its steps', () => {
  const articles = pages.articles.slice(1)
  expect(bodyOf({ ...pages, articles }, surroundings)).toContain(
    '<a href="#a">Of a</a>',
  )
})

test('a talk that is not there is told by what to do', async () => {
  await expect(readPages('none/at-all')).rejects.toThrow(
    'There is no _site/none/at-all/index.html. Build the site first (npm run build)',
  )
})
