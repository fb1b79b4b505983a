/**
 * The lengths of MQTT's packets, read along as bytes come in: a packet says its
 * own in front, so one that is too large is found out before any of it is kept.
 */

/** Bytes of a packet around its message: the topic, and numbers. */
export const AROUND = 2048

export class Lengths {
  /** The largest that may come; bytes. */
  most: number
  /** How many have come, whole or in part. */
  packets = 0
  /** Bytes of the packet that are still to come. */
  #rest = 0
  /** The place in the packet's head: its kind, then up to four bytes of length. */
  #head = 0
  #length = 0

  constructor(most: number) {
    this.most = most
  }

  /** @returns whether all packets that began so far are as small as they must be */
  take(bytes: Uint8Array): boolean {
    let at = 0
    while (at < bytes.length) {
      if (this.#rest > 0) {
        const taken = Math.min(this.#rest, bytes.length - at)
        this.#rest -= taken
        at += taken
      } else if (!this.#takeHead(bytes[at++]!)) return false
    }
    return true
  }

  #takeHead(byte: number): boolean {
    if (this.#head === 0) {
      this.packets++
      this.#length = 0
    } else {
      this.#length += (byte & 127) * 128 ** (this.#head - 1)
      if (this.#length > this.most || this.#head > 4) return false
      if (byte < 128) {
        this.#rest = this.#length
        this.#head = 0
        return true
      }
    }
    this.#head++
    return true
  }
}
