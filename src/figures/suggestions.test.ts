/** Suggestions, drawn: what a screen reader finds, and nothing but text. */
import { expect, test } from 'vitest'
import { suggestionsMarkup } from './suggestions.ts'

test('an option for each, with an id of its own', () => {
  const markup = suggestionsMarkup(
    [
      { text: '--dce', about: 'Removes code.' },
      { text: '<b>', about: 'a & b' },
    ],
    'list',
  )
  expect(markup).toBe(
    '<div role="option" id="list-0" aria-selected="false"><code>--dce</code> <span>Removes code.</span></div>' +
      '<div role="option" id="list-1" aria-selected="false"><code>&lt;b&gt;</code> <span>a &amp; b</span></div>',
  )
})
