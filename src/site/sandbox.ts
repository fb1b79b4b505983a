/**
 * The sandbox's frame, a page of its own: a page that is made in another one
 * (`srcdoc`, `blob:`) has that one's policy, too, and could then evaluate
 * nothing. Its policy stands in it as well, for hosts that ignore `_headers`.
 * No service worker answers for it, as it has no origin: so its name says its
 * content, and browsers keep it for a run without a network.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { SANDBOX, sandboxPolicy } from './headers.ts'

export interface Sandbox {
  policy: string
  /** Of its file, in its folder. */
  name: string
}

const SCRIPT = 'src/islands/binaryen-program/frame.ts'

/** Writes the frame. */
export async function writeSandbox(): Promise<Sandbox> {
  const { outputFiles } = await build({
    entryPoints: [SCRIPT],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  const script = outputFiles[0]!.text.trim()
  const policy = sandboxPolicy(script)
  const markup = frameMarkup(script, policy)
  const hash = createHash('sha256').update(markup).digest('hex').slice(0, 8)
  const name = `frame-${hash}.html`
  const folder = `_site/${SANDBOX}`
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}${name}`, markup)
  return { policy, name }
}

/** @returns a page with one script and its policy, and nothing to see */
function frameMarkup(script: string, policy: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Where programs run</title>
</head>
<body>
<script>${script}</script>
</body>
</html>
`
}
