/** Fences that go on token by token: what they say, and what stands in the page. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bakeOdds } from './baked-odds.ts'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { parseNext } from './next-fence.ts'
import { nexts } from './nexts.ts'

test('odds are the model’s, and a text beyond its context stops the build', () => {
  const [, logprob] = bakeOdds('A pup', 'here')
  expect(Math.exp(logprob!)).toBeLessThanOrEqual(1)
  expect(() => bakeOdds('a pup '.repeat(200), 'here')).toThrow('looks back on')
})

describe('in a page', () => {
  let leave: () => void
  const md = new MarkdownIt().use(nexts, kitchen)
  beforeAll(() => {
    leave = openFolder()
  })
  afterAll(() => leave())

  test('the odds are bent as the fence says it', () => {
    const fence =
      '```text next temperature=0 top-k=2 title="T"\n> A pup\nran\n```\n'
    const page = render(md, fence)
    expect(page).toContain('<next-token defer-hydration class="card"')
    expect(page).toContain('data-odds="[300,-0.5,400,-1,2,-3]"')
    expect(page).toContain('>\n&gt; A pup\nran</textarea>')
    expect(page).toMatch(/aria-label="[^"]*, 100 %"/)
    expect(page).toContain('aria-label="the end, 5.0 %, cut by top-k"')
    expect(page).toMatch(/<input id="[^"]*-temperature" [^>]*value="0"/)
  })

  test('other texts are listings', () => {
    expect(render(md, '```text\nA kite\n```\n')).not.toContain('next-token')
  })
})

test.each([
  ['', { temperature: 1, 'top-k': 40, 'top-p': 1, seed: 1 }],
  [' top-p=0.9 seed=7', { temperature: 1, 'top-k': 40, 'top-p': 0.9, seed: 7 }],
])('the words “%s”', (words, settings) => {
  const fence = `text next${words} title="T"`
  expect(parseNext(fence, 'here')).toEqual({ title: 'T', settings })
})

test.each(['', ' heat=1 title="T"', ' seed=x title="T"', ' seed title="T"'])(
  'not “%s”',
  (words) => {
    expect(() => parseNext(`text next${words}`, 'here')).toThrow('how to go on')
  },
)
