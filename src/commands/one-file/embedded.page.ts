/**
 * The two doors through which a page gets its files, `Worker` and `fetch`, in a
 * page that has them in itself: esbuild puts these in the place of the
 * browser's. A page of `file://` can fetch nothing; it starts Workers from
 * `blob:` addresses, if they are no modules.
 */
import type { PartAsked, PartGiven } from './embedded-messages.ts'

/** Answers with a part of the file, as a server would with a file of its own. */
export async function fetch(url: string | URL): Promise<Response> {
  const name = nameOf(url)
  const bytes = await unpack(name)
  return new Response(bytes, { headers: { 'content-type': typeOf(name) } })
}

const addresses = new Map<string, string>()

/** Starts from a part of the file, and gives the parts that it asks for. */
export class Worker extends globalThis.Worker {
  constructor(url: string | URL) {
    super(addressOf(nameOf(url)))
    this.addEventListener('message', (event: MessageEvent<PartAsked>) => {
      const { part } = event.data ?? {}
      if (!part) return
      event.stopImmediatePropagation()
      void unpack(part).then((bytes) =>
        this.postMessage({ part, bytes } satisfies PartGiven, [bytes]),
      )
    })
  }
}

function addressOf(name: string): string {
  const known = addresses.get(name)
  if (known) return known
  const script = new Blob([textOf(name)], { type: 'text/javascript' })
  const address = URL.createObjectURL(script)
  addresses.set(name, address)
  return address
}

/** A binary, which stands in the page packed. */
async function unpack(name: string): Promise<ArrayBuffer> {
  const packed = bytesOf(textOf(name))
  const stream = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}

function textOf(name: string): string {
  return document.querySelector(`[data-part="${name}"]`)!.textContent!
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = characters.charCodeAt(at)
  return bytes
}

function nameOf(url: string | URL): string {
  return String(url).split('/').at(-1)!
}

function typeOf(name: string): string {
  return name.endsWith('.wasm')
    ? 'application/wasm'
    : 'application/octet-stream'
}
