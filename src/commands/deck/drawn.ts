/** Slides as HTML, for pages that are not ours. */
import MarkdownIt from 'markdown-it'
import { escape } from '../../figures/escape.ts'
import type { Deck } from './deck.ts'

/** HTML of one slide. */
export interface Drawn {
  /** Its heading and what it shows. */
  shown: string
  /** What is said to it; '' for nothing. */
  said: string
}

const md = new MarkdownIt()

/** All slides of a deck, the first and the last included. */
export function draw({ title, lead, slides, recap }: Deck): Drawn[] {
  const first = {
    shown: `<h1>${escape(title)}</h1>\n${md.render(lead)}`,
    said: '',
  }
  const others = [...slides, recap].map(({ title: heading, body }) => {
    const { shown, said } = parted(body)
    return { shown: `<h2>${escape(heading)}</h2>\n${shown}`, said }
  })
  return [first, ...others]
}

/** Prose is what is said; all else is shown. */
function parted(body: string): Drawn {
  const parts = { shown: '', said: '' }
  const env = {}
  let block: ReturnType<typeof md.parse> = []
  for (const token of md.parse(body, env)) {
    block.push(token)
    // Both a block without an end of its own and the end of one close it.
    if (token.level > 0 || token.nesting > 0 || token.type === 'inline')
      continue
    const to = block[0]!.type === 'paragraph_open' ? 'said' : 'shown'
    parts[to] += md.renderer.render(block, md.options, env)
    block = []
  }
  return parts
}
