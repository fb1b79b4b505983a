/** Texts: a fence becomes an island that shows the tokens of what is typed. */
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import {
  joiningMarkup,
  textSummary,
  textTokensMarkup,
} from '../figures/text-tokens.ts'
import { cutText, joinSteps } from '../storyteller/cut.ts'
import { bar, button, card, demandOwnTitle, head, type Cards } from './card.ts'
import { serveFences } from './fences.ts'
import { AuthoringError } from './place.ts'
import { isText, parseText } from './text-fence.ts'

export function texts(md: MarkdownIt, cards: Cards): void {
  serveFences(md, isText, ({ info, content, env, place }) => {
    const { title, of } = parseText(info, place)
    demandOwnTitle(title, env, place)
    const text = content.trimEnd()
    const { words, tokens } = cutText(text)
    const word = of ? wordOf(words, of, place) : 0
    const shown = words[word] ?? ''
    const joining = joiningMarkup(shown, joinSteps(shown))
    return card(cards, {
      name: 'text-tokens',
      title,
      source: text,
      env,
      attributes: { 'data-word': String(word) },
      body: () => `${head(title)}${textBox('Text', text)}<p class="text-summary" role="status">${textSummary(text, tokens)}</p>
<ol class="text-tokens" aria-label="Tokens">${textTokensMarkup(tokens, word)}</ol>
<div class="joining-drawn">${joining}</div>
${bar('', '', button('reset', 'Reset'))}`,
    })
  })
}

/**
 * A box for text of the reader's own, with its name above it.
 *
 * @param data the part of the island's state that it is, in a card with several
 */
export function textBox(name: string, text: string, data = ''): string {
  const part = data ? ` data-name="${data}"` : ''
  return `<label class="text-box"><span>${name}</span><textarea rows="2"${part} spellcheck="false" autocapitalize="off" autocomplete="off" disabled>
${escape(text)}</textarea></label>
`
}

/** A word is found with and without the signs at its ends. */
function wordOf(words: readonly string[], of: string, place: string): number {
  const at = words.findIndex(
    (word) =>
      word.replace('\u{2581}', '') === of ||
      word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') === of,
  )
  if (at >= 0) return at
  throw new AuthoringError(
    place,
    `the text has no word “${of}”.`,
    'Write it as it stands there.',
  )
}
