/**
 * Binaryen for the build, for commands and for tests: Node only. The package is
 * split on first use, and compiled once in each process.
 */
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import {
  startBinaryen,
  type Binaryen,
  type BinaryenFactory,
} from './binaryen.ts'
import { splitBinaryen } from './split.ts'

let parts: ReturnType<typeof prepare> | null = null

/** A new instance of Binaryen; each call after the first takes milliseconds. */
export async function loadBinaryen(): Promise<Binaryen> {
  parts ??= prepare()
  const { factory, compiled } = await parts
  return startBinaryen(factory, compiled)
}

async function prepare() {
  const { glue, wasm } = await splitBinaryen()
  // The address is computed, so that bundlers leave the import alone.
  const [{ default: factory }, compiled] = await Promise.all([
    import(pathToFileURL(glue).href) as Promise<{ default: BinaryenFactory }>,
    readFile(wasm).then((bytes) => WebAssembly.compile(new Uint8Array(bytes))),
  ])
  return { factory, compiled }
}
