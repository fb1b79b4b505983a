/**
 * A conversation with a language model: what was asked, what came, and how it
 * came about. Used by the build, and by the island that chats.
 */
import { escape } from './escape.ts'
import { paceWords, settingsWords, type Pace, type Settings } from './story.ts'

/** What the reader said. */
export interface Asked {
  role: 'user'
  content: string
}

/** What a model said to it, and how it was asked. */
export interface Answered extends Omit<Settings, 'prompt'> {
  role: 'assistant'
  content: string
  /** As it was measured where it was told. */
  pace: Pace
  /** Whether the model came to an end by itself. */
  isWhole: boolean
}

export type Turn = Asked | Answered

/** The log of a conversation; the words for an empty one say how to begin. */
export function conversationMarkup(turns: readonly Turn[]): string {
  if (turns.length > 0) return turns.map(turnMarkup).join('')
  return '<p class="chat-empty">Nobody has said anything yet.</p>'
}

export function turnMarkup(turn: Turn): string {
  const isModel = turn.role === 'assistant'
  const by = isModel ? turn.model : 'You'
  const how = isModel ? `<p class="turn-how">${escape(howWords(turn))}</p>` : ''
  return `<div class="turn turn-${turn.role}"><p class="turn-by">${escape(by)}</p><div class="turn-text">${paragraphs(turn.content)}</div>${how}</div>`
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => `<p><span>${escape(line)}</span></p>`)
    .join('')
}

/** How an answer came about, and whether there would be more. */
export function howWords(answer: Answered): string {
  const { model: _, ...settings } = answer
  const asked = settingsWords({ ...settings, prompt: '', model: '' })
  const end = answer.isWhole ? '' : ' · not at its end'
  return `${asked.replace(/ · $/, '')} · ${paceWords(answer.pace)}${end}`
}

/** The whole conversation as a text of its own. */
export function conversationText(
  turns: readonly Turn[],
  system: string,
): string {
  const said = turns.map((turn) => {
    if (turn.role === 'user') return `You:\n${turn.content}`
    return `${turn.model} (made up by a model; ${howWords(turn)}):\n${turn.content}`
  })
  const given = system ? [`System prompt:\n${system}`] : []
  return `${[...given, ...said].join('\n\n')}\n`
}
