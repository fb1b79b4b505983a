import { expect, test } from 'vitest'
import {
  choicesMarkup,
  endedMarkup,
  goalsMarkup,
  pieceMarkup,
  trayMarkup,
  turnMarkup,
} from './terminal.ts'

test('a turn has what was typed, both streams, and how it ended', () => {
  const markup = turnMarkup({
    line: 'cat <a>',
    pieces: [
      { stream: 'out', text: 'left & right\n' },
      { stream: 'err', text: 'no' },
    ],
    status: 1,
    changes: [],
  })
  expect(markup).toContain('<code>cat &lt;a&gt;</code>')
  expect(markup).toContain('<samp class="out">left &amp; right\n</samp>')
  expect(markup).toContain('<samp class="err">no</samp>')
  expect(markup).toContain('<b>exit status 1</b>')
})

test('what became of files is said with both sizes', () => {
  const changes = [
    { name: 'a', before: 1412, after: 96 },
    { name: 'b', after: 1 },
    { name: 'c', before: 3 },
  ]
  expect(endedMarkup({ status: 0, changes, took: 12.4 })).toBe(
    '<p class="ended"><code>a</code> 1,412 → 96 bytes · <code>b</code> 1 byte · <code>c</code> removed · 12 ms</p>',
  )
  expect(endedMarkup({ status: 0, changes: [], took: 2340 })).toContain('2.3 s')
  expect(endedMarkup({ status: 0, changes: [] })).toBe('')
})

test('a file has its size, and buttons that say what they are for', () => {
  const markup = trayMarkup([
    {
      name: 'a "b".wasm',
      size: 1200,
      isFresh: true,
      asText: String.raw`wasm-dis a\ \"b\".wasm`,
      asHex: 'xxd x',
      removal: 'rm x',
    },
  ])
  expect(markup).toContain('class="fresh"')
  expect(markup).toContain('1,200 bytes')
  expect(markup).toContain('aria-label="Text a &quot;b&quot;.wasm"')
  expect(markup).toContain(
    String.raw`data-act="$ wasm-dis a\ \&quot;b\&quot;.wasm"`,
  )
  expect(markup).toContain('data-act="save a &quot;b&quot;.wasm"')
})

test('goals wait to be reached, with a way there', () => {
  const goal = 'a.wasm is smaller than “b”'
  const markup = goalsMarkup([{ words: 'One', goal }], ['ls -l'])
  expect(markup).toContain('data-goal="a.wasm is smaller than “b”"')
  expect(markup).toContain('aria-label="open"')
  expect(markup).toContain('data-act="$ ls -l"')
  expect(goalsMarkup([], [])).toBe('')
})

test('choices are buttons; one alone says what it is for', () => {
  const choices = [
    { text: '--dce', about: 'Takes dead code out.' },
    { text: '--dae', about: '' },
  ]
  expect(choicesMarkup(choices, 5)).toBe(
    '<button type="button" data-choice="--dce" title="Takes dead code out.">--dce</button><button type="button" data-choice="--dae">--dae</button><span>and 3 more</span>',
  )
  expect(choicesMarkup(choices.slice(0, 1), 1)).toBe(
    '<span><code>--dce</code> Takes dead code out.</span>',
  )
  expect(choicesMarkup([], 0)).toBe('')
})

test('output is text and nothing else', () => {
  expect(pieceMarkup({ stream: 'out', text: '<b>' })).not.toContain('<b>')
})
