/**
 * What may come next: the likeliest tokens with bars, as long as the chance of
 * each to be drawn, and a mark where the model itself holds it likely. And the
 * way that led there, token by token.
 */
import { escape } from './escape.ts'
import { pieceMarkup } from './text-tokens.ts'

/** A token that may come next. */
export interface Possible {
  id: number
  /** As the vocabulary writes it: `▁kite`, `<0x0A>`, `</s>`. */
  text: string
  /** Natural logarithm of its probability by the model. */
  logprob: number
  /** The chance to be drawn, from 0 to 1. */
  chance: number
  /** What keeps it from being drawn. */
  cut?: 'top-k' | 'top-p'
}

/** Tokens with a bar of their own. */
const SHOWN = 10

/**
 * @param possible best first; nothing where odds are not known yet
 * @param vocabulary how many tokens there are in all
 * @param taken the number of the one that was taken at this place
 */
export function oddsMarkup(
  possible: readonly Possible[],
  vocabulary: number,
  taken?: number,
): string {
  if (possible.length === 0) return ''
  const isShown = ({ id }: Possible, at: number) => at < SHOWN || id === taken
  const rows = possible.flatMap((token, at) =>
    isShown(token, at) ? [rowMarkup(token, at, token.id === taken)] : [],
  )
  const shown = possible.filter(isShown)
  const others = {
    chance: rest(shown.map(({ chance }) => chance)),
    own: rest(shown.map(ownOf)),
  }
  const count = (vocabulary - shown.length).toLocaleString('en')
  return `${rows.join('')}<li class="others"><span class="token">${count} others</span>${barMarkup(others)}<span class="percent">${chanceWords(others.chance)}</span></li>`
}

function rowMarkup(token: Possible, at: number, isTaken: boolean): string {
  const { text, chance, cut } = token
  const own = ownOf(token)
  const name = cut
    ? `${tokenName(text)}, ${chanceWords(own)}, cut by ${cut}`
    : `${tokenName(text)}, ${chanceWords(chance)}`
  return `<li${cut ? ' class="cut"' : ''}><button type="button" data-act="take-${at + 1}" aria-label="${escape(name)}"${isTaken ? ' aria-pressed="true"' : ''} disabled><code class="token">${tokenMarkup(text)}</code>${barMarkup({ chance, own })}<span class="percent">${cut ?? chanceWords(chance)}</span></button></li>`
}

function ownOf({ logprob }: Possible): number {
  return Math.exp(logprob)
}

/** What shares leave of 1. */
function rest(shares: readonly number[]): number {
  const left = shares.reduce((all, share) => all - share, 1)
  // What is known to three places of a logarithm leaves a hair.
  return left < 0.0005 ? 0 : left
}

/** A bar of a hundred units, with a mark at what the model holds. */
function barMarkup({ chance, own }: { chance: number; own: number }): string {
  return `<svg class="odds-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="room" width="100" height="10"></rect><rect class="chance" width="${units(chance)}" height="10"></rect><rect class="own" x="${units(own * 0.992)}" y="-3" width="0.8" height="16"></rect></svg>`
}

function units(share: number): string {
  return (share * 100).toFixed(2)
}

/** A token that was taken. */
export interface Step {
  text: string
  /** Its probability by the model, from 0 to 1. */
  own: number
}

/**
 * The tokens that were taken, and the place where the next one goes.
 *
 * @param looked the place whose odds are shown; the last is the next one's
 * @param isOver whether the story has ended, and nothing comes next
 */
export function wayMarkup(
  steps: readonly Step[],
  looked: number,
  isOver: boolean,
): string {
  const items = steps.map(
    ({ text, own }, place) =>
      `<li><button type="button" data-act="look-${place}" aria-pressed="${place === looked}" aria-label="${escape(`${tokenName(text)}, ${chanceWords(own)}`)}" disabled>${tokenMarkup(text)}</button>${text === '<0x0A>' ? '<br>' : ''}</li>`,
  )
  const next = isOver
    ? ''
    : `<li><button type="button" class="next" data-act="look-${steps.length}" aria-pressed="${looked === steps.length}" aria-label="What comes next" disabled>?</button></li>`
  return items.join('') + next
}

/** “kite”, 42 % */
export function tokenName(text: string): string {
  if (text === END) return 'the end'
  if (text === LINE) return 'a new line'
  if (text === SPACE) return 'a space'
  return `“${text.replaceAll(SPACE, ' ').trim()}”`
}

const END = '</s>'
const LINE = '<0x0A>'
const SPACE = '\u{2581}'

function tokenMarkup(text: string): string {
  if (text === END) return '<i class="space">the end</i>'
  return pieceMarkup(text === LINE ? '\n' : text)
}

/** A chance in words: whole percents, and what is small with one figure. */
export function chanceWords(chance: number): string {
  const percent = chance * 100
  if (percent === 0) return '0 %'
  if (percent < 0.1) return '< 0.1 %'
  if (percent > 99.9 && percent < 100) return '> 99.9 %'
  return `${percent < 9.95 ? percent.toFixed(1) : Math.round(percent)} %`
}
