/**
 * Grammars by which Shiki colours ExampleScript in listings, made from the
 * compiler's own tables: so listing and editor agree.
 */
import type { LanguageRegistration } from 'shiki'
import { KEYWORDS, OPERATORS } from '../examplescript/examplescript.ts'

const signs = Object.keys(OPERATORS).sort((a, b) => b.length - a.length)
const isPunctuation = (sign: string) => '()[]{},;:.@'.includes(sign)

function anyOf(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`))
    .join('|')
}

const number = {
  name: 'constant.numeric.examplescript',
  match: String.raw`(?<![\w$])\d(?:[\w$]|\.(?=\d)|(?<=\d[eE])[+-](?=\d))*`,
}

const operators = {
  name: 'keyword.operator.examplescript',
  match: anyOf(signs.filter((sign) => !isPunctuation(sign))),
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
      match: String.raw`"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?`,
    },
    number,
    {
      name: 'keyword.control.examplescript',
      match: String.raw`(?<![\w$])(?:${KEYWORDS.join('|')})(?![\w$])`,
    },
    {
      name: 'variable.other.examplescript',
      match: String.raw`[A-Za-z_$][\w$]*`,
    },
    operators,
    {
      name: 'punctuation.examplescript',
      match: anyOf(signs.filter(isPunctuation)),
    },
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
