/**
 * Questions: a quotation that starts with `[!PREDICT]` or `[!WHY]`, a list of
 * answers with one ticked, and under each why it is right or wrong.
 *
 * A prediction right before a program belongs to that program's card: the
 * build holds its answers against the program's result, and the reader's run
 * reveals it. All others are cards of their own.
 */
import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { questionMarkup, type Answer } from '../figures/question.ts'
import { bar, button, card, type Cards } from './card.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'

/** A question as it was written; words are Markdown. */
export interface Question {
  kind: 'predict' | 'why'
  words: string
  answers: { words: string; why: string; right: boolean }[]
  /** Where it stands, for complaints. */
  place: string
}

const KIND = /^\[!(PREDICT|WHY)\](?:\s+|$)/
const EXAMPLE =
  'Write > [!WHY] and the question, then a list: - [x] for the right answer, - [ ] for the others, each with a line under it that says why.'

export function questions(md: MarkdownIt, cards: Cards): void {
  md.core.ruler.push('questions', (state) => {
    const env = state.env as Env
    if (!chapterOf(env.page?.inputPath ?? '')) return
    const tokens: Token[] = []
    for (let at = 0; at < state.tokens.length; at++) {
      const end = questionEnd(state.tokens, at)
      if (!end) {
        demandKnownKind(state.tokens, at, env)
        tokens.push(state.tokens[at]!)
        continue
      }
      const quoted = state.tokens.slice(at, end + 1)
      demandWordsOnly(quoted, env)
      const question = readQuestion(quoted, env)
      const next = state.tokens[end + 1]
      if (question.kind === 'predict' && isProgram(next)) {
        next!.meta = { ...next!.meta, question }
      } else {
        const token = new state.Token('question', '', 0)
        token.map = quoted[0]!.map
        token.meta = { question }
        tokens.push(token)
      }
      at = end
    }
    state.tokens = tokens
  })
  md.renderer.rules['question'] = (tokens, index, _, env: Env) => {
    const { question } = tokens[index]!.meta as { question: Question }
    const title = question.kind === 'why' ? 'Why?' : 'Predict'
    return card(cards, {
      name: 'multiple-choice',
      title,
      source: identityOf(question),
      env,
      attributes: {},
      body: (key) =>
        askMarkup(md, question, key, env) +
        bar('', '', button('reset', 'Reset')),
    })
  }
}

/** A question in HTML, its radios named after the card's key. */
export function askMarkup(
  md: MarkdownIt,
  { kind, words, answers }: Question,
  key: string,
  { page }: Env,
): string {
  // Of the page, links know where they stand; no chapter is counted anew.
  const inline = (text: string) => md.renderInline(text, { page })
  const drawn: Answer[] = answers.map(({ words: answer, why, right }) => ({
    words: inline(answer),
    why: inline(why),
    right,
  }))
  return questionMarkup({ kind, words: inline(words), answers: drawn, key })
}

/** What makes a question this one; where it stands is no part of that. */
export function identityOf({ kind, words, answers }: Question): unknown {
  return [kind, words, answers]
}

/** The index of the token that closes the question opened at `at`; 0 if none is. */
function questionEnd(tokens: readonly Token[], at: number): number {
  const { type, level } = tokens[at]!
  if (type !== 'blockquote_open' || level > 0) return 0
  if (!KIND.test(tokens[at + 2]?.content ?? '')) return 0
  return tokens.findIndex(
    (token, index) =>
      index > at && token.type === 'blockquote_close' && token.level === 0,
  )
}

/** What looks like a question and is none would be read out as it stands. */
function demandKnownKind(tokens: readonly Token[], at: number, env: Env): void {
  const { type, map } = tokens[at]!
  const [, kind] = /^\[!(\w+)\]/.exec(tokens[at + 2]?.content ?? '') ?? []
  if (type !== 'blockquote_open' || !kind) return
  const known = KIND.test(tokens[at + 2]!.content)
  throw new AuthoringError(
    where(env, map![0]),
    known
      ? 'this question stands inside of something else.'
      : `there is no question [!${kind}].`,
    known
      ? 'Put it at the start of the line.'
      : 'There are [!PREDICT] and [!WHY].',
  )
}

const WORDS = /^(?:paragraph|bullet_list|list_item)_|^inline$/

/** Questions are words and one list of answers; all else would be lost. */
function demandWordsOnly(quoted: readonly Token[], env: Env): void {
  const list = quoted.findIndex(({ type }) => type === 'bullet_list_close')
  const stray = quoted
    .slice(1, -1)
    .find(
      ({ type, level }, index) =>
        !WORDS.test(type) ||
        (type === 'bullet_list_open' && level > 1) ||
        (list >= 0 && index >= list && level === 1),
    )
  if (!stray) return
  throw new AuthoringError(
    where(env, (stray.map ?? quoted[0]!.map)![0]),
    'this has no place in a question.',
    EXAMPLE,
  )
}

/** A program whose result tells whether a prediction came true. */
function isProgram(token: Token | undefined): boolean {
  return (
    token?.type === 'fence' &&
    /^examplescript\S* (?:run|tokens)\b/.test(token.info)
  )
}

/** The words of a question, and its answers. @throws AuthoringError */
function readQuestion(tokens: readonly Token[], env: Env): Question {
  const place = where(env, tokens[0]!.map?.[0] ?? 0)
  const first = tokens[2]!.content
  const list = tokens.findIndex(({ type }) => type === 'bullet_list_open')
  const before = list < 0 ? tokens.slice(2) : tokens.slice(2, list)
  const words = [
    first.replace(KIND, ''),
    ...before.slice(1).flatMap((token) => inlineOf(token)),
  ]
  const question: Question = {
    kind: KIND.exec(first)![1] === 'WHY' ? 'why' : 'predict',
    words: words.join(' ').trim(),
    answers: list < 0 ? [] : readAnswers(tokens.slice(list)),
    place,
  }
  demandWhole(question)
  return question
}

function inlineOf({ type, content }: Token): string[] {
  return type === 'inline' ? [content] : []
}

/** Each item of the list: its first line is the answer, the rest says why. */
function readAnswers(tokens: readonly Token[]): Question['answers'] {
  const items: string[][] = []
  for (const token of tokens) {
    if (token.type === 'list_item_open') items.push([])
    items.at(-1)?.push(...inlineOf(token))
  }
  return items.map((parts) => {
    const [line = '', ...rest] = parts.join('\n').split('\n')
    const [, tick, words] = /^(?:\[([ xX])\]\s+)?(.*)$/.exec(line.trim())!
    return {
      words: words!,
      right: tick?.toLowerCase() === 'x',
      why: rest.map((text) => text.trim()).join(' '),
    }
  })
}

/** What each question needs, or the build stops. */
function demandWhole({ words, answers, place }: Question): void {
  const ticked = answers.filter(({ right }) => right).length
  const silent = answers.find(({ why }) => !why)
  if (!words) throw new AuthoringError(place, 'this asks nothing.', EXAMPLE)
  if (answers.length < 2) {
    throw new AuthoringError(
      place,
      `this question has ${answers.length} answers.`,
      EXAMPLE,
    )
  }
  if (ticked !== 1) {
    throw new AuthoringError(
      place,
      `${ticked} answers to this question are ticked.`,
      'Tick the right one, and only that: - [x].',
    )
  }
  if (silent) {
    throw new AuthoringError(
      place,
      `the answer “${silent.words}” does not say why it is right or wrong.`,
      'Say so on the line under it, with six spaces before it.',
    )
  }
}
