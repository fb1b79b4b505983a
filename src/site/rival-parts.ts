/**
 * AssemblyScript's compiler for a Worker of this site. The package runs in
 * browsers as it is, but for what a bundler and a strict policy ask for:
 *
 * 1. Its `binaryen` is the page's own, lent to it.
 * 2. What it imports in Node alone stays out.
 * 3. It has a function for powers of floats, as a module in a `data:` address.
 *    The policy lets nobody fetch such an address, so it is decoded in place.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'esbuild'

const FETCHED = /WebAssembly\.instantiateStreaming\(fetch\((\w+)\)\)/g

export function rivalParts(): Plugin {
  return {
    name: 'rival-parts',
    setup(builder) {
      builder.onResolve({ filter: /^binaryen$/ }, () => ({
        path: path.resolve('src/rival/lent.ts'),
      }))
      builder.onResolve({ filter: /^(?:fs|module|path|url)$/ }, (asked) => ({
        path: asked.path,
        external: true,
      }))
      builder.onLoad(
        { filter: /assemblyscript[/\\]dist[/\\]assemblyscript\.js$/ },
        async ({ path: file }) => ({
          contents: decodedInPlace(await readFile(file, 'utf8')),
        }),
      )
    },
  }
}

/** @throws Error if the package no longer does what this is for */
export function decodedInPlace(source: string): string {
  const [found, ...more] = source.matchAll(FETCHED)
  if (!found || more.length > 0) {
    throw new Error(
      'assemblyscript/dist/assemblyscript.js fetches no module from one data: address any more. Look at how it starts, and change src/site/rival-parts.ts.',
    )
  }
  return source.replace(
    FETCHED,
    "WebAssembly.instantiate(Uint8Array.from(atob($1.split(',')[1]),byte=>byte.charCodeAt(0)))",
  )
}
