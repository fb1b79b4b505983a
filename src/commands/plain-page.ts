/**
 * The floor: slides as one plain page, with a script of a few lines that shows
 * one at a time. Nothing that shows slides can cost much less.
 */
import { escape } from '../figures/escape.ts'

/** How its slides are found. */
export const PLAIN_SLIDES = {
  slides: 'section',
  shown: 'section:not([hidden])',
}

/** @param slides the HTML of each */
export function plainPage(title: string, slides: readonly string[]): string {
  const sections = slides.map((slide) => `<section>\n${slide}</section>\n`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>
body { font: 1.5rem sans-serif }
pre { font-size: 1rem }
</style>
<main>
${sections.join('')}</main>
<script>
const slides = [...document.querySelectorAll('section')]
let at = Number(location.hash.slice(1))
for (const [index, slide] of slides.entries()) slide.hidden = index !== at
addEventListener('keydown', ({ key }) => {
  const to = at + ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0)
  if (!slides[to] || to === at) return
  slides[at].hidden = true
  slides[to].hidden = false
  at = to
  history.replaceState(null, '', '#' + at)
})
</script>
</html>
`
}
