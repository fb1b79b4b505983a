/**
 * The file itself: text, style, faces, script and parts, and a policy by which
 * nothing is asked for beyond it.
 */
import { gzipSync, constants } from 'node:zlib'
import { escape } from '../../figures/escape.ts'
import { contentHash } from '../../site/headers.ts'
import type { Part } from './embedded-scripts.ts'

export interface Written {
  title: string
  description: string
  /** Of the body, which the style sheet goes by. */
  className: string
  /** What stands in the body, but scripts. */
  body: string
  icon: string
  styles: string
  script: string
  parts: readonly Part[]
}

/**
 * @throws {Error} if a script would end the element that it stands in, or not
 */
export function documentOf(written: Written): string {
  const { title, description, className, body, icon, styles, script } = written
  const workers = written.parts.filter(isScript)
  const binaries = written.parts.filter((part) => !isScript(part))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${filePolicy(script, styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="description" content="${escape(description)}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f7f4ee" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15122a" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${icon}" type="image/svg+xml">
<style>${styles}</style>
</head>
<body class="${className}">
${body}
${workers.map(workerPart).join('\n')}
<script>${whole(script)}</script>
${binaries.map(binaryPart).join('\n')}
</body>
</html>
`
}

/**
 * The one script, by its hash, Workers that it makes of text, and WebAssembly.
 * Nothing is fetched; the presenter’s window has the file itself in a frame.
 */
export function filePolicy(script: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${contentHash(script)} 'wasm-unsafe-eval'`,
    `style-src ${contentHash(styles)}`,
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** A Worker’s, which starts at once; binaries are awaited. */
function isScript({ name }: Part): boolean {
  return name.endsWith('.js')
}

function workerPart({ name, bytes }: Part): string {
  return `<script type="text/plain" data-part="${name}">${whole(bytes.toString())}</script>`
}

/** Packed, and as text, which nobody reads before it is asked for. */
function binaryPart({ name, bytes }: Part): string {
  return `<script type="application/octet-stream" data-part="${name}">${packed(bytes)}</script>`
}

function packed(bytes: Buffer): string {
  const level = constants.Z_BEST_COMPRESSION
  return gzipSync(bytes, { level }).toString('base64')
}

/** A script may say neither where its element ends nor that it goes on. */
function whole(script: string): string {
  if (!/<\/script|<!--[^]*<script/i.test(script)) return script
  throw new Error(
    'A script has “</script” or “<script” in it, as a text of its own: have it put together from two.',
  )
}
