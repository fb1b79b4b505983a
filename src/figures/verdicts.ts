/**
 * The checks of an exercise: what each asks for, and once it was judged,
 * whether that came, or what came instead.
 */
import { escape } from './escape.ts'

export interface ShownVerdict {
  /** The check, as it was written. */
  text: string
  /** What it is called, where its text does not say so at once. */
  title?: string
  /** Absent as long as nobody checked. */
  passed?: boolean
  expected?: string
  came?: string
}

/** @returns a list with one item for each check, in their order. */
export function verdictsMarkup(verdicts: readonly ShownVerdict[]): string {
  return `<ul>${verdicts.map(itemMarkup).join('')}</ul>`
}

function itemMarkup(verdict: ShownVerdict): string {
  const { text, title, passed, expected, came } = verdict
  const code = title
    ? `<span>${escape(title)}<code class="verdict-code">${escape(text)}</code></span>`
    : `<code>${escape(text)}</code>`
  const kind = passed === undefined ? 'open' : passed ? 'passed' : 'failed'
  const words =
    passed === undefined
      ? code
      : passed
        ? `${code} <span class="verdict-said">passed</span>`
        : `${code} <span class="verdict-said">expected: ${escape(expected!)}. Came: ${escape(came!)}.</span>`
  return `<li class="verdict verdict-${kind}" data-check="${escape(text)}">${words}</li>`
}
