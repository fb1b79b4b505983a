/**
 * The bytes of a module, annotated: rows of bytes that belong together, each
 * with what it means. No byte is in two rows, and none is left out, whatever the
 * bytes are.
 */
import { sizeText } from './byte-code.ts'
import { ByteNames, readNames } from './byte-names.ts'
import { ByteReader, plural, Unreadable } from './byte-reader.ts'
import { ByteRows, type ByteRow } from './byte-row.ts'
import { SECTIONS, startReading, type SectionReading } from './byte-sections.ts'
import { quoted } from './byte-text.ts'

export type { ByteRow } from './byte-row.ts'

const MAGIC = '0,97,115,109'
const VERSION = '1,0,0,0'

/**
 * Annotates a module; other bytes, too, which become rows of the kind `unread`.
 *
 * @param bytes any at all
 * @returns rows in the order of the bytes, without a gap; none for no bytes
 */
export function annotate(bytes: Uint8Array): ByteRow[] {
  const reader = new ByteReader(bytes)
  const rows = new ByteRows(reader)
  const names = namesOf(bytes)
  rows.within(bytes.length, 0, () => {
    readHead(reader, rows)
    const reading = startReading({ reader, rows, names })
    while (reader.left > 0) readSection(reading)
  })
  return rows.all
}

function readHead(reader: ByteReader, rows: ByteRows): void {
  const isModule = reader.take(4).join() === MAGIC
  if (!isModule) {
    throw new Unreadable(
      'This is no WebAssembly: a module starts with 00 61 73 6d.',
    )
  }
  rows.add(0, 'magic', String.raw`"\00asm": this is WebAssembly`)
  const isKnown = reader.take(4).join() === VERSION
  if (!isKnown) {
    throw new Unreadable('This is no module of version 1, the only one.')
  }
  rows.add(0, 'version', 'version 1')
}

function readSection(reading: SectionReading): void {
  const { reader, rows } = reading
  const id = reader.byte()
  const size = reader.u32()
  const known = SECTIONS[id]
  const shown = sizeText(size, reader.left)
  if (id === 0) return readCustom(reading, size, shown)
  const section = known?.name ?? 'unknown'
  rows.add(0, 'section', `section ${id}, ${section}, ${shown}`, { section })
  rows.within(size, 1, () => {
    if (known) known.read(reading)
    else throw new Unreadable(`No section has the number ${id}.`)
  })
}

/** A custom section has a name in its head, and what its maker likes. */
function readCustom(
  reading: SectionReading,
  size: number,
  shown: string,
): void {
  const { reader, rows, names } = reading
  rows.within(size, 1, () => {
    const section = reader.name()
    const says = `section 0, custom ${quoted(section)}, ${shown}`
    rows.add(0, 'section', says, { section })
    if (section === 'name') readNames(reader, rows, names)
    else if (section === 'sourceMappingURL') readAddress(reader, rows)
    else if (reader.left > 0) {
      const count = plural(reader.left, 'byte')
      reader.skip(reader.left)
      rows.add(
        1,
        'custom',
        `${count} that are up to who reads ${quoted(section)}`,
      )
    }
  })
}

function readAddress(reader: ByteReader, rows: ByteRows): void {
  rows.add(1, 'custom', `source map: ${quoted(reader.name())}`)
}

/** The names come last, and are read first: instructions use them. */
function namesOf(bytes: Uint8Array): ByteNames {
  const names = new ByteNames()
  const reader = new ByteReader(bytes)
  new ByteRows(reader).within(bytes.length, 0, () => {
    reader.skip(8)
    while (reader.left > 0) {
      const isCustom = reader.byte() === 0
      const size = reader.u32()
      const end = reader.at + size
      if (isCustom && reader.name() === 'name') {
        const rows = new ByteRows(reader)
        rows.within(end - reader.at, 0, () => readNames(reader, rows, names))
      }
      reader.skip(end - reader.at)
    }
  })
  return names
}
