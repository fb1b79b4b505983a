/**
 * The service worker’s script, with the list of everything that can be stored of
 * this version: written last, when all else is in its place.
 *
 * Where the site is served while it is edited (`npm run dev`), what was stored
 * would hide each edit: there the script only deletes what an earlier one, from
 * the same address, has left behind.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import type { Listed, SiteList } from '../offline/list.ts'
import { SANDBOX, SERVICE_WORKER } from './headers.ts'
import { isServedWhileEdited, SITE } from './script-options.ts'
import { site } from './site.ts'

/** What a browser with a service worker loads; its pictures are AVIF then. */
const LOADED = /\.(?:html|js|css|wasm|gguf|woff2|avif|png|jpe?g|svg)$/

/** Comes on the first visit whatever its size. */
const TEXT = /\.(?:html|woff2)$/

/** What else is larger is a tool; in bytes. */
const SMALL = 48 * 1024

export async function writeServiceWorker(): Promise<void> {
  const isLeaving = isServedWhileEdited()
  await build({
    entryPoints: [
      isLeaving ? 'src/offline/leaving.ts' : 'src/service-worker.ts',
    ],
    outfile: path.join(SITE, SERVICE_WORKER),
    define: isLeaving
      ? {}
      : { SITE_LIST: JSON.stringify(JSON.stringify(await listSite())) },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  })
}

async function listSite(): Promise<SiteList> {
  const names = await readdir(SITE, { recursive: true })
  // No worker is asked for the frame of the sandbox, which has no origin.
  const paths = names.filter(
    (name) => LOADED.test(name) && !name.startsWith(SANDBOX),
  )
  const files = await Promise.all(paths.sort().map(listed))
  const list = {
    prefix: site.pathPrefix,
    early: files.filter(isEarly),
    later: files.filter((file) => !isEarly(file)),
  }
  return { version: hash(JSON.stringify(list)).slice(0, 16), ...list }
}

async function listed(name: string): Promise<Listed> {
  const content = await readFile(path.join(SITE, name))
  return [name, hash(content), content.length]
}

/** Text, and what all pages or a slide need. */
function isEarly([name, , bytes]: Listed): boolean {
  return TEXT.test(name) || bytes <= SMALL
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url')
}
