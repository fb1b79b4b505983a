/**
 * The network, cut: until further notice the site’s service worker answers from
 * what is stored, and from nothing else. It goes on by itself when it hears
 * nothing for a few seconds, so a page that is closed leaves no harm.
 */

/** Milliseconds ahead that the worker is asked for, and between two times. */
const AHEAD = 10_000
const AGAIN = 3000
/** Milliseconds in which it answers. */
const PATIENCE = 3000

/** What a page has of its service worker. */
interface Container {
  readonly controller: Pick<ServiceWorker, 'postMessage'> | null
}

/**
 * Cuts the network until the signal ends it.
 *
 * @param container `navigator.serviceWorker`, which many pages have not
 * @returns why it cannot be cut here, in a sentence; '' where it is cut
 */
export async function cutNetwork(
  container: Container | undefined,
  signal: AbortSignal,
): Promise<string> {
  if (!container) {
    return 'This browser stores nothing here: it has no service worker, which takes https, or this machine itself as the host.'
  }
  if (!container.controller) {
    return 'This browser stores nothing here: no service worker takes care of this page yet. Reload it; where that does not help, open the built site (npm start), not the one of npm run dev.'
  }
  if (!(await ask(container))) {
    return 'This browser stores the site, but its service worker did not answer. Reload this page, and check again.'
  }
  const timer = setInterval(() => void ask(container), AGAIN)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    container.controller?.postMessage({ kind: 'rehearse', until: 0 })
  })
  return ''
}

/** @returns whether the worker has answered */
function ask({ controller }: Container): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE)
    port1.addEventListener('message', ({ data }) => {
      if ((data as { kind?: unknown } | null)?.kind !== 'rehearsing') return
      clearTimeout(timer)
      resolve(true)
    })
    port1.start()
    const message = { kind: 'rehearse', until: Date.now() + AHEAD }
    controller?.postMessage(message, [port2])
  }).finally(() => port1.close())
}
