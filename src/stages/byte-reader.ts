/**
 * A place in a module's bytes, and the ways to read on from there: the numbers,
 * names and vectors of WebAssembly's binary format.
 */

/** Why bytes cannot be read on, in a sentence for readers. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

export class ByteReader {
  readonly bytes: Uint8Array
  /** Where the next byte is read. */
  at = 0
  /** Where reading stops: the end of a section or of a function's body. */
  limit: number
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.limit = bytes.length
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  get left(): number {
    return this.limit - this.at
  }

  /** @throws Unreadable at the limit, as all that read */
  byte(): number {
    return this.bytes[this.skip(1)]!
  }

  /**
   * Goes on by `count` bytes.
   *
   * @returns where it was
   */
  skip(count: number): number {
    if (count > this.left) {
      throw new Unreadable(
        `${plural(count, 'byte')} should be here, but only ${this.left} are left.`,
      )
    }
    this.at += count
    return this.at - count
  }

  /** The next `count` bytes themselves. */
  take(count: number): Uint8Array {
    const from = this.skip(count)
    return this.bytes.subarray(from, from + count)
  }

  /** A number without a sign, seven bits a byte: LEB128. */
  u32(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80 && value < 2 ** 32) return value
      if (byte < 0x80) break
    }
    throw new Unreadable('A number here is too large for 32 bits.')
  }

  s32(): number {
    return this.#signed(32)
  }

  /** What types are written as: an index, or a letter of its own below 0. */
  s33(): number {
    return this.#signed(33)
  }

  #signed(bits: 32 | 33): number {
    let value = 0
    for (let shift = 7; shift <= 35; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** (shift - 7)
      if (byte >= 0x80) continue
      if (byte & 0x40) value -= 2 ** shift
      if (value < -(2 ** (bits - 1)) || value >= 2 ** (bits - 1)) break
      return value
    }
    throw new Unreadable(`A number here is too large for ${bits} bits.`)
  }

  u64(): bigint {
    return BigInt.asUintN(64, this.#long()[0])
  }

  s64(): bigint {
    const [value, bits] = this.#long()
    return BigInt.asIntN(64, BigInt.asIntN(bits, value))
  }

  #long(): [value: bigint, bits: number] {
    let value = 0n
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.byte()
      value |= BigInt(byte & 0x7f) << BigInt(shift)
      if (byte < 0x80) return [value, shift + 7]
    }
    throw new Unreadable('A number here is too large for 64 bits.')
  }

  /** The bits of an f32. */
  bits32(): number {
    return this.#view.getUint32(this.skip(4), true)
  }

  /** The bits of an f64. */
  bits64(): bigint {
    return this.#view.getBigUint64(this.skip(8), true)
  }

  /** A text: its length in bytes, and its UTF-8. */
  name(): string {
    const bytes = this.take(this.u32())
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    if (!/[\u0080-\u00ff]/.test(text)) return text
    // `TextDecoder` belongs to the web and to Node; this is the language's own.
    const escaped = text.replaceAll(
      /[%\u0080-\u00ff]/g,
      (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
    try {
      return decodeURIComponent(escaped)
    } catch {
      throw new Unreadable('A name here is not UTF-8.')
    }
  }

  /** A vector: its length, and one thing after the other. */
  many<T>(read: (index: number) => T): T[] {
    const count = this.u32()
    const all: T[] = []
    for (let index = 0; index < count; index += 1) all.push(read(index))
    return all
  }
}

/** `1 byte`, `2 bytes`; of one that is not so regular, `many` is the plural. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
