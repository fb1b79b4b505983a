/** Fences with passes: what they say, and what stands in the page for them. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBakery } from './bakery.ts'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { parsePasses } from './passes-fence.ts'
import { passes } from './passes.ts'
import { questions } from './question.ts'
import { runnables } from './runnable.ts'

let leave: () => void
let md: MarkdownIt
beforeAll(async () => {
  const real = { ...kitchen, bakery: await openBakery() }
  md = new MarkdownIt()
    .use(runnables, real)
    .use(passes, real)
    .use(questions, real)
  leave = openFolder()
})
afterAll(() => leave())

const SUM = 'export function main(): i32 {\n  return 1 + 2\n}'

function fence(words: string, source = SUM): string {
  return `\`\`\`examplescript passes ${words} title="T"\n${source}\n\`\`\`\n`
}

describe('the words of a fence', () => {
  test.each([
    ['O3', { level: '-O3', list: '', of: '' }],
    ['Oz converge nogc', { level: '-Oz', converges: true, hasGC: false }],
    ['O1 list=dce,vacuum', { level: '-O1', list: 'dce,vacuum' }],
    ['list=dce changed of=main', { onlyChanged: true, of: 'main' }],
  ])('%s', (words, expected) => {
    const { settings, of, title } = parsePasses(
      `examplescript passes ${words} title="T"`,
      'here',
    )
    expect({ ...settings, of }).toMatchObject(expected)
    expect(title).toBe('T')
  })

  test.each(['', ' ', ' O5', ' list=', ' O3 twice'])('not “%s”', (words) => {
    expect(() =>
      parsePasses(`examplescript passes${words} title="T"`, 'here'),
    ).toThrow('does not say what to run')
  })
})

test('the passes have run in the build', () => {
  const page = render(md, fence('list=precompute'))
  expect(page).toContain('<pass-by-pass defer-hydration class="card"')
  expect(page).toContain('1 pass: 40 → 37 bytes')
  expect(page).toMatch(/<ins[^>]*>.*\(i32.const 3\)/)
  expect(page).toContain('&quot;of&quot;:&quot;main&quot;')
})

describe('the build stops', () => {
  test.each([
    ['for a pass that does not exist', fence('list=dec'), 'dec'],
    ['for a function that does not exist', fence('O3 of=mian'), 'It has: main'],
    ['for a program with a problem', fence('O3', 'x +'), 'does not compile'],
    ['for a second card of one title', fence('O1') + fence('O2'), 'title “T”'],
  ])('%s', (_, text, words) => {
    expect(() => render(md, text)).toThrow(words)
  })
})

/** A prediction with these answers, right before passes. */
function asked(answers: string[]): string {
  const items = answers.map((answer) => `> - ${answer}\n>       Because.\n`)
  return `> [!PREDICT] Which?\n>\n${items.join('')}\n${fence('list=precompute')}`
}

describe('a prediction', () => {
  test.each([
    [['[x] A: `1 instruction`', '[ ] B: `3 instructions`']],
    [['[ ] A: `40 bytes`', '[x] B: `37 bytes`']],
  ])('holds: %s', (answers) => {
    expect(render(md, asked(answers))).toContain('Which?')
  })

  test.each([
    [['[x] A: `3 instructions`', '[ ] B: `2 instructions`'], 'is ticked'],
    [['[x] A: `37 bytes`', '[ ] B: `1 instruction`'], 'is not ticked'],
    [['[x] A: `37 bytes`', '[ ] B: none'], 'no run can tell'],
  ])('does not hold: %s', (answers, words) => {
    expect(() => render(md, asked(answers))).toThrow(words)
  })
})
