/**
 * The page behind the presenter's link. The secret stands behind its `#`, which
 * no browser sends: a script stores it on this device, and goes on to the slides.
 */
import { contentHash } from '../../site/headers.ts'

const STYLE = `body {
  max-width: 32rem;
  margin: 20vh auto;
  padding: 0 1.5rem;
  font: 1.25rem/1.5 system-ui, sans-serif;
}`

/** What the page's script has; tests give it others. */
const SCRIPT = `const say = (words) => {
  document.querySelector('p').textContent = words
}
const secret = location.hash.slice(1)
const to = new URLSearchParams(location.search).get('to') ?? '/'
if (!secret) {
  say('This link has lost its end. Copy all of it, from http to the last letter after #.')
} else if (!/^\\/(?!\\/)[\\w\\-/]*$/.test(to)) {
  say('This link leads to another site. Copy the one that npm run present printed.')
} else {
  try {
    const { room } = document.documentElement.dataset
    localStorage.setItem(
      'a-wasm-new-year:lead',
      JSON.stringify({ version: 1, room, secret }),
    )
    location.replace(to + (to === '/' ? '' : '?present'))
  } catch {
    say('This browser keeps nothing for this site, so it cannot present to others. Allow it to store data, or open the link in a window that is not private.')
  }
}`

/** The policy of this page: its script and its style, and nothing else. */
export const leadPolicy = [
  "default-src 'none'",
  `script-src ${contentHash(SCRIPT)}`,
  `style-src ${contentHash(STYLE)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** @param room of letters and digits */
export function leadPage(room: string): string {
  return `<!doctype html>
<html lang="en" data-room="${room}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>To the slides</title>
<style>${STYLE}</style>
<p role="status">One moment: the slides come next.</p>
<noscript>Presenting to others needs JavaScript.</noscript>
<script type="module">${SCRIPT}</script>
</html>
`
}
