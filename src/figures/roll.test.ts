import { describe, expect, test } from 'vitest'
import {
  answerMarkup,
  askedMarkup,
  columnsMarkup,
  signsMarkup,
  verdictWords,
} from './roll.ts'

describe('an answer', () => {
  test('has each name marked with a sign and in words', () => {
    const markup = answerMarkup('the <team>:', ' Wick & Bolt\n', {
      named: [
        { from: 1, to: 5, kind: 'member', meant: 'Wick' },
        { from: 8, to: 12, kind: 'invented', meant: '' },
      ],
    })
    expect(markup).toContain(
      '<span class="given">the &lt;team&gt;:</span> <mark',
    )
    expect(markup).toMatch(/✓<\/span>Wick<span class="unseen"> \(a member\)/)
    expect(markup).toMatch(/<\/mark> &amp; <mark class="named named-invented">/)
    expect(markup).toMatch(/✗<\/span>Bolt<span class="unseen"> \(made up\)/)
  })

  test('comes to a sentence', () => {
    const none = { named: [], missing: [], invented: [] }
    expect(verdictWords(none, 6)).toBe('6 of 6 named.')
    expect(
      verdictWords({ ...none, missing: ['Skye'], invented: ['A', 'B'] }, 6),
    ).toBe('5 of 6 named; made up: A, B; missing: Skye.')
  })
})

test('what a model got can be read', () => {
  expect(askedMarkup({ prompt: 'A <b>', grammar: 'root ::= "x"' })).toBe(
    '<dt>Prompt</dt><dd><code>A &lt;b&gt;</code></dd><dt>Grammar</dt><dd><code>root ::= &quot;x&quot;</code></dd>',
  )
  const chat = askedMarkup({
    prompt: [{ role: 'system', content: 'Be brief.' }],
    schema: '{"type":"array"}',
  })
  expect(chat).toContain('<dt>Message, system</dt><dd><code>Be brief.</code>')
  expect(chat).toContain(
    '<code>{\n  &quot;type&quot;: &quot;array&quot;\n}</code>',
  )
})

test('all signs are explained', () => {
  expect(signsMarkup().match(/<li>/g)).toHaveLength(5)
})

function column(names: [string, number][], count = 21) {
  return {
    title: 'As it is',
    how: 'final <1>',
    outcomes: Array.from({ length: count }, (_, at) =>
      at === 20 ? ('invented' as const) : ('right' as const),
    ),
    tally: { again: 3, names },
  }
}

describe('columns', () => {
  test('have a sign for each answer, in rows of twenty, and a frame', () => {
    const markup = columnsMarkup([column([])], { run: 0, answer: 20 })
    expect(markup).toContain('viewBox="0 0 240 24"')
    expect(markup).toContain(
      '<path class="square-invented" d="M3 15l6 6m0-6l-6 6">',
    )
    expect(markup).toContain('<rect class="looked" x="0.75" y="12.75"')
    expect(markup).toContain('aria-label="21 answers, a sign each"')
    expect(markup).toMatch(
      /<b>20<\/b> right.*<b>1<\/b> somebody made up.*<b>3<\/b> name/,
    )
  })

  test('say which one is looked at', () => {
    const markup = columnsMarkup([column([]), column([])], {
      run: 1,
      answer: 0,
    })
    expect(markup).toContain('data-act="look-1" aria-pressed="false"')
    expect(markup).toContain('data-act="look-2" aria-pressed="true"')
    expect(markup.match(/class="looked"/g)).toHaveLength(1)
  })

  test('have bars for those who were made up most', () => {
    const names = [...'ABCDEFG'].map((name): [string, number] => [name, 7])
    const markup = columnsMarkup([column(names, 20)], { run: 0, answer: 0 })
    expect(markup.match(/class="share" width="35.0"/g)).toHaveLength(5)
    expect(markup).toContain('and 2 others')
    expect(columnsMarkup([column([], 1)], { run: 0, answer: 0 })).not.toContain(
      'roll-names',
    )
  })
})
