/**
 * Loads the script of the two compilers before its Worker is opened: a Worker
 * says neither how far its script is, nor why it did not come. The browser
 * keeps what was loaded, and the Worker takes it from there.
 */
import { bytes, default as url } from './rivals.worker.ts?worker'
import { WorkFailure } from './trouble.ts'
import type { Watcher } from './working.ts'

export const rivalsUrl = url

const NAME = 'AssemblyScript’s compiler'

/**
 * @throws {WorkFailure} if it does not come
 * @throws {DOMException} an `AbortError` when stopped by the signal
 */
export async function fetchRivals({
  signal,
  onProgress,
}: Pick<Watcher, 'signal' | 'onProgress'>): Promise<void> {
  onProgress(0, bytes, NAME)
  try {
    const response = await fetch(new URL(url, import.meta.url), { signal })
    if (!response.ok) throw refused(response.status)
    const reader = response.body!.getReader()
    let loaded = 0
    for (;;) {
      const { value } = await reader.read()
      if (!value) return
      loaded += value.length
      onProgress(Math.min(loaded, bytes), bytes, NAME)
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof WorkFailure) throw error
    throw new WorkFailure(
      `${NAME} could not be loaded: the connection failed. Check it, and try again. What was shown stays.`,
      true,
    )
  }
}

function refused(status: number): WorkFailure {
  const advice =
    status === 404
      ? 'The site was probably updated: reload the page. What you typed is kept.'
      : 'Try again later. What was shown stays.'
  return new WorkFailure(
    `The server answered ${status} in place of ${NAME}. ${advice}`,
    true,
  )
}
