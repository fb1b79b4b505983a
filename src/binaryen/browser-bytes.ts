/**
 * Binaryen's binary in a page, as bytes: for a sandbox, whose origin is nobody's,
 * so that no compiled module can be posted to it. All others compile it while it
 * comes, with `browser.ts`.
 */
import { bytes, url } from 'virtual:binaryen-wasm'
import { fetchBytes, type FetchOptions } from '../fetching.ts'

/**
 * Downloads the library's binary.
 *
 * @throws {LoadError} with a `reason`, and a sentence to show to the reader
 * @throws {DOMException} an `AbortError` when `options.signal` says so
 */
export function fetchBinaryenBytes(
  options: FetchOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return fetchBytes(new URL(url, import.meta.url), bytes, options)
}
