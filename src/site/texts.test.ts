/** Fences whose text is cut into tokens: what they say, and what stands in the page. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { texts } from './texts.ts'

let leave: () => void
const md = new MarkdownIt().use(texts, kitchen)
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

function fence(words: string, text: string): string {
  return `\`\`\`text tokens ${words}\n${text}\n\`\`\`\n`
}

test('the tokens are cut in the build, and one word’s coming together', () => {
  const page = render(md, fence('of=<kite> title="T"', 'A <kite>'))
  expect(page).toContain('<text-tokens defer-hydration class="card"')
  expect(page).toContain('data-word="1"')
  expect(page).toContain('>\nA &lt;kite&gt;</textarea>')
  expect(page).toContain('8 characters, 6 tokens')
  expect(page).toMatch(/<caption>.*kite.* comes together in/)
})

test('a word is found without the signs around it', () => {
  const page = render(md, fence('of=kite title="T"', 'A "kite", red'))
  expect(page).toContain('data-word="1"')
})

test('other texts are listings', () => {
  expect(render(md, '```text\nA kite\n```\n')).not.toContain('text-tokens')
})

test.each([
  ['words that say nothing', fence('word=3 title="T"', 'A'), 'what to cut'],
  ['no title', fence('', 'A'), 'what to cut'],
  ['a word that is not there', fence('of=kit title="T"', 'A kite'), '“kit”'],
  ['a title twice', fence('title="T"', 'A').repeat(2), 'title “T”'],
])('the build stops for %s', (_, text, words) => {
  expect(() => render(md, text)).toThrow(words)
})
