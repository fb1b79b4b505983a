/** What a hex dump is made of: bytes that belong together, and what they say. */
import { Unreadable, type ByteReader } from './byte-reader.ts'

export type ByteKind =
  /** The first four bytes of a module, and the next four. */
  | 'magic'
  | 'version'
  /** The head of a section: its id, its size, and the name of a custom one. */
  | 'section'
  /** How many things follow. */
  | 'count'
  /** One of them: a type, an import, an export, a global … */
  | 'entry'
  /** The size of a function's body, and its locals. */
  | 'function'
  | 'locals'
  /** One instruction with what belongs to it; the `end` of a block, too. */
  | 'instruction'
  /** The `end` of a function's body, or of a value such as a global's. */
  | 'end'
  /** One name of the name section. */
  | 'name'
  /** The whole content of another custom section. */
  | 'custom'
  /** What cannot be read, and why. */
  | 'unread'

export interface ByteRow {
  /** Where its first byte is in the module; an instruction's is its opcode's. */
  from: number
  /** Where the next row starts. */
  to: number
  /** How deep it stands: 0 for sections, one more in each thing and block. */
  depth: number
  kind: ByteKind
  /** What the bytes mean, in the words of WebAssembly's text format. */
  says: string
  /** Of the head of a section its name, such as `code`, or a custom one's own. */
  section?: string
  /** The function that it is in or about, by its index among all, imports too. */
  functionIndex?: number
}

/** The rows of a module, one after the other and without a gap. */
export class ByteRows {
  readonly all: ByteRow[] = []
  readonly #reader: ByteReader
  #end: number

  constructor(reader: ByteReader) {
    this.#reader = reader
    this.#end = reader.at
  }

  /** Makes a row of all that was read since the last one. */
  add(
    depth: number,
    kind: ByteKind,
    says: string,
    more: Pick<ByteRow, 'section' | 'functionIndex'> = {},
  ): void {
    const from = this.#end
    this.#end = this.#reader.at
    this.all.push({ from, to: this.#end, depth, kind, says, ...more })
  }

  /**
   * Reads what stands in the next `size` bytes, or in what is left of them. What
   * `read` leaves or cannot read becomes one row that says why.
   */
  within(size: number, depth: number, read: () => void): void {
    const reader = this.#reader
    const outer = reader.limit
    const end = reader.at + Math.min(size, reader.left)
    reader.limit = end
    let why = 'This is more than belongs here.'
    try {
      read()
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      why = thrown.message
    }
    reader.at = end
    reader.limit = outer
    if (this.#end < end) this.add(depth, 'unread', why)
  }
}
