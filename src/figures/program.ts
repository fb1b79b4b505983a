/**
 * What a run shows: its output, line by line, and the module before and after
 * optimising, side by side.
 */
import { escape } from './escape.ts'
import { watMarkup } from './wat.ts'

export interface OutputLine {
  text: string
  note?: string
}

export interface Stage {
  text: string
  bytes: Uint8Array
}

/** What a person reads of an output; between its ends, lines are left out. */
const MOST = 1000

/** @returns the content of the `<output>`. */
export function outputMarkup(lines: readonly OutputLine[]): string {
  if (lines.length === 0) {
    return '<span class="note">Nothing to run yet: the program is empty.</span>'
  }
  if (lines.length <= MOST + 1) return lines.map(lineMarkup).join('\n')
  const left = (lines.length - MOST).toLocaleString('en')
  return [
    ...lines.slice(0, MOST - 1).map(lineMarkup),
    `<span class="note">… ${left} lines are left out here …</span>`,
    lineMarkup(lines.at(-1)!),
  ].join('\n')
}

function lineMarkup({ text, note }: OutputLine): string {
  const aside = note ? `\n<span class="note">${escape(note)}</span>` : ''
  return `<samp>${escape(text)}</samp>${aside}`
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
