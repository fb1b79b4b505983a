/** Escaping: nothing that a text says becomes markup. */
import { expect, test } from 'vitest'
import { escape } from './escape.ts'

test.each([
  ['', ''],
  ['plain ünïcode 🎆', 'plain ünïcode 🎆'],
  ['<b>', '&lt;b&gt;'],
  ['a & b && c', 'a &amp; b &amp;&amp; c'],
  ['"x" onclick="y"', '&quot;x&quot; onclick=&quot;y&quot;'],
  ['&lt;', '&amp;lt;'],
  ["it's $& $1", "it's $&amp; $1"],
])('%j → %j', (text, markup) => {
  expect(escape(text)).toBe(markup)
})
