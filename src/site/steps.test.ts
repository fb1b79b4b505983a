/** Sections, beats and the strip, from the Markdown that makes them. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { slug } from './slug.ts'
import { steps, stepsOf } from './steps.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt({ html: true }).use(steps)

/** A talk with a strip; of its stages, only `tokens` has its chapter. */
const talk = {
  url: '/talk/',
  strip: 'compiler',
  chapters: [{ url: '/talk/from-text-to-tokens/' }],
}

function html(body: string, data: Record<string, unknown> = {}): string {
  const markup = render(md, body, { collections: { talks: [] }, ...data })
  return markup.replaceAll(/\n+/g, '')
}

describe('slug', () => {
  test.each([
    ['The first step', 'the-first-step'],
    ['  What? Why!  ', 'what-why'],
    ['Binaryen’s `wasm-opt`', 'binaryens-wasm-opt'],
    ['“Quoted” and \'quoted\' and "quoted"', 'quoted-and-quoted-and-quoted'],
    ['Über Größe: naïve café', 'uber-gro-e-naive-cafe'],
    ['-O3 & friends --', 'o3-friends'],
    ['日本', ''],
  ])('%s → %s', (title, id) => {
    expect(slug(title)).toBe(id)
  })
})

describe('stepsOf', () => {
  test.each([
    ['## One\n\ntext\n\n## Two\n', ['one One', 'two Two']],
    ['# Not\n\n### This\n\n#### Either\n', []],
    ['## The `scan` function\n', ['the-scan-function The scan function']],
    ['## Closed ##\n\n## In C#\n', ['closed Closed', 'in-c In C#']],
    ['```md\n## Code\n```\n\n## Text\n', ['text Text']],
    ['````md\n```\n## A\n```\n## B\n````\n\n## C\n', ['c C']],
    ['```\na\n```\n\n## X\n\n```\n## b\n```\n\n## Y\n', ['x X', 'y Y']],
    ['##No space\n\ntext ## inside\n', []],
  ])('%j', (body, expected) => {
    const found = stepsOf(body).map(({ id, title }) => `${id} ${title}`)
    expect(found).toEqual(expected)
  })

  test.each([
    '## One\n\n## The `scan` function\n\n## “Two” *stars*\n',
    '## In C#\n\n## Closed ##\n',
    '> ## Quoted\n\n## Own\n',
  ])('has the ids of the sections: %j', (body) => {
    const sections = html(body).matchAll(/<section class="[^"]*" id="([^"]*)"/g)
    expect([...sections].map(([, id]) => id)).toEqual(
      stepsOf(body).map(({ id }) => id),
    )
  })
})

const shown = (code: string) => `<pre><code>${code}</code></pre>`

const beat = (says: string, shows = '') =>
  `<div class="beat"><div class="says">${says}</div>` +
  (shows && `<div class="shows">${shown(shows)}</div>`) +
  '</div>'

describe('a chapter', () => {
  test('is an opening, and then a section for each step', () => {
    expect(html('Hello.\n\n## One\n\nFirst.\n\n## Two\n')).toBe(
      '<p>Hello.</p>' +
        '<section class="step slide" id="one"><h2 tabindex="-1">One</h2>' +
        '<div class="beat"><div class="says"><p>First.</p></div></div></section>' +
        '<section class="step slide" id="two"><h2 tabindex="-1">Two</h2></section>',
    )
  })

  test('tells a step in beats: what is said, and what is shown for it', () => {
    const body =
      '## One\n\nA.\n\nB.\n\n```\nx\n```\n\nC.\n\n```\ny\n```\n\n```\nz\n```\n\nD.\n'
    const [, beats] = /<\/h2>(.*)<\/section>/.exec(html(body))!
    expect(beats).toBe(
      beat('<p>A.</p><p>B.</p>', 'x') +
        beat('<p>C.</p>', 'y') +
        beat('', 'z') +
        beat('<p>D.</p>'),
    )
  })

  test('keeps a fence in a list, and a heading in a quotation, where they are', () => {
    const markup = html(
      '## One\n\n- item\n\n  ```\n  x\n  ```\n\n> ## Quoted\n>\n> words\n',
    )
    expect(markup).not.toContain('class="shows"')
    expect(markup.match(/<section/g)).toHaveLength(1)
    expect(markup).toContain('<blockquote><h2>Quoted</h2><p>words</p>')
  })

  test.each(['content/2025-a-post.md', 'content/1-talk/index.md'])(
    'is not %s',
    (inputPath) => {
      expect(html('## One\n', { inputPath })).toBe('<h2>One</h2>')
    },
  )
})

/** Its stages as `name`, `[name](url)` where linked, `*…*` where lit. */
function strip(markup: string): string[] {
  return [...markup.matchAll(/<li class="stage-[a-z]+">(.*?)<\/li>/g)].map(
    ([, stage]) => {
      const [, name] = />([^<]+)</.exec(stage!)!
      const [, url] = /href="([^"]*)"/.exec(stage!) ?? []
      const words = url ? `[${name}](${url})` : name!
      return stage!.includes('aria-current="step"') ? `*${words}*` : words
    },
  )
}

describe('the strip', () => {
  const TOKENS = '[tokens](/talk/from-text-to-tokens/)'
  const REST = ['types', 'IR', 'passes', 'bytes', 'result']
  const data = { stage: 'tree', collections: { talks: [talk] } }

  test('links the chapters that exist, and lights the chapter’s stage', () => {
    expect(strip(html('## One\n', data))).toEqual([
      'source',
      TOKENS,
      '*tree*',
      ...REST,
    ])
  })

  test('lights another stage where a step says so, and there alone', () => {
    const body = '## One\n\n<!-- stage: tokens -->\n\nText.\n\n## Two\n'
    const markup = html(body, data)
    const [one, two] = markup.split('</section>')
    expect(strip(one!)).toEqual(['source', `*${TOKENS}*`, 'tree', ...REST])
    expect(strip(two!)).toEqual(['source', TOKENS, '*tree*', ...REST])
    expect(markup).not.toContain('<!--')
  })

  test.each([
    ['the talk has none', [{ ...talk, strip: undefined }]],
    ['the talk is another', [{ ...talk, url: '/another/' }]],
  ])('is left out where %s', (_, talks) => {
    const markup = html('## One\n', { ...data, collections: { talks } })
    expect(markup).not.toContain('class="strip"')
  })
})

describe('stops the build', () => {
  test.each([
    ['## Same\n\ntext\n\n## Same\n', `${CHAPTER}:9: another part .*#same`],
    ['## `Same`\n\n## Other\n\n## same!\n', `${CHAPTER}:9: another part`],
    ['Text.\n\n## 日本\n', `${CHAPTER}:7: no address`],
    ['Text.\n\n## Sources\n', `${CHAPTER}:7: another part .*#sources`],
  ])('at %j', (body, message) => {
    expect(() => html(body)).toThrow(new RegExp(`^${message}`))
  })

  test('at a stage that the talk’s strip has not', () => {
    const body = '## One\n\n<!-- stage: tokns -->\n'
    const data = { stage: 'tree', collections: { talks: [talk] } }
    expect(() => html(body, data)).toThrow(
      `${CHAPTER}:7: the talk’s strip has no stage “tokns”. There are: source, tokens,`,
    )
  })
})
