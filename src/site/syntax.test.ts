/**
 * All that chapters are written with, in one chapter: in the page it is the
 * same before and after Prettier, and on GitHub it reads as plain Markdown.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import MarkdownIt from 'markdown-it'
import * as prettier from 'prettier'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBakery } from './bakery.ts'
import { CHAPTER, openFolder, render, write } from './chapter.fixture.ts'
import { Report } from './counted.ts'
import { createListings } from './highlight.ts'
import { kitchen } from './kitchen.fixture.ts'
import { markdown } from './markdown.ts'
import { chapterOf } from './place.ts'

/** As somebody writes who is in a hurry. */
const WRITTEN = `Before the first step there is an *opening*.
##  Run a program
<!--minutes: 1.5, skippable-->
Prose with a <dfn>term</dfn>, a <dfn>\`term\`</dfn> of code, __strong__ words, 2 * 3
and a [link](03-next.md) to
what comes.
<!-- note: For the presenter,
     on two lines -->
\`\`\` examplescript-talk   run title="A program"
2 + 3
\`\`\`
<!-- do: text="41 + 16\\n2 * 3, too", run -->
<!-- do: reset -->
More prose.
***
<!-- transition -->
~~~examplescript-talk run module title="With its module"
6 * 7
~~~
## Quote the source

Prose.
<!-- stage: tokens -->
<!-- minutes: 1 -->
\`\`\`\`ts src/a.ts {2}
export function one() {
  return 1
}
\`\`\`\`
~~~  ts   src/a.ts {1|2-3|all} next
export function two() {
  return 2
}
~~~

## Build a list
<!-- one by one -->
* One
* Two
    * Two and a half
* Three

<!-- pause -->
1) First
2) Second
<!-- pause -->

> Words of somebody else

|Left|Right|Middle|
|:-|-:|:-:|
|\`a\`|1|2|
---
### A heading below

\`\`\`js
const plain = 'listing'
\`\`\`
<!-- TODO: a comment of the author's own -->

## Ask
> [!PREDICT] How many
> tokens are *these*?
> * [ ] Two, with \`2 tokens\`
> The plus is one, too.
> * [X] Three: \`3 tokens\`
>   It is one of
>   them.
\`\`\`examplescript tokens title="Predicted"
a + b
\`\`\`
<!-- do: skip -->

> [!WHY] Why?
>
> - [x] \`a\`
>
>   Because.
> - [ ] b
>
>   Not so.

Between.

> [!PREDICT]
> What then?
> + [ ] One
>   No.
> + [x] Another
>   Yes.

## Exercise
\`\`\`  examplescript-talk exercise title="To do"
2 + 3
\`\`\`
\`\`\`hint
Use \`*\`.
\`\`\`
~~~check
1 line
prints multiply(6, 7) = 42
~~~
\`\`\` examplescript-talk   solution
6 * 7
\`\`\`
<!-- do: hint, check -->
`

const SOURCE = `export function one() {
  return 1
}
export function two() {
  return 2
}
`

let config: prettier.Options
let md: MarkdownIt
let formatted: string
let leave: () => void
beforeAll(async () => {
  config = { ...(await prettier.resolveConfig(CHAPTER)), parser: 'markdown' }
  const bakery = await openBakery()
  formatted = await prettier.format(WRITTEN, config)
  leave = openFolder({ 'src/a.ts': SOURCE })
  write(CHAPTER, WRITTEN)
  const highlighter = await createListings('content')
  const planned = new Set(['content/1-talk/03-next.md'])
  md = markdown({ ...kitchen, highlighter, bakery }, planned, new Report())
})
afterAll(() => leave())

const TALK = { url: '/talk/', strip: 'compiler', chapters: [] }

function html(body: string): string {
  return render(md, body, {
    stage: 'source',
    minutes: { read: 3, present: 3 },
    collections: { talks: [TALK] },
  })
}

describe('a chapter of every construct', () => {
  test.each([
    ['a program', '<runnable-program '],
    ['a module', '<div class="stages"><div class="stage'],
    ['a text and its tokens', '<token-view '],
    ['a question', '<multiple-choice '],
    ['an exercise', '<code-exercise '],
    [
      'a quotation',
      '<figure class="quotation"><figcaption>src/a.ts<span class="lines"> 1–3',
    ],
    [
      'stages',
      `<figure class="quotation" data-stages="[[1],[2,3],[]]" data-press="2">`,
    ],
    ['a marked line', 'class="line marked"'],
    ['what takes a place', 'data-press="1" data-next'],
    ['colour', 'class="tok-keyword"'],
    [
      'a note',
      '<p class="speaker-note" hidden>For the presenter, on two lines</p>',
    ],
    [
      'a slide after a press',
      '<div class="slide" data-press="3" data-transition>',
    ],
    ['a list that builds', '<li class="fragment" data-press="1">'],
    ['a list that waits', '<ol class="fragment" data-press="4">'],
    ['a table that waits', '<div class="fragment table" data-press="5"'],
    [
      'what drives',
      '<span hidden data-press="1" data-do="[[&quot;text&quot;,&quot;41 + 16\\n2 * 3, too&quot;],[&quot;run&quot;]]">',
    ],
    [
      'minutes',
      'id="run-a-program" data-presses="3" data-minutes="1.5" data-skippable>',
    ],
    ['a stage', 'aria-current="step"'],
    ['a term', '<dfn>term</dfn>'],
    ['what is to come', '<span class="coming">link <small>coming'],
    ['a result', 'add(2, 3) = 5'],
  ])('has %s', (_, markup) => {
    expect(html(formatted)).toContain(markup)
  })

  test('asks twice on its own, and once with its program', () => {
    const markup = html(formatted)
    expect(markup.match(/<multiple-choice /g)).toHaveLength(2)
    expect(markup.match(/class="question"/g)).toHaveLength(3)
  })

  test('is the same in the page before and after Prettier', () => {
    expect(formatted).not.toBe(WRITTEN)
    expect(html(formatted)).toBe(html(WRITTEN))
  })

  test('stays what it is when it is formatted again', async () => {
    expect(await prettier.format(formatted, config)).toBe(formatted)
  })

  test('is plain Markdown but for comments and terms', () => {
    const plain = new MarkdownIt({ html: true }).parse(formatted, {})
    const raw = plain
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(({ type }) => type.startsWith('html_'))
      .map(({ content }) => content.trim())
    expect(raw.length).toBeGreaterThan(10)
    for (const markup of raw) {
      expect(markup).toMatch(/^(?:<!--[^]*-->|<\/?dfn>)$/)
    }
  })
})

const chapters = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('content', file))
  .filter((file) => chapterOf(file)?.chapter)
  .map((file) => [file, readFileSync(file, 'utf8')] as const)

test.each(chapters)('%s is as Prettier prints it', async (_, text) => {
  expect(await prettier.format(text, config)).toBe(text)
})
