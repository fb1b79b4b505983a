/**
 * A terminal: what was typed and what came of it, the files there are, and what
 * is to be reached.
 */
import { escape } from './escape.ts'

/** A piece of output, by the stream that it came on. */
export interface OutputPiece {
  stream: 'out' | 'err'
  text: string
}

/** What a line did to a file; sizes in bytes, absent where it was not there. */
export interface FileChange {
  name: string
  before?: number
  after?: number
}

/** How a line ended. */
export interface Ended {
  status: number
  changes: readonly FileChange[]
  /** Milliseconds; absent where nobody measured. */
  took?: number
}

/** A line with all that came of it. */
export interface Turn extends Ended {
  line: string
  pieces: readonly OutputPiece[]
}

export interface TrayFile {
  name: string
  /** Bytes. */
  size: number
  /** Whether the last line made or changed it. */
  isFresh: boolean
  /** Command lines that show it as text, and as hex. */
  asText: string
  asHex: string
  /** The one that removes it. */
  removal: string
}

/** What is to be reached. */
export interface GoalItem {
  /** Markup of the sentence. */
  words: string
  /** What files or output are held against. */
  goal: string
}

/** A way to go on with a line. */
export interface LineChoice {
  text: string
  about: string
}

export function turnMarkup({ line, pieces, ...ended }: Turn): string {
  const written = pieces.map(pieceMarkup).join('')
  return typedMarkup(line, written, endedMarkup(ended))
}

/** A line as it was typed; what comes of it goes into its `pre`, and behind it. */
export function typedMarkup(line: string, written = '', ended = ''): string {
  return `<div class="turn"><p class="typed"><span class="prompt" aria-hidden="true">$ </span><code>${escape(line)}</code></p><pre class="written">${written}</pre>${ended}</div>`
}

export function pieceMarkup({ stream, text }: OutputPiece): string {
  return `<samp class="${stream}">${escape(text)}</samp>`
}

/** @returns '' where there is nothing to say */
export function endedMarkup({ status, changes, took }: Ended): string {
  const words = [
    ...changes.map(changeWords),
    ...(status === 0 ? [] : [`<b>exit status ${status}</b>`]),
    ...(took === undefined ? [] : [durationWords(took)]),
  ]
  return words.length > 0 ? `<p class="ended">${words.join(' · ')}</p>` : ''
}

function changeWords({ name, before, after }: FileChange): string {
  const file = `<code>${escape(name)}</code>`
  if (after === undefined) return `${file} removed`
  const size = bytes(after)
  return before === undefined
    ? `${file} ${size}`
    : `${file} ${number(before)} → ${size}`
}

function durationWords(took: number): string {
  return took < 1000 ? `${took.toFixed(0)} ms` : `${(took / 1000).toFixed(1)} s`
}

function bytes(count: number): string {
  return `${number(count)} byte${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en')
}

/** The items of the list “Files”. */
export function trayMarkup(files: readonly TrayFile[]): string {
  return files.map(fileMarkup).join('')
}

function fileMarkup(file: TrayFile): string {
  const { name, size, isFresh, asText, asHex, removal } = file
  const button = (act: string, words: string) =>
    `<button type="button" data-act="${escape(act)}" aria-label="${words} ${escape(name)}" disabled>${words}</button>`
  const acts = [
    button(`$ ${asText}`, 'Text'),
    button(`$ ${asHex}`, 'Hex'),
    button(`save ${name}`, 'Save'),
    button(`$ ${removal}`, 'Remove'),
  ]
  return `<li${isFresh ? ' class="fresh"' : ''}><span class="file-name">${escape(name)}</span> <span class="file-size">${bytes(size)}</span> <span class="file-acts">${acts.join('')}</span></li>`
}

/**
 * The list of what is to be reached, '' for none.
 *
 * @param way lines that lead there
 */
export function goalsMarkup(
  goals: readonly GoalItem[],
  way: readonly string[],
): string {
  if (goals.length === 0) return ''
  const items = goals.map(
    ({ words, goal }) =>
      `<li data-goal="${escape(goal)}"><span class="tick" role="img" aria-label="open"></span><span>${words}</span></li>`,
  )
  const lines = way.map(
    (line) =>
      `<li><code>${escape(line)}</code> <button type="button" data-act="${escape(`$ ${line}`)}" disabled>Run it</button></li>`,
  )
  return `<div class="goals"><ul aria-label="Goals">${items.join('')}</ul><p class="goals-said" role="status"></p><details><summary>Show a way</summary><ol>${lines.join('')}</ol></details></div>`
}

/**
 * What a word may become; one alone is told with what it is for.
 *
 * @param count of all, where not all are shown
 */
export function choicesMarkup(
  choices: readonly LineChoice[],
  count: number,
): string {
  const [only, other] = choices
  if (only && !other) {
    return `<span><code>${escape(only.text)}</code> ${escape(only.about)}</span>`
  }
  const buttons = choices.map(
    ({ text, about }) =>
      `<button type="button" data-choice="${escape(text)}"${about && ` title="${escape(about)}"`}>${escape(text)}</button>`,
  )
  const more = count - choices.length
  return buttons.join('') + (more > 0 ? `<span>and ${more} more</span>` : '')
}
