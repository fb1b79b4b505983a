/** The sections of a module as rows: what each has, and how many of it. */
import { OUTSIDE, readBody, readExpression, type Reading } from './byte-code.ts'
import { plural, Unreadable } from './byte-reader.ts'
import { readData, readElement } from './byte-segments.ts'
import { quoted } from './byte-text.ts'
import {
  readDefinedType,
  readGlobalType,
  readMemoryType,
  readTableType,
} from './byte-types.ts'

/** What has an index, in the order of the numbers that stand for it. */
const KINDS = ['func', 'table', 'memory', 'global', 'tag'] as const
type Kind = (typeof KINDS)[number]

/** A module so far: how many of each kind have an index. */
export interface SectionReading extends Reading {
  counts: Record<Kind, number>
  /** How many of the functions are imported. */
  imported: number
  /** How many types there are. */
  types: number
}

/** A reading that has seen nothing yet. */
export function startReading(
  basis: Pick<Reading, 'reader' | 'rows' | 'names'>,
): SectionReading {
  const counts = { func: 0, table: 0, memory: 0, global: 0, tag: 0 }
  const signatures = new Map<number, string>()
  const functionIndex = OUTSIDE
  return { ...basis, counts, signatures, functionIndex, imported: 0, types: 0 }
}

export interface Section {
  name: string
  read: (reading: SectionReading) => void
}

/** The sections of the standard by their ids; 0 is for custom ones. */
export const SECTIONS: Record<number, Section> = {
  1: { name: 'type', read: each('type', readTypes) },
  2: { name: 'import', read: each('import', readImport) },
  3: { name: 'function', read: each('function', readFunction) },
  4: { name: 'table', read: each('table', readTable) },
  5: { name: 'memory', read: each('memory', readMemory, 'memories') },
  6: { name: 'global', read: each('global', readGlobal) },
  7: { name: 'export', read: each('export', readExport) },
  8: { name: 'start', read: readStart },
  9: { name: 'element', read: each('element segment', readElement) },
  10: {
    name: 'code',
    read: each('function body', readCode, 'function bodies'),
  },
  11: { name: 'data', read: each('data segment', readData) },
  12: { name: 'data count', read: readDataCount },
  13: { name: 'tag', read: each('tag', readTag) },
}

/** How to read a section that is a vector. */
function each(
  what: string,
  read: (reading: SectionReading, index: number) => void,
  many = `${what}s`,
): Section['read'] {
  return (reading) => {
    const { reader, rows } = reading
    const count = reader.u32()
    rows.add(1, 'count', plural(count, what, many))
    for (let index = 0; index < count; index += 1) read(reading, index)
  }
}

/** An entry stands for one type, or for a group of types that know each other. */
function readTypes(reading: SectionReading): void {
  const { reader, rows } = reading
  const isGroup = reader.left > 0 && reader.bytes[reader.at] === 0x4e
  if (!isGroup) return readOneType(reading, 1)
  reader.skip(1)
  const count = reader.u32()
  rows.add(1, 'count', `a group of ${plural(count, 'type')}`)
  for (let left = count; left > 0; left -= 1) readOneType(reading, 2)
}

function readOneType(reading: SectionReading, depth: number): void {
  const { reader, rows, names, signatures } = reading
  const index = reading.types
  reading.types += 1
  const type = readDefinedType(reader, names, index, signatures)
  const name = names.of('type', index)
  const called = name.startsWith('$') ? `, ${name}` : ''
  rows.add(depth, 'entry', `type ${index}${called}: ${type}`)
}

/** Gives the next thing of a kind its index. */
function next({ counts }: SectionReading, kind: Kind): number {
  counts[kind] += 1
  return counts[kind] - 1
}

function kindOf(code: number): Kind {
  const kind = KINDS[code]
  if (kind) return kind
  throw new Unreadable(`Nothing of kind ${code} comes from or goes outside.`)
}

function readImport(reading: SectionReading): void {
  const { reader, rows, names } = reading
  const from = quoted(reader.name())
  const name = reader.name()
  const kind = kindOf(reader.byte())
  const type = readImportType(reading, kind)
  const index = next(reading, kind)
  const says = `import ${from} ${quoted(name)}, ${kind} ${index}: ${type}`
  if (kind !== 'func') {
    rows.add(1, 'entry', says)
    if (kind === 'global') names.suggest(kind, index, name)
    return
  }
  reading.imported += 1
  names.suggest('function', index, name)
  rows.add(1, 'entry', says, { functionIndex: index })
}

function readImportType({ reader, names }: SectionReading, kind: Kind): string {
  switch (kind) {
    case 'table':
      return readTableType(reader, names)
    case 'memory':
      return readMemoryType(reader)
    case 'global':
      return readGlobalType(reader, names)
    case 'tag':
      reader.skip(1)
      return `type ${reader.u32()}`
    case 'func':
      return `type ${reader.u32()}`
  }
}

function readFunction(reading: SectionReading): void {
  const type = reading.reader.u32()
  const functionIndex = next(reading, 'func')
  const says = `func ${functionIndex}: type ${type}`
  reading.rows.add(1, 'entry', says, { functionIndex })
}

/** A table may have a value that its elements start with. */
function readTable(reading: SectionReading): void {
  const { reader, rows, names } = reading
  const hasValue = reader.left > 0 && reader.bytes[reader.at] === 0x40
  if (hasValue) reader.skip(2)
  const type = readTableType(reader, names)
  rows.add(1, 'entry', `table ${next(reading, 'table')}: ${type}`)
  if (hasValue) readExpression(reading, 2)
}

function readMemory(reading: SectionReading): void {
  const type = readMemoryType(reading.reader)
  reading.rows.add(1, 'entry', `memory ${next(reading, 'memory')}: ${type}`)
}

function readGlobal(reading: SectionReading): void {
  const { reader, rows, names } = reading
  const type = readGlobalType(reader, names)
  const index = next(reading, 'global')
  const name = names.of('global', index)
  const called = name.startsWith('$') ? `, ${name}` : ''
  rows.add(1, 'entry', `global ${index}${called}: ${type}`)
  readExpression(reading, 2)
}

function readTag(reading: SectionReading): void {
  const type = readImportType(reading, 'tag')
  reading.rows.add(1, 'entry', `tag ${next(reading, 'tag')}: ${type}`)
}

function readExport({ reader, rows }: SectionReading): void {
  const name = quoted(reader.name())
  const kind = kindOf(reader.byte())
  const index = reader.u32()
  const about = kind === 'func' ? { functionIndex: index } : {}
  rows.add(1, 'entry', `export ${name}, ${kind} ${index}`, about)
}

function readStart({ reader, rows }: SectionReading): void {
  const functionIndex = reader.u32()
  rows.add(1, 'entry', `start with func ${functionIndex}`, { functionIndex })
}

function readDataCount({ reader, rows }: SectionReading): void {
  rows.add(1, 'count', plural(reader.u32(), 'data segment'))
}

/** Bodies come in the order of the functions, which imports are before. */
function readCode(reading: SectionReading, index: number): void {
  readBody(reading, reading.imported + index)
}
