/**
 * A program cut into tokens: the text, and beside it one chip a token. Both
 * carry the token's number, by which they light each other up.
 */
import { escape } from './escape.ts'

export interface TokenMark {
  kind: string
  category: string
  from: number
  to: number
  /** The node of the tree that it is a part of, where there is a tree. */
  node?: number
}

/** @returns the text for a `<pre>`, each token a span; gaps are comments. */
export function tokenTextMarkup(
  source: string,
  tokens: readonly TokenMark[],
): string {
  let markup = ''
  let end = 0
  for (const [index, { category, from, to }] of tokens.entries()) {
    markup += gapMarkup(source.slice(end, from))
    markup += `<span class="tok-${category}" data-token="${index}">${escape(source.slice(from, to))}</span>`
    end = to
  }
  return markup + gapMarkup(source.slice(end))
}

function gapMarkup(gap: string): string {
  if (!gap.trim()) return gap
  return `<span class="tok-comment">${escape(gap)}</span>`
}

/** @returns list items, one a token: its characters and its kind. */
export function tokenListMarkup(
  source: string,
  tokens: readonly TokenMark[],
): string {
  return tokens
    .map(
      ({ kind, category, from, to, node }, index) =>
        `<li><button type="button" class="chip" data-token="${index}"${node === undefined ? '' : ` data-node="${node}"`}><code class="tok-${category}">${escape(source.slice(from, to))}</code><span class="kind">${escape(kind)}</span></button></li>`,
    )
    .join('')
}

/** @returns the view of a program's tokens, one chip each */
export function tokensMarkup(
  source: string,
  tokens: readonly TokenMark[],
): string {
  return tokens.length > 0
    ? `<ol class="tokens">${tokenListMarkup(source, tokens)}</ol>`
    : '<p class="waiting">There are no tokens yet.</p>'
}
