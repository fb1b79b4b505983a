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
import { chapterOf, type Env } from './place.ts'
import {
  demandKnownKind,
  questionEnd,
  readQuestion,
  type Question,
} from './question-parts.ts'
import { isScript } from './script-fence.ts'

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
      source: identityOf(md, question),
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

/**
 * What makes a question this one: its words as they read, however they are
 * formatted. Where it stands is no part of that.
 */
export function identityOf(
  md: MarkdownIt,
  { kind, words, answers }: Question,
): unknown {
  const read = (text: string) => md.renderInline(text, {})
  const whys = answers.map((answer) => [
    read(answer.words),
    read(answer.why),
    answer.right,
  ])
  return [kind, read(words), whys]
}

/** A program whose result tells whether a prediction came true. */
export function isProgram(token: Token | undefined): boolean {
  return (
    token?.type === 'fence' &&
    (isScript(token.info) ||
      /^examplescript\S* (?:run|stages|tokens|passes|levels|rivals)\b/.test(
        token.info,
      ))
  )
}
