/** Whether a file is the one that is meant. */
import { EngineError } from './engine.ts'

/**
 * Where a page came over plain `http:` from another device, browsers have no
 * hashes: there the file's size and form are all that is checked.
 *
 * @param sha256 in hexadecimal digits
 * @throws {EngineError} where the file has another hash
 */
export async function checkHash(
  file: Blob,
  sha256: string,
  name: string,
): Promise<void> {
  if (!globalThis.crypto.subtle) return
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  const digits = [...new Uint8Array(digest)].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  if (digits.join('') !== sha256) {
    throw new EngineError(
      `${name} came altered: its bytes are not the ones that were published. ` +
        `Reload the page.`,
    )
  }
}
