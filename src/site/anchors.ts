/** Headings that are no steps get addresses, too: in posts, and below steps. */
import type MarkdownIt from 'markdown-it'
import { slug } from './slug.ts'

export function anchors(md: MarkdownIt): void {
  md.core.ruler.push('heading-addresses', (state) => {
    const taken = new Map<string, number>(
      state.tokens.flatMap(({ type, content }) => {
        const [, id] = /^<section [^>]*id="([^"]+)"/.exec(content) ?? []
        return type === 'html_block' && id ? [[id, 1] as const] : []
      }),
    )
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== 'heading_open' || token.tag === 'h1') continue
      // A step's heading stands in a section that has the address.
      if (token.attrGet('tabindex') !== null || token.attrGet('id')) continue
      const id = slug(state.tokens[index + 1]!.content)
      if (!id) continue
      const count = (taken.get(id) ?? 0) + 1
      taken.set(id, count)
      token.attrSet('id', count > 1 ? `${id}-${count}` : id)
    }
  })
}
