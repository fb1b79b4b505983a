/** Listings: coloured by classes, and safe whatever the fence says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder } from './chapter.fixture.ts'
import { createListings, type Highlighter } from './highlight.ts'

const CONTENT = [
  '```ts\n```',
  '```Python\n```',
  '```  json title\n```',
  '> ~~~css\n> ~~~',
  '- item\n\n  ```wasm\n  ```',
  '```nosuchlanguage\n```',
  '```constructor\n```',
  '```"onfocus="x\n```',
].join('\n\n')

let leave: () => void
let listings: Highlighter
beforeAll(async () => {
  leave = openFolder({ 'content/deep/a.md': CONTENT })
  listings = await createListings('content')
})
afterAll(() => leave())

/** What a reader sees of it. */
function text(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x3C;|&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .replaceAll(/&#x22;|&quot;/g, '"')
    .replaceAll(/&#x26;|&amp;/g, '&')
}

const CODE = 'if (a < b && "</pre>") {\n\n  return `${a}` // <b>\n}'

describe.each([
  'ts',
  'TS',
  'python',
  'css',
  'wasm',
  'examplescript',
  'examplescript-talk',
  'nosuchlanguage',
  'constructor',
  '"onfocus="x',
  'text',
  'ansi',
  '',
])('a listing in %j', (language) => {
  test('says the code, and no inline style', () => {
    const html = listings.listing(`${CODE}\n\n`, language)
    expect(text(html)).toBe(CODE)
    expect(html).not.toContain('style')
    expect(html).not.toContain('<b>')
    expect(html).not.toContain('"onfocus')
    expect(html).toMatch(/^<pre class="listing" tabindex="0"/)
    expect(html.match(/<pre|<\/pre>/g)).toEqual(['<pre', '</pre>'])
    expect(html.match(/class="line"/g)).toHaveLength(4)
  })
})

test.each([
  ['ts', 'const a = 1', '<span class="tok-keyword">const</span>'],
  ['python', 'def f(): pass', '<span class="tok-keyword">def</span>'],
  ['json', 'null', '<span class="tok-constant">null</span>'],
  ['css', '/* a */', '<span class="tok-comment">/* a */</span>'],
  ['wasm', ';; a', '<span class="tok-comment">;; a</span>'],
])('%s is in colour, as the content names it', (language, code, expected) => {
  expect(listings.listing(code, language)).toContain(expected)
})

test.each(['rust', 'nosuchlanguage', 'text', ''])(
  '%j, which the content does not name, is plain',
  (language) => {
    expect(listings.listing('let a = "x"', language)).not.toContain('tok-')
  },
)

test.each([
  ['ts', ' data-language="ts"'],
  ['Python', ' data-language="python"'],
  ['', ''],
])('a listing in %j says its language', (language, attribute) => {
  expect(listings.listing('x', language)).toContain(
    `<pre class="listing" tabindex="0"${attribute}>`,
  )
})

test.each([
  [[], [false, false, false]],
  [[2], [false, true, false]],
  [
    [1, 3],
    [true, false, true],
  ],
  [[9], [false, false, false]],
])('lines %j are marked', (marked, expected) => {
  const html = listings.listing('a\nb\nc', 'ts', marked)
  const lines = html.match(/<span class="line[^"]*"/g)!
  expect(lines.map((line) => line.includes('marked'))).toEqual(expected)
})
