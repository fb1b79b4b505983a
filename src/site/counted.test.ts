/** Counting the Markdown itself: what stops the build, and what its report says. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { counting, Report } from './counted.ts'
import { exercises } from './exercise.ts'
import { kitchen } from './kitchen.fixture.ts'
import { questions } from './question.ts'
import { quotations } from './quotation.ts'
import { runnables } from './runnable.ts'
import { tables } from './tables.ts'

const LINES = Array.from({ length: 13 }, (_, index) => `line ${index + 1}`)

let leave: () => void
beforeAll(() => {
  leave = openFolder({ 'src/a.ts': LINES.join('\n') })
})
afterAll(() => leave())

let report: Report
let md: MarkdownIt
beforeEach(() => {
  report = new Report()
  md = new MarkdownIt({ html: true, typographer: true })
    .use(tables)
    .use(quotations, kitchen.highlighter)
    .use(runnables, kitchen)
    .use(exercises, kitchen)
    .use(questions, kitchen)
    .use(counting, report)
})

/** @returns the report of the build after these chapters, in this order. */
function reported(...chapters: [body: string, inputPath?: string][]): string[] {
  for (const [body, inputPath = CHAPTER] of chapters) {
    render(md, body, { inputPath, minutes: { read: 1, present: 1 } })
  }
  return report.lines()
}

const words = (count: number) => Array(count).fill('word').join(' ')
const fence = (text: string, info = '') => `\`\`\`${info}\n${text}\n\`\`\`\n\n`
const PLAN = '<!-- minutes: 1 -->\n\n'
const RUN = fence('x', 'examplescript run title="T"')
const SUMMARY = `${CHAPTER}: something to do in`

describe('a report', () => {
  test('of a good chapter is one line that sums it up', () => {
    expect(
      reported([`Opening.\n\n## One\n\n${PLAN}${words(60)}\n\n${RUN}`]),
    ).toEqual([`${SUMMARY} 1 of 1 step, 60 words, 1 minute to present`])
  })

  test('warns with file, line and advice', () => {
    const body = `## One\n\n${PLAN}${words(60)}\n\n${RUN}## Two\n\n${words(39)}\n\n${fence('x', 'examplescript exercise title="E"')}`
    expect(reported([body])).toEqual([
      `${CHAPTER}:15: warning: this step has 39 words, and 40 are the least that say why and how. Say why it comes and what it leads to, or join it with its neighbour.`,
      `${CHAPTER}:15: warning: this step has no planned minutes, so nobody knows whether the talk ends in time. Plan how long presenting it takes: <!-- minutes: 1 -->.`,
      `${CHAPTER}:19: warning: this exercise has no checks, so nobody learns whether they solved it. Add a check: what a right program gives.`,
      `${CHAPTER}:19: warning: this exercise has no hints, so whoever is stuck stays stuck. Add a hint that says where to look.`,
      `${CHAPTER}:19: warning: this exercise has no solution, so nobody can compare theirs with one. Add a solution that passes the checks.`,
      `${SUMMARY} 2 of 2 steps, 99 words, 1 minute to present`,
    ])
  })

  test('has warnings, then terms, then sums, in the order of chapters', () => {
    const chapter = (text: string): string =>
      `## One\n\n${PLAN}${text} ${words(60)}\n\n${RUN}`
    const lines = reported(
      [chapter('A <dfn>token</dfn>.'), 'content/1-talk/10-late.md'],
      [chapter('A token.'), 'content/1-talk/9-early.md'],
      [chapter(words(99)), 'content/2-other/01-a.md'],
    )
    expect(lines).toEqual([
      expect.stringMatching(
        /^content\/2-other\/01-a\.md:5: warning: this step has 159 words before/,
      ),
      'content/1-talk/9-early.md:9: warning: “token” is used here, and explained only later, in “One” of content/1-talk/10-late.md. Explain it here, or use other words until then.',
      'content/1-talk/9-early.md: something to do in 1 of 1 step, 62 words, 1 minute to present',
      'content/1-talk/10-late.md: something to do in 1 of 1 step, 62 words, 1 minute to present',
      'content/2-other/01-a.md: something to do in 1 of 1 step, 159 words, 1 minute to present',
    ])
  })

  test('knows a term’s talk', () => {
    const lines = reported(
      ['## One\n\nA token.\n', 'content/1-talk/01-a.md'],
      ['## One\n\nA <dfn>token</dfn>.\n', 'content/2-other/01-a.md'],
    )
    expect(lines.join('\n')).not.toContain('“token”')
  })

  test('adds up minutes as people do', () => {
    const [first, second] = ['1.1', '1.2'].map((one) => PLAN.replace('1', one))
    const body = `## One\n\n${first}## Two\n\n${second}`
    expect(reported([body]).at(-1)).toContain(
      '0 of 2 steps, 0 words, 2.3 minutes to present',
    )
  })

  test('tells the last build of a chapter alone', () => {
    const lines = reported(
      ['## One\n\nA.\n'],
      [`## One\n\n${PLAN}${words(60)}\n\n${RUN}`],
    )
    expect(lines).toHaveLength(1)
  })

  test.each(['content/1-talk/index.md', 'content/2025-a-post.md'])(
    'leaves %s out',
    (inputPath) => {
      expect(reported(['## One\n\nWords.\n', inputPath])).toEqual([])
    },
  )
})

