/** While slides show, the screen does not go dark by itself. */

/** @param signal ends it */
export function keepAwake(signal: AbortSignal): void {
  // Not every browser can, and none can over http.
  if (!('wakeLock' in navigator)) return
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (document.visibilityState !== 'visible' || signal.aborted) return
    try {
      const asked = await navigator.wakeLock.request('screen')
      if (signal.aborted) await asked.release()
      else lock = asked
    } catch {
      // A device that saves power may refuse, and there is nothing to be done.
    }
  }
  // A window that is covered loses it.
  document.addEventListener('visibilitychange', ask, { signal })
  signal.addEventListener('abort', () => void lock?.release())
  void ask()
}
