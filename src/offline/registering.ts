/** Offline after a visit: has the browser take the service worker in, once the page is quiet. */
import type { Keeping } from '../keeping.ts'

/** Put here by the build: whether pages may be stored at all. */
declare const OFFLINE: boolean

/** Milliseconds after which a page is quiet: who presents has begun by then. */
const QUIET = 10_000

/** @param keeping knows whether the reader wants it */
export function workOffline(keeping: Keeping): void {
  const { serviceWorker } = navigator
  if (
    !OFFLINE ||
    !serviceWorker ||
    /[?&](?:preview|rehearsal)\b/.test(location.search)
  )
    return
  const register = () =>
    serviceWorker.register(new URL('../service-worker.js', import.meta.url))
  const begin = async () => {
    const isOff = keeping.get('offline')
    // Who drives a browser may have it give nothing.
    const registration = isOff ? null : await register()
    if (registration === undefined) return
    const { visit } = await import('./visitor.ts')
    visit(registration, register, keeping)
  }
  addEventListener('load', () => {
    // The browser may forbid it, and a network may be gone: nobody has asked.
    setTimeout(() => void begin().catch(() => {}), QUIET)
  })
}
