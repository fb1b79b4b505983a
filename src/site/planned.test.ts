/** Links to chapters that are announced: “coming” until the file is there. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { planned } from './planned.ts'
import { announcedChapters } from './talks.ts'

const INDEX = `---
title: Talk
coming:
  03-next: What comes next
  04-later: And later
strip: compiler
---

  05-prose: no chapter
`

let leave: () => void
beforeAll(() => {
  leave = openFolder({
    'content/1-talk/index.md': INDEX,
    'content/1-talk/04-later.md': '# Written\n',
    'content/2-empty/01-a.md': '# No index\n',
  })
})
afterAll(() => leave())

function html(body: string, inputPath?: string): string {
  const md = new MarkdownIt().use(planned, announcedChapters('content'))
  return render(md, body, inputPath ? { inputPath } : {})
}

const COMING = '<span class="coming">next <small>coming</small></span>'

test('the announced chapters are those of each talk’s page', () => {
  expect([...announcedChapters('content')]).toEqual([
    'content/1-talk/03-next.md',
    'content/1-talk/04-later.md',
  ])
})

test.each([
  ['[next](03-next.md)', COMING],
  ['[next](./03-next.md#step)', COMING],
  ['[next](../1-talk/03-next.md)', COMING],
  ['a [x](/x/), [next](03-next.md), b', `a <a href="/x/">x</a>, ${COMING}, b`],
  ['[later](04-later.md)', '<a href="04-later.md">later</a>'],
  ['[never](05-never.md)', '<a href="05-never.md">never</a>'],
  ['[out](https://a.example/)', '<a href="https://a.example/">out</a>'],
])('%s', (body, expected) => {
  expect(html(body)).toBe(`<p>${expected}</p>\n`)
})

test('a post names chapters by their way from its own folder', () => {
  const post = 'content/2025-post.md'
  expect(html('[next](1-talk/03-next.md)', post)).toContain(COMING)
  expect(html('[next](03-next.md)', post)).toContain('<a href')
})
