/**
 * The security headers, said once: for `npm start`, for static hosts
 * (`_headers`), and as `<meta>` in each page for hosts that ignore both.
 *
 * A Worker that came over the network obeys the headers of its own file and
 * not its page's: so the policy stands on every file, scripts included.
 */
import { createHash } from 'node:crypto'

/** The `sha256-…` source expression of an inline style sheet or script. */
export function contentHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
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

/** The folder of the sandbox, whose frame has a policy of its own. */
export const SANDBOX = 'sandbox/'

/**
 * The policy of the frame that runs programs of readers, and of the Workers in
 * it: its own script, by hash, and what that makes of text. Nothing else can be
 * loaded or reached from there, from this site either.
 * @param script the text of the script in the frame
 */
export function sandboxPolicy(script: string): string {
  return [
    "default-src 'none'",
    `script-src ${contentHash(script)} 'unsafe-eval' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The one script whose name says nothing of its content: browsers ask for it by that name. */
export const SERVICE_WORKER = 'service-worker.js'

/** The folder of the one script that may reach other hosts: models come from there. */
export const OUTWARD = 'outward/'

/**
 * The policy of that script, which is a Worker's: it computes, and fetches from
 * this site and over https. A policy for each host that a model may come from
 * would forbid what the reader enters; so the page asks before it is started.
 */
export function outwardPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self' https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/**
 * The text of `_headers`, as Netlify and Cloudflare Pages read it. There, all
 * rules that fit a path add up, and a second policy can only forbid more: so
 * the site's policy is written for each of its entries but those with their own.
 * @param entries what stands in the site's folder; folders end in `/`
 * @param sandbox the policy of the frame
 */
export function headersFile(
  styles: Iterable<string>,
  entries: Iterable<string>,
  sandbox: string,
): string {
  const policy = contentPolicy(styles)
  const others = [...entries].filter(
    (entry) => entry !== SANDBOX && entry !== OUTWARD,
  )
  const paths = ['', ...others].map((entry) =>
    entry.endsWith('/') ? `/${entry}*` : `/${entry}`,
  )
  const blocks = paths.map(
    (path) => `${path}
  Content-Security-Policy: ${policy}; frame-ancestors 'self'`,
  )
  return `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin

${blocks.join('\n\n')}

/${SANDBOX}*
  Content-Security-Policy: ${sandbox}; sandbox allow-scripts; frame-ancestors 'self'
  Cache-Control: public, max-age=31536000, immutable

/${OUTWARD}*
  Content-Security-Policy: ${outwardPolicy()}
  Cache-Control: public, max-age=31536000, immutable

/assets/*
  Cache-Control: public, max-age=31536000, immutable

/${SERVICE_WORKER}
  Cache-Control: no-cache
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
    .map((block) => block.split('\n'))
    .filter(([rule]) => fits(rule!, path))
    .flatMap(([, ...lines]) => lines)
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    })
}

function fits(rule: string, path: string): boolean {
  return rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule
}
