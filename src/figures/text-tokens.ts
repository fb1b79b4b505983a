/**
 * A text as a tokenizer cuts it: a chip for each token, in turns of looks and
 * with its number; and how a word came together out of its characters.
 */
import { escape } from './escape.ts'

export interface TextToken {
  number: number
  /** With U+2581 for a space. */
  text: string
  byte?: { value: number; at: number }
  word: number
}

/** A piece with its number, or a character that is none with its bytes. */
export interface JoinedPart {
  text: string
  number?: number
  bytes?: readonly number[]
}

export interface JoinedStep {
  parts: readonly JoinedPart[]
  /** Which of the parts this step made. */
  made?: number
}

/** Chips that are drawn at most: more than anybody looks at, and no browser minds. */
const MOST_CHIPS = 600

/** @param chosen the number of the word whose coming together is shown */
export function textTokensMarkup(
  tokens: readonly TextToken[],
  chosen: number,
): string {
  const chips = tokens.slice(0, MOST_CHIPS).map((token) => {
    const isChosen = token.word === chosen
    return `<li${token.byte ? ' class="byte"' : ''}><button type="button" data-act="word-${token.word}" aria-pressed="${isChosen}" disabled><code>${chipText(token)}</code> <span class="number">${token.number}</span></button>${token.text === '\n' ? '<br>' : ''}</li>`
  })
  const more = tokens.length - chips.length
  return chips.join('') + (more > 0 ? `<li>and ${count(more)} more</li>` : '')
}

function chipText({ text, byte }: TextToken): string {
  return byte && text !== '\n' ? hex(byte.value) : pieceMarkup(text)
}

/** A piece as people read it: a space is a dot in the middle, a line's end an arrow. */
export function pieceMarkup(text: string): string {
  return escape(text)
    .replaceAll(/[ \u{2581}]/gu, '<i class="space">·</i>')
    .replaceAll('\n', '<i class="space">↵</i>')
}

/** What there is of it: tokens, characters, and bytes where there are any. */
export function textSummary(
  text: string,
  tokens: readonly TextToken[],
): string {
  const characters = Array.from(text).length
  if (characters === 0) return 'No text, no tokens.'
  const bytes = tokens.filter(
    ({ byte, text: of }) => byte && of !== '\n',
  ).length
  const rate = (characters / tokens.length).toFixed(1)
  const summary = `${counted(characters, 'character')}, ${counted(tokens.length, 'token')}: ${rate} characters a token.`
  if (bytes === 0) return summary
  return `${summary} ${counted(bytes, 'token')} ${bytes === 1 ? 'is' : 'are'} single bytes, for what is no piece.`
}

/**
 * How a word came together: each row has all its characters below those of the
 * row before, so that one sees what grows.
 *
 * @param word '' where there is no text
 * @param steps none where it is too long
 */
export function joiningMarkup(
  word: string,
  steps: readonly JoinedStep[],
): string {
  if (word === '') return ''
  const characters = Array.from(word).length
  if (steps.length === 0) {
    return `<p class="joining-note">A word of ${counted(characters, 'character')}: how it comes together is drawn for shorter ones.</p>`
  }
  const last = steps.length - 1
  const rows = steps.map(({ parts, made }, index) => {
    const cells = parts.map((part, at) =>
      cellMarkup(part, at === made, index === last),
    )
    return `<tr><th scope="row">${index === 0 ? '<span class="unseen">Characters</span>' : index}</th>${cells.join('')}</tr>`
  })
  return `<table class="joining"><caption>${joiningTitle(word, steps)}</caption><tbody>${rows.join('')}</tbody></table>`
}

function joiningTitle(word: string, steps: readonly JoinedStep[]): string {
  const name = `<code>${pieceMarkup(word)}</code>`
  const { length } = steps[0]!.parts
  if (length === 1) return `${name} is a single character`
  const joins = steps.length - 1
  if (joins === 0) return `No two neighbours of ${name} are a piece`
  return `${name} comes together in ${counted(joins, 'step')}`
}

function cellMarkup(
  { text, number, bytes = [] }: JoinedPart,
  isMade: boolean,
  isLast: boolean,
): string {
  const span = Array.from(text).length
  const classes = [isMade && 'made', isLast && 'end'].filter(Boolean).join(' ')
  const attributes = `${span > 1 ? ` colspan="${span}"` : ''}${classes && ` class="${classes}"`}`
  const numbers =
    isMade || isLast
      ? ` <span class="number">${number ?? bytes.map(hex).join(' ')}</span>`
      : ''
  return `<td${attributes}><code>${pieceMarkup(text)}</code>${numbers}</td>`
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0')
}

function counted(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? '' : 's'}`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
