/**
 * Grammars by which Shiki colours ExampleScript in listings, made from the
 * compiler's own tables: so listing and editor agree.
 */
import type { LanguageRegistration } from 'shiki'
import {
  categoryOf,
  KEYWORDS,
  OPERATORS,
} from '../examplescript/examplescript.ts'

/** Signs of one category; of two that fit, a grammar takes the one named first. */
function signs(category: 'operator' | 'punctuation'): string {
  return Object.entries(OPERATORS)
    .filter(([, kind]) => categoryOf(kind) === category)
    .map(([sign]) => sign)
    .sort((a, b) => b.length - a.length)
    .map((sign) => sign.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`))
    .join('|')
}

// Oniguruma's own \w and \d would take letters and digits of all languages.
const wordPart = '[A-Za-z0-9_$]'
const digits = String.raw`(?:[0-9_]+[eE][+-](?=[0-9]))?${wordPart}*`
const lineEnd = String.raw`\r\x{2028}\x{2029}`

const number = {
  name: 'constant.numeric.examplescript',
  match: String.raw`(?=[0-9])${digits}(?:\.${digits})?`,
}

/** A string up to its quote, or else to the end of its line. */
function quoted(quote: string): string {
  const part = String.raw`\\[^${lineEnd}]|[^\\${quote}${lineEnd}]`
  return String.raw`${quote}(?:${part})*[\\${quote}]?`
}

export const examplescript: LanguageRegistration = {
  name: 'examplescript',
  scopeName: 'source.examplescript',
  repository: {},
  patterns: [
    { name: 'comment.line.examplescript', match: '//.*$' },
    { name: 'comment.block.examplescript', begin: '/\\*', end: '\\*/' },
    {
      name: 'string.quoted.examplescript',
      match: `${quoted('"')}|${quoted("'")}`,
    },
    { name: 'string.template.examplescript', begin: '`', end: '`' },
    number,
    {
      name: 'keyword.control.examplescript',
      match: `(?:${KEYWORDS.join('|')})(?!${wordPart})`,
    },
    {
      name: 'variable.other.examplescript',
      match: `[A-Za-z_$]${wordPart}*`,
    },
    { name: 'keyword.operator.examplescript', match: signs('operator') },
    { name: 'punctuation.examplescript', match: signs('punctuation') },
  ],
}

/** Chapter 1's language: numbers and four operators. */
export const examplescriptTalk: LanguageRegistration = {
  name: 'examplescript-talk',
  scopeName: 'source.examplescript-talk',
  repository: {},
  patterns: [
    number,
    { name: 'keyword.operator.examplescript-talk', match: '[-+*/]' },
  ],
}
