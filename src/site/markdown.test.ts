/** Each mistake is found by the Markdown that the build uses, with all its plugins. */
import type MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBakery } from './bakery.ts'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { Report } from './counted.ts'
import { kitchen } from './kitchen.fixture.ts'
import { markdown } from './markdown.ts'
import { announcedChapters } from './talks.ts'

let leave: () => void
let md: MarkdownIt
beforeAll(async () => {
  const real = { ...kitchen, bakery: await openBakery() }
  md = markdown(real, announcedChapters('content'), new Report())
  leave = openFolder()
})
afterAll(() => leave())

const STEP = '## A step\n\n'

/** The line of the file below that heading. */
const BODY = 7

test.each([
  [
    'an unknown island',
    '<tokn-view>\n\nFallback.\n\n</tokn-view>',
    `${CHAPTER}:${BODY}: there is no island <tokn-view>.`,
    'Did you mean <token-view>?',
  ],
  [
    'two steps of one title',
    'Words.\n\n## A step',
    `${CHAPTER}:${BODY + 2}: another part of this chapter has the address #a-step, too.`,
    'Give one of them another title.',
  ],
  [
    'an unknown mark',
    'Words.\n\n<!-- puase -->',
    `${CHAPTER}:${BODY + 2}: there is no mark “puase”.`,
    'Did you mean <!-- pause -->?',
  ],
  [
    'an order that no island obeys',
    'Words.\n\n<!-- do: run -->',
    `${CHAPTER}:${BODY + 2}: no island stands above this on its slide.`,
    'Put it under the program that it drives.',
  ],
  [
    'a question without a tick',
    '> [!WHY] Why?\n>\n> - [ ] a\n>       b\n> - [ ] c\n>       d',
    `${CHAPTER}:${BODY}: 0 answers to this question are ticked.`,
    'Tick the right one, and only that: - [x].',
  ],
  [
    'a prediction that does not come true',
    '> [!PREDICT] What?\n>\n> - [x] `2 lines`\n>       a\n> - [ ] none\n>       b\n\n```examplescript-talk run title="P"\n2 + 3\n```',
    `${CHAPTER}:${BODY}: “\`2 lines\`” is ticked, and the program says otherwise: 1 line.`,
    'Mend the answers, or the program.',
  ],
  [
    'an exercise whose solution fails',
    '```examplescript-talk exercise title="E"\n2 + 3\n```\n\n```check\n2 lines\n```\n\n```examplescript-talk solution\n6 * 7\n```',
    `${CHAPTER}:${BODY + 5}: the solution does not pass “2 lines”: 1 line.`,
    'Mend the solution, or the check.',
  ],
  [
    'a slide with too many words',
    `- ${'word '.repeat(26).trim()}`,
    `${CHAPTER}:${BODY}: this slide has 26 words of text, and 25 are what people read while somebody speaks.`,
    'Say some of it in prose, which is not on the slide, or open another slide.',
  ],
])('%s stops it', (_, body, problem, advice) => {
  const minutes = { read: 1, present: 1 }
  const data = { minutes, collections: { talks: [] } }
  const make = () => render(md, `${STEP}${body}\n`, data)
  expect(make).toThrow(problem)
  expect(make).toThrow(advice)
})
