/**
 * The values in a GGUF file, one after the other. What reaches beyond the end is
 * a RangeError, as it is for a DataView.
 */

/** Types of values, by their number, and how each is read. */
const READERS: ((reader: GgufReader) => unknown)[] = [
  (reader) => reader.number('getUint8', 1),
  (reader) => reader.number('getInt8', 1),
  (reader) => reader.number('getUint16', 2),
  (reader) => reader.number('getInt16', 2),
  (reader) => reader.uint32(),
  (reader) => reader.number('getInt32', 4),
  (reader) => reader.number('getFloat32', 4),
  (reader) => reader.number('getUint8', 1) !== 0,
  (reader) => reader.text(),
  (reader) => reader.list(),
  (reader) => reader.uint64(),
  (reader) => reader.uint64(),
  (reader) => reader.number('getFloat64', 8),
]

type Getter =
  | 'getUint8'
  | 'getInt8'
  | 'getUint16'
  | 'getInt16'
  | 'getUint32'
  | 'getInt32'
  | 'getFloat32'
  | 'getFloat64'

const decoder = new TextDecoder()

export class GgufReader {
  /** The byte that is read next. */
  at = 0
  readonly #view: DataView<ArrayBuffer>

  constructor(bytes: ArrayBuffer) {
    this.#view = new DataView(bytes)
  }

  skip(bytes: number): void {
    this.at += bytes
  }

  /** @param get which of DataView's ways to read a number of `bytes` */
  number(get: Getter, bytes: number): number {
    const value = this.#view[get](this.at, true)
    this.at += bytes
    return value
  }

  uint32(): number {
    return this.number('getUint32', 4)
  }

  /** Exact to 2⁵³, which is beyond any file. */
  uint64(): number {
    const value = this.#view.getBigUint64(this.at, true)
    this.at += 8
    return Number(value)
  }

  text(): string {
    const length = this.uint64()
    this.#demand(length)
    const bytes = new Uint8Array(this.#view.buffer, this.at, length)
    this.at += length
    return decoder.decode(bytes)
  }

  list(): unknown[] {
    const read = this.#reader()
    const length = this.uint64()
    // Each value has a byte or more: a length beyond the rest is no length.
    this.#demand(length)
    return Array.from({ length }, () => read(this))
  }

  /** Names and values, `count` of them. */
  values(count: number): Map<string, unknown> {
    const values = new Map<string, unknown>()
    for (let index = 0; index < count; index++) {
      const name = this.text()
      values.set(name, this.#reader()(this))
    }
    return values
  }

  #reader(): (reader: GgufReader) => unknown {
    const type = this.uint32()
    const read = READERS[type]
    if (!read) throw new RangeError(`no type ${type} of values`)
    return read
  }

  #demand(bytes: number): void {
    if (this.at + bytes > this.#view.byteLength)
      throw new RangeError(`${bytes} bytes at ${this.at} are not there`)
  }
}
