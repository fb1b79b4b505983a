/** Listings and the editor colour alike: Shiki's scopes, the scanner's tokens. */
import { createHighlighter } from 'shiki'
import { beforeAll, expect, test } from 'vitest'
import {
  examplescript,
  examplescriptTalk,
} from '../site/examplescript-grammar.ts'
import { colouredTokens, KEYWORDS, OPERATORS } from './examplescript.ts'
import { randomSources } from './random.fixture.ts'

let shiki: Awaited<ReturnType<typeof createHighlighter>>

beforeAll(async () => {
  const langs = [examplescript, examplescriptTalk]
  shiki = await createHighlighter({ themes: ['github-light'], langs })
})

const CATEGORIES: [scope: string, category: string][] = [
  ['comment.', 'gap'],
  ['constant.numeric.', 'number'],
  ['string.', 'string'],
  ['variable.', 'name'],
  ['keyword.control.', 'keyword'],
  ['keyword.operator.', 'operator'],
  ['punctuation.', 'punctuation'],
]

function categoryOf(scopes: { scopeName: string }[]): string {
  const names = scopes.map(({ scopeName }) => scopeName)
  const found = CATEGORIES.find(([prefix]) =>
    names.some((name) => name.startsWith(prefix)),
  )
  return found?.[1] ?? 'gap'
}

/** A source with each character as the sign of its category. */
function byGrammar(source: string, lang: string): string {
  const lines = shiki.codeToTokensBase(source, {
    lang: lang as 'text',
    theme: 'github-light',
    includeExplanation: 'scopeName',
  })
  return lines
    .map((line) =>
      line
        .flatMap(({ explanation = [] }) => explanation)
        .map(({ content, scopes }) => paint(content, categoryOf(scopes)))
        .join(''),
    )
    .join('\n')
}

function byScanner(source: string): string {
  let painted = ''
  let end = 0
  for (const { from, to, category } of colouredTokens(source)) {
    painted += paint(source.slice(end, from), 'gap')
    painted += paint(source.slice(from, to), category)
    end = to
  }
  return painted + paint(source.slice(end), 'gap')
}

/** Each character of a piece as a sign for its category; lines stay. */
function paint(text: string, category: string): string {
  const sign = { gap: ' ', name: 'a', number: '1', string: '"' }[category]
  return text.replaceAll(/[^\n]/g, sign ?? category[0]!)
}

const PROGRAMS = [
  'export function add(a: i32, b: i32): i32 {\n  return a + b // sum\n}',
  'let x = 1_000.5e-3 * 0xff - 0b1010 / 0x1e+2',
  'for (let i = 0; i < 9; i++) { format = For; letter = $let }',
  '/* one\ntwo */ three /* four */ // five /* six',
  'say("it\\"s", \'//\', "/*", "") // "no"',
  'a <<= b >>> c >>>= d !== e === f ** g => h',
  '@external("env", "print")\ndeclare function print(x: f64): void',
  'a.b.length + load<f32>(p)',
  'let area = width * 2.5 // cm²',
  'n2 = 2nd + 1.2.3 + 1e+1e+1 + 1.e5 + .5 + 5.',
  'say(“Hello”) × 3 − é1 + élet + letä',
  'a = "not closed\nb = \'nor this \\\nc',
  'a = `a template\nof two lines` + b',
  '',
]

test.each(PROGRAMS)('%j is coloured alike', (source) => {
  expect(byGrammar(source, 'examplescript')).toBe(byScanner(source))
})

test('every keyword and every sign is coloured alike', () => {
  const source = [...KEYWORDS, ...Object.keys(OPERATORS)].join(' ')
  const sources = [source.replace('// ', ''), source.replaceAll(' ', '\n')]
  for (const one of sources) {
    expect(byGrammar(one, 'examplescript')).toBe(byScanner(one))
  }
})

test('programs of random pieces are coloured alike', () => {
  for (const { source, name } of randomSources(2000)) {
    // Shiki takes templates to their end, and line ends for one another.
    if (/`|\r\n/.test(source)) continue
    expect(byGrammar(source, 'examplescript'), name).toBe(byScanner(source))
  }
})

test('chapter 1 has numbers and operators', () => {
  expect(byGrammar('-5 + 3\n7*6\nhello', 'examplescript-talk')).toBe(
    'o1 o 1\n1o1\n     ',
  )
})
