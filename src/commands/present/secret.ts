/** The presenter's secret: whoever shows it, leads. */
import {
  createHash,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'

/** One that nobody guesses: 128 random bits, of letters that links and files take. */
export function makeSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** Why something is no secret, as a sentence; undefined where it is one. */
export function faultOf(secret: string): string | undefined {
  return /^[\w\-.~]{16,128}$/.test(secret)
    ? undefined
    : 'A secret has 16 to 128 letters, digits, or signs of - . _ ~, so that links can carry it.'
}

/** In the same time for all that are wrong. */
export function isSame(secret: string, shown: Uint8Array): boolean {
  return timingSafeEqual(sumOf(secret), sumOf(shown))
}

function sumOf(secret: string | Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest()
}

/**
 * The room that belongs to a secret: the same after a restart, so that nobody
 * who follows is left in another one. It tells the secret only to who tries all.
 */
export function roomOf(secret: string): string {
  return scryptSync(secret, 'the room of a wasm new year', 9).toString('hex')
}
