/**
 * Binaryen in a page, best in a Worker: loads the binary beside the script and
 * starts instances from it. The two `virtual:` modules come from the site's
 * bundler.
 *
 * Fetch once, keep the `WebAssembly.Module`, and start as many instances as
 * needed: a Module can be posted to another Worker, and is there at once.
 */
import factory from 'virtual:binaryen-glue'
import { bytes, url } from 'virtual:binaryen-wasm'
import { startBinaryen, type Binaryen } from './binaryen.ts'
import { fetchWasm, type FetchOptions } from '../fetching.ts'

export { LoadError } from '../fetching.ts'

/**
 * Downloads and compiles the library's binary.
 *
 * @throws {LoadError} with a `reason`, and a sentence to show to the reader
 * @throws {DOMException} an `AbortError` when `options.signal` says so
 */
export function fetchBinaryen(
  options: FetchOptions = {},
): Promise<WebAssembly.Module> {
  return fetchWasm(new URL(url, import.meta.url), bytes, options)
}

/** Starts an instance from what `fetchBinaryen` gave, here or elsewhere. */
export function startBinaryenHere(
  compiled: WebAssembly.Module,
): Promise<Binaryen> {
  return startBinaryen(factory, compiled)
}
