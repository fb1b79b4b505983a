/** Sections, their minutes and the strip, from the Markdown that makes them. */
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
    ['~~~\n## A\n~~~\n\n## B\n', ['b B']],
    ['- item\n\n  ```\n## A\n  ```\n\n## B\n', ['b B']],
    ['   ##   Indented\n\n    ## Code\n', ['indented Indented']],
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

describe('a chapter', () => {
  test('is an opening, and then a section for each step', () => {
    expect(html('Hello.\n\n## One\n\nFirst.\n\n## Two\n')).toBe(
      '<p>Hello.</p>' +
        '<section class="step" id="one"><div class="slide"><h2 tabindex="-1">One</h2>' +
        '<div class="beat spoken"><div class="says spoken"><p>First.</p></div></div></div></section>' +
        '<section class="step" id="two"><div class="slide"><h2 tabindex="-1">Two</h2></div></section>',
    )
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

describe('minutes', () => {
  test.each([
    ['<!-- minutes: 2 -->', ' data-minutes="2"'],
    ['<!-- minutes: 0.5 -->', ' data-minutes="0.5"'],
    ['<!-- minutes: 1.0, skippable -->', ' data-minutes="1" data-skippable'],
    ['Words.', ''],
  ])('%s', (body, attributes) => {
    const markup = html(`## One\n\n${body}\n\n## Two\n`)
    expect(markup).toContain(`<section class="step" id="one"${attributes}>`)
    expect(markup).toContain('<section class="step" id="two">')
    expect(markup).not.toContain('<!--')
  })

  test.each(['0', 'two', '1,5', '2 minutes', '2, skip', 'skippable'])(
    '%s stop the build',
    (value) => {
      expect(() => html(`## One\n\n<!-- minutes: ${value} -->\n`)).toThrow(
        `${CHAPTER}:7: “${value}” is no number of minutes. Write <!-- minutes: 2 --> or <!-- minutes: 0.5, skippable -->.`,
      )
    },
  )

  test('are planned once a step', () => {
    const plan = '<!-- minutes: 1 -->\n'
    expect(() => html(`## One\n\n${plan}\n---\n\n${plan}`)).toThrow(
      `${CHAPTER}:11: the minutes of this step are planned above already. Plan a step once, all its slides together.`,
    )
    expect(() => html(`## One\n\n${plan}\n## Two\n\n${plan}`)).not.toThrow()
  })
})

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

  test.each([
    ['## One\n\nWords\n---\n', 7],
    ['Words in the opening\n---\n', 5],
    ['## One\n\nSeveral\nlines of text\n---\n\nMore.\n', 7],
  ])('at --- right under a line: %j', (body, line) => {
    expect(() => html(body)).toThrow(
      `${CHAPTER}:${line}: --- right under a line makes a heading of it. For the next slide, leave a blank line before it; for a step, write ##.`,
    )
  })

  test.each(['> Words\n> ---\n', '- Words\n  ---\n', 'Words\n===\n'])(
    'not at a heading that is no step: %j',
    (body) => {
      expect(() => html(`## One\n\n${body}`)).not.toThrow()
    },
  )

  test('at a mark before the first step', () => {
    expect(() => html('Words.\n\n<!-- note: x -->\n\n## One\n')).toThrow(
      `${CHAPTER}:7: the mark “note” stands before the first step. Put it into the step that it is about, under its ## line.`,
    )
    expect(() => html('<!-- my own -->\n\n## One\n')).not.toThrow()
  })

  test('at a stage that the talk’s strip has not', () => {
    const body = '## One\n\n<!-- stage: tokns -->\n'
    const data = { stage: 'tree', collections: { talks: [talk] } }
    expect(() => html(body, data)).toThrow(
      `${CHAPTER}:7: the talk’s strip has no stage “tokns”. There are: source, tokens,`,
    )
  })
})