/** What is said of a term in a step, and of its words. */
function terms(text: string): string[] {
  return reported([
    `## One\n\n${text}\n\nA <dfn>syntax tree</dfn>, a <dfn>\`scan\`</dfn>.\n`,
  ])
    .filter((line) => line.includes('is used here'))
    .map((line) => line.replace(/^.*:(\d+): warning: “(.*?)”.*$/, '$1 $2'))
}

describe('a term', () => {
  test.each([
    ['A syntax tree.', ['7 syntax tree']],
    ['A syntax\ntree.', ['7 syntax tree']],
    ['A syntax\\\ntree.', ['7 syntax tree']],
    ['A *syntax* [tree](x.md).', ['7 syntax tree']],
    ['- item\n- syntax trees', ['8 syntax tree']],
    ['> A syntax tree.', ['7 syntax tree']],
    ['### Syntax trees', ['7 syntax tree']],
    ['| a |\n| - |\n| b |\n| syntax tree |', ['10 syntax tree']],
    ['A `scan` of it.', ['7 `scan`']],
    ['A scan, a syntax `x` tree, `syntax tree`.', []],
    ['<!-- note: syntax tree -->', []],
    ['```\nsyntax tree\n```', []],
  ])('is used in %j: %j', (text, expected) => {
    expect(terms(text)).toEqual(expected)
  })

  test.each([
    '<dfn>syntax\ntree</dfn>',
    '<dfn>syntax _tree_</dfn>',
    '<dfn>syntax\\\ntree</dfn>',
  ])('is explained by %j', (text) => {
    const lines = reported([`## One\n\nA syntax tree.\n\nA ${text}.\n`])
    expect(lines.join('\n')).toContain('“syntax tree” is used here')
  })
})

const WHY = '> [!WHY] A?\n>\n> - [x] b\n>       c\n> - [ ] d\n>       e\n\n'

test.each([
  ['Words.', 0],
  [fence('x'), 0],
  [fence('x', 'examplescript'), 0],
  [fence('line 1', 'ts src/a.ts'), 0],
  [RUN, 1],
  [fence('x', 'examplescript tokens title="T"'), 1],
  [fence('x', 'examplescript exercise title="T"'), 1],
  [WHY, 1],
])('%j is something to do: %i', (body, active) => {
  expect(reported([`## One\n\n${body}\n`]).at(-1)).toMatch(
    `${SUMMARY} ${active} of 1 step`,
  )
})

test.each([
  ['Three plain words.', 3],
  ['Not `any code` here.', 2],
  ['One\ntwo\\\nthree', 3],
  ['- One\n- two\n\n> three', 3],
  ['### One\n\n| two |\n| - |\n| three |', 3],
  ['A [link of words](x.md) and *more*', 6],
  ['<!-- note: words that nobody reads -->', 0],
  ['```\nwords of code\n```', 0],
  [WHY, 0],
])('%j has %i words', (body, count) => {
  expect(reported([`## One\n\n${body}\n`]).at(-1)).toMatch(
    new RegExp(` ${count} words?,`),
  )
})

describe('stops the build', () => {
  const SLIDE = 'and 25 are what people read while somebody speaks.'
  const item = (count: number) => `- ${words(count)}\n`
  test.each([
    [
      'a long title',
      `## ${words(9)}\n`,
      9,
      'this title has 9 words, and 8 are',
    ],
    [
      'a full slide',
      `## One\n\n${words(30)}\n\n${item(13)}${item(13)}`,
      13,
      `this slide has 26 words of text, ${SLIDE}`,
    ],
    [
      'a full second slide',
      `## One\n\n${item(13)}\n---\n\n${item(13)}\n> ${words(13)}\n`,
      15,
      `this slide has 26 words of text, ${SLIDE}`,
    ],
    [
      'a full table',
      `## One\n\n| a |\n| - |\n| ${words(25)} |\n`,
      11,
      `this slide has 26 words of text, ${SLIDE}`,
    ],
    [
      'a long program',
      `## One\n\n${fence(LINES.join('\n'), 'js')}`,
      11,
      'this program has 13 lines, and 12 are what the last row can read.',
    ],
    [
      'a long quotation',
      `## One\n\n${fence(LINES.join('\n'), 'ts src/a.ts')}`,
      11,
      'this quotation has 13 lines, and 12 are',
    ],
    [
      'a wide program',
      `## One\n\n${fence('x'.repeat(65), 'examplescript run title="T"')}`,
      11,
      'line 1 of this program has 65 columns, and 64 are what a slide has room for. Break the line, or choose shorter names.',
    ],
    [
      'a wide start of an exercise',
      `## One\n\n${fence('x'.repeat(65), 'examplescript exercise title="T"')}`,
      11,
      'line 1 of this program has 65 columns,',
    ],
  ])('at %s', (_, body, line, message) => {
    expect(() => reported([`Opening.\n\n## Zero\n\n${body}`])).toThrow(
      `${CHAPTER}:${line}: ${message}`,
    )
    expect(report.lines()).toEqual([])
  })

  test('not at the opening, which is no slide of the Markdown', () => {
    expect(() =>
      reported([`- ${words(30)}\n\n${fence('x'.repeat(99))}`]),
    ).not.toThrow()
  })

  test('not at parts that are folded', () => {
    const parts = [
      fence('x', 'examplescript exercise title="T"'),
      fence(LINES.join('\n'), 'hint'),
      fence('x'.repeat(99), 'examplescript solution'),
    ]
    expect(() => reported([`## One\n\n${parts.join('')}`])).not.toThrow()
  })
})
