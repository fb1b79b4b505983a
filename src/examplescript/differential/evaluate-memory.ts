/** Linear memory, as the evaluator of the tests has it. */
import { converted } from './evaluate-convert.ts'
import { TooMuch, Trap, type Value } from './evaluate-value.ts'
import type { Type, ValueType } from '../type.ts'

const PAGE = 65_536
/** What a module says that it needs at most: no engine gives more. */
const MOST_PAGES = 4096
/** An engine may give more pages than these, or not. */
const PAGES_HERE = 64

export class LinearMemory {
  bytes = new Uint8Array(PAGE)

  size(): number {
    return this.bytes.length / PAGE
  }

  /** @returns how many pages there were, or -1 */
  grow(more: number): number {
    const before = this.size()
    const after = before + (more >>> 0)
    if (after > MOST_PAGES) return -1
    if (after > PAGES_HERE) throw new TooMuch(`${after} pages of memory`)
    const bytes = new Uint8Array(after * PAGE)
    bytes.set(this.bytes)
    this.bytes = bytes
    return before
  }

  fill(to: number, byte: number, count: number): void {
    const at = this.#range(to, count)
    this.bytes.fill(byte, at, at + count)
  }

  copy(to: number, from: number, count: number): void {
    const target = this.#range(to, count)
    const source = this.#range(from, count)
    this.bytes.copyWithin(target, source, source + count)
  }

  /** What stands at an address, read as one type and given as another. */
  load(address: number, of: ValueType, as: Type): Value {
    const count = of.bits / 8
    const at = this.#range(address, count)
    if (of.kind === 'vector') return this.bytes.slice(at, at + count)
    const view = new DataView(this.bytes.buffer, at, count)
    return converted(read(view, of), of, as)
  }

  /** Puts the lowest bits of a value, as many as the type has. */
  store(address: number, value: Value, of: ValueType): void {
    const at = this.#range(address, of.bits / 8)
    if (value instanceof Uint8Array) this.bytes.set(value, at)
    else write(new DataView(this.bytes.buffer, at), value, of)
  }

  #range(address: number, count: number): number {
    if (address + count <= this.bytes.length) return address
    throw new Trap(`address ${address} is out of bounds`)
  }
}

function read(view: DataView, { kind, bits, isSigned }: ValueType) {
  if (kind === 'float') {
    return bits === 64 ? view.getFloat64(0, true) : view.getFloat32(0, true)
  }
  if (bits === 64) {
    return isSigned ? view.getBigInt64(0, true) : view.getBigUint64(0, true)
  }
  if (bits === 32) {
    return isSigned ? view.getInt32(0, true) : view.getUint32(0, true)
  }
  if (bits === 16) {
    return isSigned ? view.getInt16(0, true) : view.getUint16(0, true)
  }
  return isSigned ? view.getInt8(0) : view.getUint8(0)
}

function write(view: DataView, value: Value, { kind, bits }: ValueType): void {
  if (kind === 'float') {
    const float = value as number
    if (bits === 64) view.setFloat64(0, float, true)
    else view.setFloat32(0, float, true)
    return
  }
  const integer = BigInt(value as number | bigint)
  for (let byte = 0; byte < bits / 8; byte++) {
    view.setUint8(byte, Number((integer >> BigInt(8 * byte)) & 0xffn))
  }
}
