/**
 * A deck as its author would write it with reveal.js: the page that the package
 * comes with, its own files beside it, colours for code and notes for speakers.
 */
import { escape } from '../../figures/escape.ts'
import type { Deck } from './deck.ts'
import { draw } from './drawn.ts'

/** The files that the page wants from `node_modules/reveal.js`, beside it. */
export const REVEAL_FILES = 'dist'

/** How its slides are found; the first frame with a ready page shows one. */
export const REVEAL_SLIDES = {
  slides: '.slides section',
  shown: '.reveal.ready .slides section.present',
}

export function revealPage(deck: Deck): string {
  const sections = draw(deck).map(({ shown, said }) => {
    const notes = said && `<aside class="notes">${said}</aside>\n`
    return `<section>\n${shown}${notes}</section>\n`
  })
  // Its highlighter knows the text format by the name of wasm.
  const slides = sections
    .join('')
    .replaceAll('"language-wat"', '"language-wasm"')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0, maximum-scale=1.0, user-scalable=no">
<link rel="icon" href="data:,">
<title>${escape(deck.title)}</title>
<meta name="description" content="${escape(deck.lead)}">
<link rel="stylesheet" href="dist/reset.css">
<link rel="stylesheet" href="dist/reveal.css">
<link rel="stylesheet" href="dist/theme/black.css">
<link rel="stylesheet" href="dist/plugin/highlight/monokai.css">
</head>
<body>
<div class="reveal">
<div class="slides">
${slides}</div>
</div>
<script src="dist/reveal.js"></script>
<script src="dist/plugin/notes.js"></script>
<script src="dist/plugin/highlight.js"></script>
<script>
Reveal.initialize({ hash: true, plugins: [RevealHighlight, RevealNotes] })
</script>
</body>
</html>
`
}
