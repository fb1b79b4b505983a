/**
 * Tables: alignment as a class, since the policy allows no inline style; and
 * each cell knows its line, for complaints.
 */
import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'

export function tables(md: MarkdownIt): void {
  md.core.ruler.push('tables', (state) => {
    let row: Token['map'] = null
    for (const token of state.tokens) {
      row = token.map ?? row
      if (token.type === 'inline') token.map ??= row
      const style = token.attrGet('style')
      const aligned = /^text-align:(left|right|center)$/.exec(style ?? '')
      if (!aligned) continue
      token.attrs = token.attrs!.filter(([name]) => name !== 'style')
      token.attrJoin('class', `align-${aligned[1]}`)
    }
  })
  md.renderer.rules['table_open'] = (tokens, index, _options, _env, self) => {
    tokens[index]!.attrJoin('class', 'table')
    return `<div${self.renderAttrs(tokens[index]!)} tabindex="0" role="group" aria-label="Table"><table>\n`
  }
  md.renderer.rules['table_close'] = () => '</table></div>\n'
}
