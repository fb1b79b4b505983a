/**
 * Waits for a promise, or until a signal says stop, whichever is first.
 *
 * @throws the signal's reason; what comes of the promise is nobody's then
 */
export function stoppable<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const done = new AbortController()
  const stopped = new Promise<never>((_, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), {
      signal: done.signal,
    })
  })
  return Promise.race([promise, stopped]).finally(() => done.abort())
}
