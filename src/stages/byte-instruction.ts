/** One instruction from its bytes, as WebAssembly's text format writes it. */
import type { ByteNames } from './byte-names.ts'
import { Unreadable, type ByteReader } from './byte-reader.ts'
import { f32Text, f64Text } from './byte-text.ts'
import { readBlockType, readHeapType, readType } from './byte-types.ts'
import { OPCODES, PREFIXED, type Opcode } from './opcodes.ts'

/** What instructions need to know of their module. */
export interface Surroundings {
  reader: ByteReader
  names: ByteNames
  /** The types of functions, by their indices. */
  signatures: ReadonlyMap<number, string>
  /** The function that is read, whose locals are meant. */
  functionIndex: number
}

/** Reads the immediate of an instruction: `''` if texts leave it out. */
type Read = (around: Surroundings, opcode: Opcode) => string

/** Reads one instruction; its name is the first word of its text. */
export function readInstruction(around: Surroundings): {
  name: string
  text: string
} {
  const opcode = readOpcode(around.reader)
  const parts = [...opcode.immediates].map((letter) =>
    IMMEDIATES[letter]!(around, opcode),
  )
  if (opcode.isReversed) parts.reverse()
  const text = [opcode.name, ...parts].filter(Boolean).join(' ')
  return { name: opcode.name, text }
}

function readOpcode(reader: ByteReader): Opcode {
  const first = reader.byte()
  const single = OPCODES.get(first)
  if (single) return single
  const table = PREFIXED.get(first)
  const second = table && reader.u32()
  const prefixed = table?.get(second!)
  if (prefixed) return prefixed
  const code = [first, second].map((part) => part?.toString(16)).join(' ')
  throw new Unreadable(`There is no instruction ${code.trim()}.`)
}

const indexOf =
  (what: Parameters<ByteNames['of']>[0]): Read =>
  ({ reader, names }) =>
    names.of(what, reader.u32())

/** The memory, which texts need not say if it is the first. */
const readMemory: Read = ({ reader, names }) => {
  const index = reader.u32()
  return index === 0 ? '' : names.of('memory', index)
}

const IMMEDIATES: Record<string, Read> = {
  i: ({ reader }) => String(reader.s32()),
  I: ({ reader }) => String(reader.s64()),
  d: ({ reader }) => f32Text(reader.bits32()),
  D: ({ reader }) => f64Text(reader.bits64()),
  V: ({ reader }) => {
    const lanes = [0, 1, 2, 3].map(() => reader.bits32())
    const shown = lanes.map((lane) => `0x${lane.toString(16).padStart(8, '0')}`)
    return `i32x4 ${shown.join(' ')}`
  },
  x: ({ reader, names, functionIndex }) =>
    names.within('local', functionIndex, reader.u32()),
  g: indexOf('global'),
  f: indexOf('function'),
  t: indexOf('type'),
  T: indexOf('table'),
  e: indexOf('element'),
  a: indexOf('data'),
  k: indexOf('tag'),
  M: readMemory,
  C: ({ reader, names }) => {
    const both = [reader.u32(), reader.u32()]
    if (both.every((index) => index === 0)) return ''
    return both.map((index) => names.of('memory', index)).join(' ')
  },
  F: ({ reader, names }) => {
    const type = reader.u32()
    const field = names.within('field', type, reader.u32())
    return `${names.of('type', type)} ${field}`
  },
  l: ({ reader }) => String(reader.u32()),
  L: ({ reader }) => {
    const labels = reader.many(() => reader.u32())
    return [...labels, reader.u32()].join(' ')
  },
  b: ({ reader, names, signatures }) =>
    readBlockType(reader, names, signatures),
  c: readCatches,
  v: ({ reader, names }) => {
    const types = reader.many(() => readType(reader, names))
    return `(result ${types.join(' ')})`
  },
  y: ({ reader, names }) => `(type ${names.of('type', reader.u32())})`,
  h: ({ reader, names }) => readHeapType(reader, names),
  r: ({ reader, names }) => reference(false, readHeapType(reader, names)),
  R: ({ reader, names }) => reference(true, readHeapType(reader, names)),
  B: ({ reader, names }) => {
    const flags = reader.byte()
    const label = reader.u32()
    const from = reference((flags & 1) !== 0, readHeapType(reader, names))
    const to = reference((flags & 2) !== 0, readHeapType(reader, names))
    return `${label} ${from} ${to}`
  },
  m: readMemoryArgument,
  n: ({ reader }) => String(reader.byte()),
  s: ({ reader }) => reader.take(16).join(' '),
  N: ({ reader }) => String(reader.u32()),
  0: ({ reader }) => {
    reader.skip(1)
    return ''
  },
}

function reference(isNullable: boolean, heap: string): string {
  return isNullable ? `(ref null ${heap})` : `(ref ${heap})`
}

const CATCHES = ['catch', 'catch_ref', 'catch_all', 'catch_all_ref']

function readCatches({ reader, names }: Surroundings): string {
  const clauses = reader.many(() => {
    const kind = reader.byte()
    const word = CATCHES[kind]
    if (!word) throw new Unreadable(`There is no catch of kind ${kind}.`)
    const tag = kind < 2 ? `${names.of('tag', reader.u32())} ` : ''
    return `(${word} ${tag}${reader.u32()})`
  })
  return clauses.join(' ')
}

/** Texts say an offset if there is one, and an alignment if it is unusual. */
function readMemoryArgument(
  { reader, names }: Surroundings,
  { name }: Opcode,
): string {
  const flags = reader.u32()
  const memory = flags & 0x40 ? reader.u32() : 0
  const offset = reader.u64()
  const alignment = 2 ** (flags & 0x3f)
  return [
    memory > 0 && names.of('memory', memory),
    offset > 0 && `offset=${offset}`,
    alignment !== usualAlignment(name) && `align=${alignment}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** How many bytes an instruction reads or writes. */
function usualAlignment(name: string): number {
  const [, bits, pairs] = /(?:load|store|rmw|wait)(\d+)(x\d)?/.exec(name) ?? []
  if (pairs) return 8
  if (bits) return Number(bits) / 8
  return Number(/^[a-z](\d+)/.exec(name)?.[1] ?? 32) / 8
}
