/** Fences for two compilers: what they say, and what stands in the page. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBakery, type Bakery } from './bakery.ts'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { questions } from './question.ts'
import { parseRivals } from './rivals-fence.ts'
import { rivals } from './rivals.ts'
import { runnables } from './runnable.ts'

let leave: () => void
let md: MarkdownIt
let bakery: Bakery
beforeAll(async () => {
  bakery = await openBakery()
  const real = { ...kitchen, bakery }
  md = new MarkdownIt()
    .use(runnables, real)
    .use(rivals, real)
    .use(questions, real)
  leave = openFolder()
})
afterAll(() => leave())

const TWICE = 'export function work(x: i32): i32 {\n  return x * 2\n}'

function fence(words = '', source = TWICE): string {
  return `\`\`\`examplescript rivals work=work(3)${words} title="T"\n${source}\n\`\`\`\n`
}

/** As the build does it: programs are compiled ahead. */
async function page(text: string): Promise<string> {
  await bakery.rivals.ahead(text, 'here')
  return render(md, text)
}

describe('the words of a fence', () => {
  test.each([
    ['', { level: '-O3', runtime: 'stub' }, 'work'],
    [' O0 whole', { level: '-O0', runtime: 'stub' }, ''],
    [' runtime=minimal Oz', { level: '-Oz', runtime: 'minimal' }, 'work'],
  ])('“%s”', (words, choice, of) => {
    const info = `examplescript rivals work=work(3)${words} title="T"`
    expect(parseRivals(info, 'here')).toEqual({
      title: 'T',
      work: { name: 'work', operand: 3 },
      choice,
      of,
    })
  })

  test.each([' O4', ' runtime=none', ' twice'])('not “%s”', (words) => {
    const info = `examplescript rivals work=work(3)${words} title="T"`
    expect(() => parseRivals(info, 'here')).toThrow('what to compare')
  })
})

test('both have compiled in the build', async () => {
  const markup = await page(fence())
  expect(markup).toContain('<two-compilers defer-hydration class="card"')
  expect(markup).toMatch(/Bytes<\/th><td>41<\/td><td>57<\/td>/)
  expect(markup).toContain('work(3) gives the same.')
  expect(markup).toContain('Both say the same.')
})

test('what one refuses stands there in its words', async () => {
  const markup = await page(
    fence('', 'export function work<T>(x: T): T { return x }'),
  )
  expect(markup).toContain('ExampleScript refuses this program:')
})

describe('the build stops', () => {
  test.each([
    ['for what neither takes', fence('', 'x +'), 'neither compiler takes'],
    ['for a second card of one title', fence() + fence(), 'title “T”'],
  ])('%s', async (_, text, words) => {
    await expect(page(text)).rejects.toThrow(words)
  })
})

/** A prediction with these answers, right before two compilers. */
function asked(answers: string[]): string {
  const items = answers.map((answer) => `> - ${answer}\n>       Because.\n`)
  return `> [!PREDICT] Which?\n>\n${items.join('')}\n${fence()}`
}

describe('a prediction', () => {
  test.each([
    [['[x] A: `ours < theirs`', '[ ] B: `ours = theirs`']],
    [['[ ] A: `theirs = 41 bytes`', '[x] B: `theirs = 57 bytes`']],
  ])('holds: %s', async (answers) => {
    expect(await page(asked(answers))).toContain('Which?')
  })

  test.each([
    [['[x] A: `ours > theirs`', '[ ] B: `ours = theirs`'], 'is ticked'],
    [['[x] A: `ours < theirs`', '[ ] B: `ours = 41 bytes`'], 'is not ticked'],
    [['[x] A: `ours < theirs`', '[ ] B: none'], 'no size can tell'],
  ])('does not hold: %s', async (answers, words) => {
    await expect(page(asked(answers))).rejects.toThrow(words)
  })
})
