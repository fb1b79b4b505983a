/** Terminals in chapters: what a fence says, and what stands in the page. */
import { readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBakery, type Bakery } from './bakery.ts'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { parseTerminal } from './terminal-fence.ts'
import { terminals } from './terminal.ts'

const SAMPLES = 'src/terminal/samples'

let leave: () => void
let md: MarkdownIt
let bakery: Bakery
beforeAll(async () => {
  const samples = ['fib.example', 'hello.wat'].map(
    (name) =>
      [
        `${SAMPLES}/${name}`,
        readFileSync(`${SAMPLES}/${name}`, 'utf8'),
      ] as const,
  )
  bakery = await openBakery()
  md = new MarkdownIt().use(terminals, { ...kitchen, bakery })
  leave = openFolder(Object.fromEntries(samples))
})
afterAll(() => leave())

const FENCE = 'terminal files=fib.wasm,hello.wat title="T"'

/** As the build does it: lines are run ahead. */
async function page(...lines: string[]): Promise<string> {
  const text = `\`\`\`${FENCE}\n${lines.join('\n')}\n\`\`\`\n`
  await bakery.terminals.ahead(text, 'here')
  return render(md, text)
}

const SMALLER = 'wasm-opt fib.wasm -O3 -o less.wasm'

test('lines, goals and a way', () => {
  const content = [
    '$ ls -l',
    '- [ ] Make *it*: `less.wasm is there`',
    `% ${SMALLER}`,
  ].join('\n')
  expect(parseTerminal(FENCE, content, 'here')).toEqual({
    title: 'T',
    files: ['fib.wasm', 'hello.wat'],
    lines: ['ls -l'],
    goals: [
      { words: 'Make *it*: `less.wasm is there`', goal: 'less.wasm is there' },
    ],
    way: [SMALLER],
  })
})

test('the log, its files and its goals stand in the page', async () => {
  const markup = await page(
    '$ ls',
    `$ ${SMALLER}`,
    '- [ ] As *text*: `less.wat is there`',
    '% wasm-dis less.wasm -o less.wat',
  )
  expect(markup).toContain('<samp class="out">fib.wasm\n</samp>')
  expect(markup).toMatch(/<code>less.wasm<\/code> \d+ bytes/)
  expect(markup).toContain('data-goal="less.wat is there"')
  expect(markup).toContain('As <em>text</em>')
  expect(markup).toContain('data-act="$ wasm-dis less.wasm -o less.wat"')
  const [, files] = /data-files="([^"]+)"/.exec(markup)!
  const given = JSON.parse(files!.replaceAll('&quot;', '"')) as object
  expect(Object.keys(given).sort()).toEqual([
    'fib.wasm',
    'hello.wat',
    'less.wasm',
  ])
})

describe('an author is told', () => {
  test.each([
    ['what a line may be', ['ls -l'], '“ls -l” says nothing to a terminal'],
    [
      'what a goal may be',
      ['- [ ] Do: `it is nice`', '% ls'],
      'says nothing to a terminal',
    ],
    [
      'that goals have a way',
      ['- [ ] Do: `less.wasm is there`'],
      'belong together',
    ],
    [
      'where the way does not lead to a goal',
      ['- [ ] Do: `less.wasm is there`', '% ls'],
      'the way does not lead to the goal “less.wasm is there”',
    ],
    [
      'of a goal that is reached already',
      [`$ ${SMALLER}`, '- [ ] Do: `less.wasm is there`', '% ls'],
      'is reached before the reader did anything',
    ],
  ])('%s', async (_, lines, message) => {
    await expect(page(...lines)).rejects.toThrow(message)
  })

  test('of a sample that is not there', async () => {
    const text = '```terminal files=nothing.wasm title="T"\n$ ls\n```\n'
    await bakery.terminals.ahead(text, 'here')
    expect(() => render(md, text)).toThrow('there is no sample nothing.wasm')
  })

  test('of words that say nothing', () => {
    expect(() => parseTerminal('terminal title="T"', '', 'here')).toThrow(
      'is no terminal',
    )
  })
})
