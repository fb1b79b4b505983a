/** What is wrong with a program, as a list: each item leads to its place. */
import { escape } from './escape.ts'

export interface ShownProblem {
  message: string
  hint?: string
  from: number
  to: number
}

/** Whoever reads these mends them first. */
const MOST = 20

/** @returns the items of a list named “Problems”. */
export function problemListMarkup(
  source: string,
  problems: readonly ShownProblem[],
): string {
  const items = problems.slice(0, MOST).map(({ message, hint, from, to }) => {
    const line = source.slice(0, from).split('\n').length
    const words = hint ? ` <span class="hint">${escape(hint)}</span>` : ''
    return `<li class="problem"><button type="button" class="place" data-from="${from}" data-to="${to}">Line ${line}</button> <span><span class="message">${escape(message)}</span>${words}</span></li>`
  })
  const left = problems.length - items.length
  if (left > 0) items.push(`<li class="note">… and ${left} more.</li>`)
  return items.join('')
}
