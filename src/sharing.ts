/**
 * Sharing: islands' states in an address, packed by the platform: JSON,
 * deflated with a checksum, so that no damage passes for another program, in
 * the alphabet of addresses. `1.` before it is the version.
 */
import type { State } from './state.ts'

export { formatAddress, parseAddress } from './deck/address.ts'

/** States by the keys of their islands. */
export type States = Record<string, State>

const VERSION = '1.'

/** Bytes of JSON that a link may hold; no program in a chapter comes near. */
const LIMIT = 1_000_000

/**
 * @returns states as the part of an address that follows `~`
 * @throws Error with a sentence, where no link can hold them
 */
export async function pack(states: States): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(states))
  if (bytes.length > LIMIT) {
    throw new Error('The program is too long for a link.')
  }
  const packed = await through(bytes, new CompressionStream('deflate'))
  const text = btoa(
    packed.reduce((all, byte) => all + String.fromCharCode(byte), ''),
  )
  return (
    VERSION + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  )
}

/** @throws Error with a sentence, where this is no whole link of ours */
export async function unpack(packed: string): Promise<States> {
  if (!packed.startsWith(VERSION)) {
    throw new Error('The link was made by another version of this site.')
  }
  try {
    const text = packed.slice(VERSION.length)
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const plain = await through(bytes, new DecompressionStream('deflate'))
    const states = JSON.parse(new TextDecoder().decode(plain))
    if (Object(states) !== states || Array.isArray(states)) {
      throw new TypeError('no states')
    }
    const whole = Object.entries<State | null>(states).filter(
      ([, state]) => state?.version === 1,
    )
    return Object.fromEntries(whole) as States
  } catch (cause) {
    throw new Error(
      'The link is not whole: a part of it was lost on the way.',
      { cause },
    )
  }
}

/** Bytes through a stream of the platform's. @throws Error for too many of them */
async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const body = new Blob([bytes as BlobPart]).stream().pipeThrough(stream)
  const chunks: Uint8Array[] = []
  let length = 0
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    length += value.length
    if (length > LIMIT) {
      await reader.cancel()
      throw new RangeError('too long')
    }
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}
