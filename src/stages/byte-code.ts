/** The code of a module as rows: bodies of functions, and values of globals. */
import { readInstruction, type Surroundings } from './byte-instruction.ts'
import { plural } from './byte-reader.ts'
import type { ByteRows } from './byte-row.ts'
import { readType } from './byte-types.ts'

/** What is known of a module while its rows are made. */
export interface Reading extends Surroundings {
  rows: ByteRows
  /** Of a function of the module itself its index, or `OUTSIDE`. */
  functionIndex: number
  signatures: Map<number, string>
}

/** Where there is no function: in the value of a global, say. */
export const OUTSIDE = -1

const OPENING = new Set(['block', 'loop', 'if', 'try', 'try_table'])
const BETWEEN = new Set(['else', 'catch', 'catch_all'])

/**
 * Reads instructions up to the `end` that belongs to none of them.
 *
 * @throws Unreadable if there is none, or an instruction is unknown
 */
export function readExpression(reading: Reading, depth: number): void {
  const { rows, functionIndex } = reading
  const about = functionIndex === OUTSIDE ? {} : { functionIndex }
  for (let inner = depth; ;) {
    const { name, text } = readInstruction(reading)
    const closes = name === 'end' || name === 'delegate'
    if (closes && inner === depth) {
      rows.add(depth, 'end', text, about)
      return
    }
    if (closes) inner -= 1
    const isBetween = BETWEEN.has(name) && inner > depth
    rows.add(isBetween ? inner - 1 : inner, 'instruction', text, about)
    if (OPENING.has(name)) inner += 1
  }
}

/** Reads the body of a function: its size, its locals, its instructions. */
export function readBody(reading: Reading, functionIndex: number): void {
  const { reader, rows, names } = reading
  const size = reader.u32()
  const name = names.of('function', functionIndex)
  const called = name.startsWith('$') ? `, ${name}` : ''
  const says = `function ${functionIndex}${called}, ${sizeText(size, reader.left)}`
  rows.add(1, 'function', says, { functionIndex })
  rows.within(size, 2, () => {
    const locals = reader.many(() => {
      const count = reader.u32()
      return `${count} × ${readType(reader, names)}`
    })
    const shown =
      locals.length > 0 ? `locals: ${locals.join(', ')}` : 'no locals'
    rows.add(2, 'locals', shown, { functionIndex })
    readExpression({ ...reading, functionIndex }, 2)
  })
}

/** A size, and whether so much is there at all. */
export function sizeText(size: number, left: number): string {
  const missing = size > left ? `, of which ${left} are here` : ''
  return plural(size, 'byte') + missing
}
