/**
 * Binaryen in a sandbox: compiled from bytes that were posted to it, as nothing
 * can be fetched there, and with the library as it is.
 */
import factory from 'virtual:binaryen-glue'
import { startLibrary, type Hooks, type Library } from './binaryen.ts'

/** @throws {BinaryenError} if the binary does not fit the glue */
export async function startLibraryHere(
  bytes: Uint8Array<ArrayBuffer>,
  hooks: Hooks,
): Promise<Library> {
  return startLibrary(factory, await WebAssembly.compile(bytes), hooks)
}
