/**
 * What a run shows: its output, line by line, and the module before and after
 * optimising, side by side.
 */
import { escape } from './escape.ts'
import { stopMarkup, type ShownStop } from './stop.ts'
import { watMarkup } from './wat.ts'

export interface OutputLine {
  text: string
  note?: string
}

export interface Stage {
  text: string
  bytes: Uint8Array
}

/** What is shown of an output, and how many lines there are. */
export interface ShownOutput {
  count: number
  first: readonly OutputLine[]
  /** The last line, where more than `first` were printed. */
  last?: OutputLine
}

/**
 * @param stop why the program stopped before its end
 * @returns the content of the `<output>`
 */
export function outputMarkup(output: ShownOutput, stop?: ShownStop): string {
  const lines = outputLines(output)
  if (stop) lines.push(stopMarkup(stop))
  if (lines.length > 0) return lines.join('\n')
  return '<span class="note">Nothing to run yet: the program is empty.</span>'
}

function outputLines({ count, first, last }: ShownOutput): string[] {
  const lines = first.map(lineMarkup)
  const left = count - first.length - (last ? 1 : 0)
  if (left > 0) {
    const words = `… ${amount(left)} ${left === 1 ? 'line is' : 'lines are'} left out here …`
    lines.push(`<span class="note">${words}</span>`)
  }
  return last ? [...lines, lineMarkup(last)] : lines
}

function amount(count: number): string {
  return count.toLocaleString('en')
}

function lineMarkup({ text, note }: OutputLine): string {
  const aside = note ? `\n<span class="note">${escape(note)}</span>` : ''
  return `<samp>${escape(text)}</samp>${aside}`
}

/** @returns the word on the button that saves a whole output. */
export function downloadWords({ count }: ShownOutput): string {
  return count === 1
    ? 'Download the whole line'
    : `Download all ${amount(count)} lines`
}

/** @returns the errors of a program, one a line, for the same `<output>`. */
export function problemsMarkup(
  problems: readonly { message: string; hint?: string }[],
): string {
  const shown = problems.slice(0, 20).map(({ message, hint }) => {
    const words = [message, hint].filter(Boolean).join(' ')
    return `<span class="problem">${escape(words)}</span>`
  })
  const left = problems.length - shown.length
  const more = left > 0 ? [`<span class="note">… and ${left} more.</span>`] : []
  return [...shown, ...more].join('\n')
}

/** @returns two panes, the module as written and as Binaryen optimised it. */
export function stagesMarkup(written: Stage, optimised: Stage): string {
  return (
    pane('As written', 'ir', written) + pane('Optimised', 'passes', optimised)
  )
}

/** @returns how large the module is before and after. */
export function sizesMarkup(written: Stage, optimised: Stage): string {
  return `${written.bytes.length} bytes as written, ${optimised.bytes.length} optimised`
}

function pane(title: string, stage: string, { text, bytes }: Stage): string {
  return (
    `<div class="stage stage-${stage}" role="group" aria-label="${title}">` +
    `<p class="stage-title">${title} <span class="size">${bytes.length} bytes</span></p>` +
    `<pre class="listing" tabindex="0">${watMarkup(text.trimEnd())}</pre></div>`
  )
}
