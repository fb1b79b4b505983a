/** What a module brings along for its memories and tables, as rows. */
import { readExpression, type Reading } from './byte-code.ts'
import { plural, Unreadable } from './byte-reader.ts'
import { quotedBytes } from './byte-text.ts'
import { readType } from './byte-types.ts'

/** @throws Unreadable if it breaks off, or is of no known kind */
export function readData(reading: Reading, index: number): void {
  const { reader, rows } = reading
  const flags = reader.u32()
  if (flags > 2) throw new Unreadable(`No data segment is of kind ${flags}.`)
  const memory = flags === 2 ? reader.u32() : 0
  const where = flags === 1 ? 'passive' : `into memory ${memory} at`
  rows.add(1, 'entry', `data ${index}: ${where}`)
  if (flags !== 1) readExpression(reading, 2)
  const bytes = reader.take(reader.u32())
  const says = `${plural(bytes.length, 'byte')}: ${quotedBytes(bytes)}`
  rows.add(2, 'entry', says)
}

/**
 * An element segment has functions, or expressions; its flags say how.
 *
 * @throws Unreadable if it breaks off, or is of no known kind
 */
export function readElement(reading: Reading, index: number): void {
  const { reader, rows, names } = reading
  const flags = reader.u32()
  if (flags > 7) throw new Unreadable(`No element segment is of kind ${flags}.`)
  const isActive = (flags & 1) === 0
  const isTyped = (flags & 3) !== 0
  const hasExpressions = (flags & 4) !== 0
  const table = isActive && isTyped ? reader.u32() : 0
  const passive = flags & 2 ? 'declared only' : 'passive'
  const where = isActive ? `into table ${table} at` : passive
  rows.add(1, 'entry', `element ${index}: ${where}`)
  if (isActive) readExpression(reading, 2)
  let type = 'func'
  if (isTyped && hasExpressions) type = readType(reader, names)
  else if (isTyped) reader.skip(1)
  const count = reader.u32()
  rows.add(2, 'count', `${plural(count, 'element')}, ${type}`)
  for (let left = count; left > 0; left -= 1) {
    if (hasExpressions) readExpression(reading, 3)
    else readReferred(reading)
  }
}

function readReferred({ reader, rows, names }: Reading): void {
  const functionIndex = reader.u32()
  const says = `func ${names.of('function', functionIndex)}`
  rows.add(3, 'entry', says, { functionIndex })
}
