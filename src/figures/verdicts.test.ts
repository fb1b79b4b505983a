/** Verdicts: open, passed, or failed with what came instead. */
import { expect, test } from 'vitest'
import { verdictsMarkup } from './verdicts.ts'

const EVIL = '<b title="x">&'
const SAFE = '&lt;b title=&quot;x&quot;&gt;&amp;'

function item(state: string, check: string, said = ''): string {
  return `<li class="verdict verdict-${state}" data-check="${check}"><code>${check}</code>${said && ` <span class="verdict-said">${said}</span>`}</li>`
}

test.each([
  ['nothing', [], ''],
  ['open', [{ text: '3 lines' }], item('open', '3 lines')],
  ['open, escaped', [{ text: EVIL }], item('open', SAFE)],
  [
    'passed',
    [{ text: EVIL, passed: true, expected: EVIL, came: EVIL }],
    item('passed', SAFE, 'passed'),
  ],
  [
    'failed',
    [{ text: '1 line', passed: false, expected: '1 line', came: 'no lines' }],
    item('failed', '1 line', 'expected: 1 line. Came: no lines.'),
  ],
  [
    'failed, escaped',
    [{ text: EVIL, passed: false, expected: EVIL, came: EVIL }],
    item('failed', SAFE, `expected: ${SAFE}. Came: ${SAFE}.`),
  ],
  [
    'of code, under its name',
    [{ text: EVIL, title: EVIL }],
    item('open', SAFE).replace(
      `<code>${SAFE}</code>`,
      `<span>${SAFE}<code class="verdict-code">${SAFE}</code></span>`,
    ),
  ],
  [
    'failed, with nothing in it',
    [{ text: '', passed: false, expected: '', came: '' }],
    item('failed', '', 'expected: . Came: .'),
  ],
  [
    'all of them in their order',
    [
      { text: 'b', passed: true, expected: '', came: '' },
      { text: 'a' },
      { text: 'b', passed: false, expected: 'x', came: 'y' },
    ],
    item('passed', 'b', 'passed') +
      item('open', 'a') +
      item('failed', 'b', 'expected: x. Came: y.'),
  ],
])('%s', (_, verdicts, items) => {
  expect(verdictsMarkup(verdicts)).toBe(`<ul>${items}</ul>`)
})
