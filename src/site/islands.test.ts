/** Islands: the wrapping that loads them, and tags that nobody defines. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { island, islands } from './islands.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const sites = () =>
  new Map([
    ['token-view', '/assets/token-view-1.js'],
    ['llm-chat', '/assets/llm-chat-1.js'],
  ])
const md = new MarkdownIt({ html: true }).use(islands, sites)

test.each([
  ['/', 'assets/token-view-1.js'],
  ['/talk/chapter/', '../../assets/token-view-1.js'],
])('on %s an island loads %s', (page, script) => {
  const attributes = { class: 'card', 'aria-label': 'a "b" <c>' }
  expect(island(sites, 'token-view', page, attributes, '<p>x</p>')).toBe(
    `<is-land on:interaction="focusin,pointerover,pointerdown,click" import="${script}">` +
      '<token-view defer-hydration class="card" aria-label="a &quot;b&quot; &lt;c&gt;">\n' +
      '<p>x</p></token-view></is-land>\n',
  )
})

describe('a tag', () => {
  test.each([
    '<token-view>\n\nFallback.\n\n</token-view>\n',
    '<llm-chat model="x">\n\n</llm-chat>\n',
    '<div>\n\n</div>\n',
    '```html\n<any-thing>\n```\n',
  ])('stays as it is: %j', (body) => {
    expect(() => render(md, body)).not.toThrow()
  })

  test.each([
    ['<tokens-view>\n', 5, 'tokens-view', 'Did you mean <token-view>?'],
    ['<token-view2>\n', 5, 'token-view2', 'Did you mean <token-view>?'],
    ['Text.\n\n<lm-chat>\n', 7, 'lm-chat', 'Did you mean <llm-chat>?'],
    ['<some-thing>\n', 5, 'some-thing', 'There are: token-view, llm-chat.'],
  ])('%j stops the build', (body, line, name, advice) => {
    expect(() => render(md, body)).toThrow(
      `${CHAPTER}:${line}: there is no island <${name}>. ${advice}`,
    )
  })

  test('is a post’s own matter', () => {
    const inputPath = 'content/2025-post.md'
    const body = '<some-thing>\n\nText.\n\n</some-thing>\n'
    expect(render(md, body, { inputPath })).toContain('<some-thing>')
  })
})
