/** Storage and its stores, as chapters ask for them. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { storages } from './storages.ts'

let leave: () => void
const md = new MarkdownIt().use(storages, kitchen)
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

function fence(words: string, text = 'A table would <stand> here.'): string {
  return `\`\`\`${words}\n${text}\n\`\`\`\n`
}

test('storage says without script what would stand there', () => {
  const page = render(md, fence('model-storage title="T"'))
  expect(page).toContain('<model-storage defer-hydration class="card"')
  expect(page).toContain('A table would &lt;stand&gt; here.')
  expect(page).toMatch(/<button[^>]* data-act="look" disabled>Look</)
})

test('stores stand in a table before anybody measures', () => {
  const page = render(md, fence('cache-speeds title="T"'))
  expect(page).toContain('<cache-speeds defer-hydration class="card"')
  expect(page).toContain('Cache API')
  expect(page).toContain('<option value="8">8 MB</option>')
  expect(page).toMatch(/<button[^>]* data-act="measure" disabled>Measure</)
})

test.each([
  ['no title', fence('model-storage'), 'no storage'],
  ['no words', fence('cache-speeds title="T"', ''), 'no storage'],
  ['a title twice', fence('cache-speeds title="T"').repeat(2), 'title “T”'],
])('the build stops for %s', (_, text, words) => {
  expect(() => render(md, text)).toThrow(words)
})
