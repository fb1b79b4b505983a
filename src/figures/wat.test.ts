/** WebAssembly's text in colour: which part is what, and no text lost. */
import { describe, expect, test } from 'vitest'
import { watMarkup } from './wat.ts'

/** Each coloured part, as `class text`. */
function parts(text: string): string[] {
  const found = watMarkup(text).matchAll(/<span class="tok-(\w+)">([^<]*)</g)
  return [...found].map(([, kind, words]) => `${kind} ${words}`)
}

/** What a reader sees. */
function shown(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

test.each([
  ['', []],
  ['(module)', ['keyword module']],
  [
    '(func $add-1.x (param $a i32))',
    [
      'keyword func',
      'parameter $add-1.x',
      'keyword param',
      'parameter $a',
      'keyword i32',
    ],
  ],
  ['(i32.const -42)', ['keyword i32.const', 'constant -42']],
  [
    '(f64.const 0x1.8p+1) (f32.const nan) (f32.const -inf)',
    [
      'keyword f64.const',
      'constant 0x1.8p+1',
      'keyword f32.const',
      'constant nan',
      'keyword f32.const',
      'constant -inf',
    ],
  ],
  [
    '(export "a \\"b\\" (;" (func 0))',
    [
      'keyword export',
      'string &quot;a \\&quot;b\\&quot; (;&quot;',
      'keyword func',
      'constant 0',
    ],
  ],
  [';; 1 < 2\nnop', ['comment ;; 1 &lt; 2', 'keyword nop']],
  ['(; one\ntwo ;) 3', ['comment (; one\ntwo ;)', 'constant 3']],
])('%j', (text, expected) => {
  expect(parts(text)).toEqual(expected)
})

describe('whatever it is', () => {
  test.each([
    '<script>alert(1)</script>',
    '(data "<b>&amp;</b>") ;; </pre>',
    '"never closed <b> (; nor this',
    '$<img src=x onerror="y">',
    'nop <&>',
    '<&> nop',
    'A & B > "C" \u0000 🎆',
  ])('the text stays, and makes no markup: %j', (text) => {
    const markup = watMarkup(text)
    expect(shown(markup)).toBe(text)
    const tags = markup.match(/<[^>]*>/g) ?? []
    for (const tag of tags) {
      expect(tag).toMatch(/^<(?:\/span|span class="tok-\w+")>$/)
    }
  })
})
