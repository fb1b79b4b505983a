/** What a run shows: output, problems, and the module before and after. */
import { describe, expect, test } from 'vitest'
import {
  downloadWords,
  outputMarkup,
  problemsMarkup,
  sizesMarkup,
  stagesMarkup,
} from './program.ts'

const EVIL = '<b onclick="x">&'
const SAFE = '&lt;b onclick=&quot;x&quot;&gt;&amp;'

describe('outputMarkup', () => {
  test.each([
    [[], '<span class="note">Nothing to run yet: the program is empty.</span>'],
    [[{ text: '42' }], '<samp>42</samp>'],
    [[{ text: '' }], '<samp></samp>'],
    [[{ text: 'a' }, { text: 'b' }], '<samp>a</samp>\n<samp>b</samp>'],
    [
      [{ text: 'a', note: 'why' }],
      '<samp>a</samp>\n<span class="note">why</span>',
    ],
    [
      [{ text: EVIL, note: EVIL }],
      `<samp>${SAFE}</samp>\n<span class="note">${SAFE}</span>`,
    ],
  ])('%j', (first, expected) => {
    expect(outputMarkup({ count: first.length, first })).toBe(expected)
  })

  test.each([
    [2, undefined],
    [3, '1 line is'],
    [1_000_001, '999,999 lines are'],
  ])('of %i lines has the first and the last', (count, left) => {
    const markup = outputMarkup({
      count,
      first: [{ text: 'a' }],
      last: { text: 'z' },
    })
    expect(markup).toMatch(/^<samp>a<\/samp>\n.*<samp>z<\/samp>$/s)
    const [, words] = /… (.*) left out here …/.exec(markup) ?? []
    expect(words).toBe(left)
  })

  test('ends with why the program stopped', () => {
    const stop = { message: 'An integer is divided by zero.', calls: [] }
    const said =
      '<span class="problem">The program stopped: An integer is divided by zero.</span>'
    const first = [{ text: 'a' }]
    expect(outputMarkup({ count: 1, first }, stop)).toBe(
      `<samp>a</samp>\n${said}`,
    )
    expect(outputMarkup({ count: 0, first: [] }, stop)).toBe(said)
  })
})

test.each([
  [1, 'Download the whole line'],
  [1_000_000, 'Download all 1,000,000 lines'],
])('the button for %i lines', (count, words) => {
  expect(downloadWords({ count, first: [] })).toBe(words)
})

describe('problemsMarkup', () => {
  test.each([
    [[], ''],
    [[{ message: 'Wrong.' }], '<span class="problem">Wrong.</span>'],
    [
      [
        { message: 'Wrong.', hint: 'Mend it.' },
        { message: EVIL, hint: EVIL },
      ],
      `<span class="problem">Wrong. Mend it.</span>\n<span class="problem">${SAFE} ${SAFE}</span>`,
    ],
  ])('%j', (problems, expected) => {
    expect(problemsMarkup(problems)).toBe(expected)
  })

  test.each([
    [20, undefined],
    [21, '1'],
    [500, '480'],
  ])('of %i shows the first 20', (count, left) => {
    const problems = Array.from({ length: count }, (_, n) => ({
      message: `No. ${n}`,
    }))
    const markup = problemsMarkup(problems)
    expect(markup.match(/class="problem"/g)).toHaveLength(20)
    expect(markup).toContain('No. 19<')
    expect(/… and (\d+) more/.exec(markup)?.[1]).toBe(left)
  })
})

describe('a module before and after', () => {
  const written = { text: `(module) ;; ${EVIL}\n\n`, bytes: new Uint8Array(60) }
  const optimised = { text: '(module)', bytes: new Uint8Array(41) }

  test('is two panes with their sizes', () => {
    const panes = stagesMarkup(written, optimised)
      .split(/(?<=<\/pre>)/)
      .slice(0, -1)
    expect(panes).toHaveLength(2)
    expect(panes[0]).toContain('aria-label="As written"')
    expect(panes[0]).toContain('<span class="size">60 bytes</span>')
    expect(panes[0]).toContain(`;; ${SAFE}</span></pre>`)
    expect(panes[1]).toContain('aria-label="Optimised"')
    expect(panes[1]).toContain('<span class="size">41 bytes</span>')
  })

  test('is two numbers', () => {
    expect(sizesMarkup(written, optimised)).toBe(
      '60 bytes as written, 41 optimised',
    )
  })
})
