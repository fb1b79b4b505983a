/**
 * The name section of a module: who is called what. Instructions name things by
 * it, and its own bytes are rows as all others.
 */
import { plural, type ByteReader } from './byte-reader.ts'
import type { ByteRows } from './byte-row.ts'
import { quoted } from './byte-text.ts'

/** What has names of its own, in a table by index. */
export type Named =
  | 'function'
  | 'type'
  | 'table'
  | 'memory'
  | 'global'
  | 'element'
  | 'data'
  | 'tag'

/** What has names inside of something: locals of functions, fields of types. */
export type NamedWithin = 'local' | 'label' | 'field'

/** Which part of the section names what, by its id. */
const PARTS: Record<number, Named | NamedWithin> = {
  1: 'function',
  2: 'local',
  3: 'label',
  4: 'type',
  5: 'table',
  6: 'memory',
  7: 'global',
  8: 'element',
  9: 'data',
  10: 'field',
  11: 'tag',
}
const OWNERS = { local: 'function', label: 'function', field: 'type' } as const

export class ByteNames {
  readonly #names = new Map<string, string>()

  /** The name as texts write it, `$x`, or the index if there is none. */
  of(what: Named, index: number): string {
    return this.#names.get(`${what} ${index}`) ?? String(index)
  }

  /** The same for what is in something, the local 0 in function 2, say. */
  within(what: NamedWithin, owner: number, index: number): string {
    return this.#names.get(`${what} ${owner} ${index}`) ?? String(index)
  }

  set(key: string, name: string): void {
    this.#names.set(key, identifier(name))
  }

  /** What has no name of its own is called as outside, unless others are. */
  suggest(what: Named, index: number, name: string): void {
    const key = `${what} ${index}`
    const others = [...this.#names].filter(([one]) =>
      one.startsWith(`${what} `),
    )
    const isTaken = others.some(
      ([one, taken]) => one === key || taken === identifier(name),
    )
    if (name && !isTaken) this.set(key, name)
  }
}

/** A name as texts write it; one with odd characters is quoted. */
function identifier(name: string): string {
  return /^[\w!#$%&'*+./:<=>?@\\^`|~-]+$/.test(name)
    ? `$${name}`
    : `$${quoted(name)}`
}

/**
 * Reads the content of a name section: a row for each name.
 *
 * @throws Unreadable if it breaks off
 */
export function readNames(
  reader: ByteReader,
  rows: ByteRows,
  names: ByteNames,
): void {
  while (reader.left > 0) {
    const id = reader.byte()
    const size = reader.u32()
    const what = PARTS[id]
    rows.within(size, 2, () => {
      if (id === 0) readModuleName(reader, rows)
      else if (!what) readUnknown(reader, rows, id)
      else if (what in OWNERS)
        readWithin(reader, rows, names, what as NamedWithin, size)
      else readOwn(reader, rows, names, what as Named, size)
    })
  }
}

function readModuleName(reader: ByteReader, rows: ByteRows): void {
  rows.add(1, 'name', `name of the module: ${quoted(reader.name())}`)
}

function readUnknown(reader: ByteReader, rows: ByteRows, id: number): void {
  reader.skip(reader.left)
  rows.add(1, 'custom', `names of kind ${id}, which is unknown`)
}

function readOwn(
  reader: ByteReader,
  rows: ByteRows,
  names: ByteNames,
  what: Named,
  size: number,
): void {
  const count = reader.u32()
  const bytes = plural(size, 'byte')
  rows.add(1, 'count', `${plural(count, `${what} name`)}, ${bytes}`)
  for (let left = count; left > 0; left -= 1) {
    const index = reader.u32()
    const name = reader.name()
    names.set(`${what} ${index}`, name)
    const says = `name of ${what} ${index}: ${quoted(name)}`
    rows.add(2, 'name', says, aboutFunction(what, index))
  }
}

function readWithin(
  reader: ByteReader,
  rows: ByteRows,
  names: ByteNames,
  what: NamedWithin,
  size: number,
): void {
  const owner = OWNERS[what]
  const owners = plural(reader.u32(), owner)
  rows.add(1, 'count', `${what} names of ${owners}, ${plural(size, 'byte')}`)
  while (reader.left > 0) {
    const within = reader.u32()
    const about = aboutFunction(owner, within)
    const count = reader.u32()
    const which = `${owner} ${within}`
    rows.add(2, 'count', `${plural(count, `${what} name`)} of ${which}`, about)
    for (let left = count; left > 0; left -= 1) {
      const index = reader.u32()
      const name = reader.name()
      names.set(`${what} ${within} ${index}`, name)
      const says = `name of ${what} ${index}: ${quoted(name)}`
      rows.add(3, 'name', says, about)
    }
  }
}

function aboutFunction(what: string, index: number) {
  return what === 'function' ? { functionIndex: index } : {}
}
