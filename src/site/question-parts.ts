/**
 * The parts of a question, as it was written: its kind, its words, its answers,
 * and why each is right or wrong.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { many } from './finding.ts'
import { AuthoringError, where, type Env } from './place.ts'

/** A question as it was written; words are Markdown. */
export interface Question {
  kind: 'predict' | 'why'
  words: string
  answers: { words: string; why: string; right: boolean }[]
  /** Where it stands, for complaints. */
  place: string
}

const KIND = /^\[!(PREDICT|WHY)\]\s*/
const EXAMPLE =
  'Write > [!WHY] and the question, then a list: - [x] for the right answer, - [ ] for the others, each with a line under it that says why.'

/** The index of the token that closes the question opened at `at`; 0 if none is. */
export function questionEnd(tokens: readonly Token[], at: number): number {
  const { type, level } = tokens[at]!
  if (type !== 'blockquote_open' || level > 0) return 0
  if (!KIND.test(tokens[at + 2]?.content ?? '')) return 0
  return tokens.findIndex(
    (token, index) =>
      index > at && token.type === 'blockquote_close' && token.level === 0,
  )
}

/** What looks like a question and is none would be read out as it stands. */
export function demandKnownKind(
  tokens: readonly Token[],
  at: number,
  env: Env,
): void {
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

/** The words of a question, and its answers. @throws AuthoringError */
export function readQuestion(tokens: readonly Token[], env: Env): Question {
  demandWordsOnly(tokens, env)
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
      `this question has ${many(answers.length, 'answer')}.`,
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
