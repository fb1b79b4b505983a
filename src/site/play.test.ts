/** The place to play: its card, the programs to start from, and who may have one. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VIEWS } from '../figures/views.ts'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { play } from './play.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt().use(play, kitchen)
const inputPath = './content/play.md'

function fence(info: string, source: string): string {
  return `\`\`\`${info}\n${source}\n\`\`\`\n`
}

const PLAY = fence('examplescript play title="Yours"', 'let a = 1')
const ONE = fence(
  'examplescript example title="a < b"',
  'export function main(): i32 { return 1 }',
)
const OTHER = fence('examplescript example title="Two"', 'let two = 2')

const html = (...parts: string[]) =>
  render(md, parts.join('\nWords between.\n\n'), { inputPath })

test('is one card, with all that a program can do', () => {
  const markup = html(PLAY)
  expect(markup.match(/<staged-program /g)).toHaveLength(1)
  expect(markup).toMatch(
    /<staged-program [^>]*aria-label="Yours"[^>]* data-play/,
  )
  const acts = [...markup.matchAll(/data-act="([^"]+)"/g)].map(([, act]) => act)
  expect(acts).toEqual(
    expect.arrayContaining([...VIEWS, 'run', 'animate', 'side-by-side']),
  )
  expect(markup).toContain('<span data-token="0">let a = 1</span>')
  expect(markup).toContain('let a = 1 as bytes')
  expect(markup).toContain('<p>tree drawn</p>')
  expect(markup).toContain('width="320" height="200"')
})

test('programs to start from are in it, in order, wherever they stand', () => {
  const markup = html(PLAY, ONE, OTHER)
  expect(markup.match(/<summary>[^<]*<\/summary>/g)).toEqual([
    '<summary>Start from an example</summary>',
    '<summary>a &lt; b</summary>',
    '<summary>Two</summary>',
  ])
  expect(markup).toMatch(
    /data-act="example-0"[^>]*aria-label="Start from a &lt; b"/,
  )
  expect(markup).toMatch(/data-act="example-1"[^>]*aria-label="Start from Two"/)
  expect(markup.match(/let two = 2/g)).toHaveLength(1)
  expect(markup.match(/<p>Words between\.<\/p>/g)).toHaveLength(2)
})

test('an example that does not compile stops the build', () => {
  const wrong = fence('examplescript example title="No"', 'let a = six')
  expect(() => html(PLAY, wrong)).toThrow(
    /content\/play\.md:11: the example “No” does not compile: .*six.* Mend it\.$/,
  )
})

test.each([
  ['before the place to play', ONE, inputPath],
  ['in a chapter', PLAY, './content/1-talk/02-here.md'],
])('a fence %s is only to be read', (_, body, path) => {
  expect(render(md, body, { inputPath: path })).toMatch(/^<pre><code/)
})
