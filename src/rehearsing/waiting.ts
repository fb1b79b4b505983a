/** Waiting for a page that others drive: by looking, as it has no event for all of it. */

/** Milliseconds between two looks. */
const LOOK = 20

/** @throws the signal's reason */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  signal.throwIfAborted()
}

/**
 * Waits until something is so.
 *
 * @param most milliseconds
 * @returns whether it came to be so in time
 * @throws the signal's reason
 */
export async function until(
  isSo: () => boolean,
  most: number,
  signal: AbortSignal,
): Promise<boolean> {
  const end = performance.now() + most
  while (!isSo()) {
    if (performance.now() > end) return false
    await pause(LOOK, signal)
  }
  return true
}
