/** `fetch` in a Worker of such a page: the page has the parts, and gives them. */
import type { PartAsked, PartGiven } from './embedded-messages.ts'

const awaited = new Map<string, (bytes: ArrayBuffer) => void>()

// It comes before the Worker's own, which hears nothing of parts.
addEventListener('message', (event: MessageEvent<PartGiven>) => {
  const { part, bytes } = event.data ?? {}
  if (!part || !bytes) return
  event.stopImmediatePropagation()
  awaited.get(part)?.(bytes)
})

export async function fetch(url: string | URL): Promise<Response> {
  const part = String(url).split('/').at(-1)!
  const given = new Promise<ArrayBuffer>((resolve) =>
    awaited.set(part, resolve),
  )
  postMessage({ part } satisfies PartAsked)
  const headers = { 'content-type': 'application/wasm' }
  return new Response(await given, { headers })
}
