/** A module's text, line by line, each with the node that it came from. */
import { escape } from './escape.ts'
import { watMarkup } from './wat.ts'

/** A text, and of each of its lines the number of its node, -1 where none is. */
export interface ShownText {
  text: string
  nodes: readonly number[]
}

/** The same module in two forms, of which a reader looks at one. */
export function textMarkup(folded: ShownText, flat: ShownText): string {
  return formMarkup('folded', folded) + formMarkup('flat', flat)
}

function formMarkup(form: string, { text, nodes }: ShownText): string {
  const lines = text.split('\n').map((line, index) => {
    const indent = /^ */.exec(line)![0]
    const node = nodes[index] ?? -1
    const words = watMarkup(line.slice(indent.length))
    const own = node < 0 ? '' : ` data-node="${node}" tabindex="-1"`
    return `<span class="line"${own}>${indent}${words}\n</span>`
  })
  return `<pre class="listing" data-form="${form}" tabindex="0"><code>${lines.join('')}</code></pre>`
}

/** What a view shows that waits for something, or says why it is empty. */
export function waitingMarkup(words: string): string {
  return `<p class="waiting">${escape(words)}</p>`
}
