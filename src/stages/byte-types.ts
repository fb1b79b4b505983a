/** WebAssembly's types from their bytes, in the words of its text format. */
import { plural, Unreadable, type ByteReader } from './byte-reader.ts'
import type { ByteNames } from './byte-names.ts'

/** Types without parts, by what they are written as: negative, 7 bits. */
const NUMBERS: Record<number, string> = {
  [-0x01]: 'i32',
  [-0x02]: 'i64',
  [-0x03]: 'f32',
  [-0x04]: 'f64',
  [-0x05]: 'v128',
  [-0x08]: 'i8',
  [-0x09]: 'i16',
}

/** What references refer to, and the short words for one that may be null. */
const HEAPS: Record<number, [heap: string, reference: string]> = {
  [-0x0c]: ['noexn', 'nullexnref'],
  [-0x0d]: ['nofunc', 'nullfuncref'],
  [-0x0e]: ['noextern', 'nullexternref'],
  [-0x0f]: ['none', 'nullref'],
  [-0x10]: ['func', 'funcref'],
  [-0x11]: ['extern', 'externref'],
  [-0x12]: ['any', 'anyref'],
  [-0x13]: ['eq', 'eqref'],
  [-0x14]: ['i31', 'i31ref'],
  [-0x15]: ['struct', 'structref'],
  [-0x16]: ['array', 'arrayref'],
  [-0x17]: ['exn', 'exnref'],
}
const NULLABLE = -0x1d
const NON_NULL = -0x1c

/** The type of a value, or one that only fields have: `i8`, `(ref null $Node)`. */
export function readType(reader: ByteReader, names: ByteNames): string {
  return typeOf(reader.s33(), reader, names)
}

function typeOf(code: number, reader: ByteReader, names: ByteNames): string {
  if (code === NULLABLE) return `(ref null ${readHeapType(reader, names)})`
  if (code === NON_NULL) return `(ref ${readHeapType(reader, names)})`
  const word = NUMBERS[code] ?? HEAPS[code]?.[1]
  if (word) return word
  throw new Unreadable(`There is no type with the code ${code & 0x7f}.`)
}

/** What a reference refers to: `none`, `extern`, or a type of the module. */
export function readHeapType(reader: ByteReader, names: ByteNames): string {
  const code = reader.s33()
  if (code >= 0) return names.of('type', code)
  const word = HEAPS[code]?.[0]
  if (word) return word
  throw new Unreadable(`Nothing is referred to by the code ${code & 0x7f}.`)
}

/**
 * The type of a block: what it takes and leaves.
 *
 * @param signatures the types of functions, by their indices
 * @returns such as `(result i32)`; nothing for one that does neither
 */
export function readBlockType(
  reader: ByteReader,
  names: ByteNames,
  signatures: ReadonlyMap<number, string>,
): string {
  const code = reader.s33()
  if (code === -0x40) return ''
  if (code < 0) return `(result ${typeOf(code, reader, names)})`
  const named = `(type ${names.of('type', code)})`
  return [named, signatures.get(code)].filter(Boolean).join(' ')
}

/** A type that a module defines, such as `(sub (struct (field $x i32)))`. */
export function readDefinedType(
  reader: ByteReader,
  names: ByteNames,
  index: number,
  signatures: Map<number, string>,
): string {
  const form = reader.byte()
  if (form === 0x50 || form === 0x4f) {
    const above = reader.many(() => names.of('type', reader.u32()))
    const head = [form === 0x4f ? 'sub final' : 'sub', ...above].join(' ')
    return `(${head} ${readDefinedType(reader, names, index, signatures)})`
  }
  if (form === 0x5e) return `(array ${readField(reader, names)})`
  if (form === 0x5f) {
    const fields = reader.many((field) => {
      const name = names.within('field', index, field)
      const shown = name.startsWith('$') ? `${name} ` : ''
      return ` (field ${shown}${readField(reader, names)})`
    })
    return `(struct${fields.join('')})`
  }
  if (form !== 0x60) {
    throw new Unreadable(`No type that is defined starts with ${form}.`)
  }
  const signature = readSignature(reader, names)
  signatures.set(index, signature)
  return signature ? `(func ${signature})` : '(func)'
}

function readSignature(reader: ByteReader, names: ByteNames): string {
  const parts = ['param', 'result'].map((word) => {
    const types = reader.many(() => readType(reader, names))
    return types.length > 0 ? `(${word} ${types.join(' ')})` : ''
  })
  return parts.filter(Boolean).join(' ')
}

function readField(reader: ByteReader, names: ByteNames): string {
  return mutable(readType(reader, names), reader)
}

/** The type of a global. */
export function readGlobalType(reader: ByteReader, names: ByteNames): string {
  return mutable(readType(reader, names), reader)
}

function mutable(type: string, reader: ByteReader): string {
  return reader.byte() === 1 ? `(mut ${type})` : type
}

/** The type of a table: `2 to 8 elements, funcref`. */
export function readTableType(reader: ByteReader, names: ByteNames): string {
  const type = readType(reader, names)
  return `${readLimits(reader, 'element')}, ${type}`
}

/** The type of a memory: `1 to 4 pages`. */
export function readMemoryType(reader: ByteReader): string {
  return readLimits(reader, 'page')
}

function readLimits(reader: ByteReader, what: string): string {
  const flags = reader.byte()
  const least = reader.u64()
  const most = flags & 1 ? reader.u64() : undefined
  const size = flags & 8 ? `, pages of 2^${reader.u32()} bytes` : ''
  const range =
    most === undefined
      ? plural(Number(least), what)
      : `${least} to ${plural(Number(most), what)}`
  return `${range}${flags & 2 ? ', shared' : ''}${flags & 4 ? ', 64-bit' : ''}${size}`
}
