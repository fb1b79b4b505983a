/**
 * The security headers, said once: for `npm start`, for static hosts
 * (`_headers`), and as `<meta>` in each page for hosts that ignore both.
 *
 * A Worker that came over the network obeys the headers of its own file and
 * not its page's: so the policy stands on every file, scripts included.
 */
import { createHash } from 'node:crypto'

/** The `sha256-…` source expression of an inline style sheet. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`
}

/**
 * The policy of pages and Workers: nothing but this site's own files.
 * @param styles hashes of the style sheets that pages carry inline
 */
export function contentPolicy(styles: Iterable<string>): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${["'self'", ...styles].join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The text of `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile(styles: Iterable<string>): string {
  return `/*
  Content-Security-Policy: ${contentPolicy(styles)}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin

/assets/*
  Cache-Control: public, max-age=31536000, immutable
`
}

/**
 * Reads `_headers` back: what a request for `path` is answered with. The
 * server that tests use thus sends just what the hosts are told to.
 */
export function headersFor(file: string, path: string): [string, string][] {
  return file
    .trim()
    .split('\n\n')
    .filter((block) => path.startsWith(block.slice(0, block.indexOf('*'))))
    .flatMap((block) => block.split('\n').slice(1))
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    })
}
