/** What a run shows: output, problems, and the module before and after. */
import { describe, expect, test } from 'vitest'
import {
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
  ])('%j', (lines, expected) => {
    expect(outputMarkup(lines)).toBe(expected)
  })

  test.each([
    [1000, 1000, undefined],
    [1002, 1000, '2'],
    [10_000, 1000, '9,000'],
  ])('of %i lines shows %i, and the last', (count, most, left) => {
    const lines = Array.from({ length: count }, (_, n) => ({ text: `${n}` }))
    const markup = outputMarkup(lines)
    const shown = [...markup.matchAll(/<samp>(\d+)<\/samp>/g)].map(([, n]) =>
      Number(n),
    )
    expect(shown).toHaveLength(most)
    expect(shown.slice(0, -1)).toEqual([...Array(most - 1).keys()])
    expect(shown.at(-1)).toBe(count - 1)
    const [, words] = /… (.*) lines are left out here …/.exec(markup) ?? []
    expect(words).toBe(left)
  })
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
