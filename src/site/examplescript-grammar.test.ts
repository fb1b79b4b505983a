/** Listings and the editor agree: what Shiki colours is what the scanner says. */
import { createHighlighter } from 'shiki'
import { expect, test } from 'vitest'
import { colouredTokens } from '../examplescript/examplescript.ts'
import { examplescript, examplescriptTalk } from './examplescript-grammar.ts'

const SCOPES = {
  number: 'constant.numeric',
  string: 'string.quoted',
  name: 'variable.other',
  keyword: 'keyword.control',
  operator: 'keyword.operator',
  punctuation: 'punctuation',
}

const shiki = await createHighlighter({
  themes: ['github-light'],
  langs: [examplescript, examplescriptTalk],
})

/** The innermost scope at each offset of a source. */
function scopes(source: string, lang: string): string[] {
  const at: string[] = []
  const { tokens } = shiki.codeToTokens(source, {
    lang: lang as 'text',
    theme: 'github-light',
    includeExplanation: true,
  })
  for (const line of tokens) {
    for (const { offset, explanation } of line) {
      let position = offset
      for (const { content, scopes: all } of explanation!) {
        const { scopeName } = all.at(-1)!
        for (const _ of content) at[position++] = scopeName
      }
    }
  }
  return at
}

test.each([
  'let area = width * 2.5 // cm²',
  'export function add(a: i32, b: i32): i32 { return a + b }',
  'for (let i = 0; i < 0xff; i += 1_000) { continue }',
  'a+++++b <<= c >>> 1 ? !d : ~e',
  '@external("env", "print") declare function print(x: f64): void',
  'const s = "it\\"s" + \'a\' /* b\n c */ == null',
  'format forX $x _y 1e-6 6.02e23 0b1010',
  'class Dog extends Animal { constructor() { this.x = new Dog } }',
])('%s', (source) => {
  const found = scopes(source, 'examplescript')
  for (const { category, from, to } of colouredTokens(source)) {
    for (let at = from; at < to; at++) {
      expect(found[at], source.slice(from, to)).toContain(SCOPES[category])
    }
  }
})

test('the talk’s language has numbers and four operators', () => {
  const found = scopes('2 + 3\n-4 / 5', 'examplescript-talk')
  expect(found[0]).toContain('constant.numeric')
  expect(found[2]).toContain('keyword.operator')
  expect(found[9]).toContain('keyword.operator')
})
