/** Parses the names of types: `f64`, `StaticArray<u8>`, `Node | null`. */
import type { Cursor } from './cursor.ts'
import { replace } from './edit.ts'
import type { TypeName } from './tree.ts'

export function parseType(cursor: Cursor): TypeName {
  const { from } = cursor
  const name = cursor.text()
  const type: TypeName = { kind: 'type', name, isNullable: false, from, to: 0 }
  if (cursor.kind === 'openParen') noFunctionTypes(cursor)
  if (!cursor.expect('name', 'a type')) type.name = ''
  else if (cursor.kind === 'less') type.element = parseTypeArgument(cursor)
  if (cursor.takes('or')) {
    if (cursor.expect('null', 'null')) type.isNullable = true
  }
  if (cursor.kind === 'openBracket' && cursor.peek(1) === 'closeBracket') {
    const element = cursor.source.slice(from, cursor.last)
    const place = { from, to: cursor.place(1)!.to }
    const isClear = !type.isNullable && cursor.peek(2) !== 'openBracket'
    cursor.leftOut(
      'Array<T>',
      { from, to: cursor.to },
      `Write StaticArray<${name}>, whose length is fixed.`,
      isClear ? [replace(place, `StaticArray<${element}>`)] : [],
    )
  }
  type.to = Math.max(cursor.last, from)
  return type
}

/** `<f64>`, behind the name of a type or a function. */
export function parseTypeArgument(cursor: Cursor): TypeName | undefined {
  cursor.next()
  if (!cursor.descend()) return undefined
  const type = parseType(cursor)
  cursor.ascend()
  if (!cursor.takesGreater()) cursor.missing('>')
  return type
}

function noFunctionTypes(cursor: Cursor): void {
  cursor.leftOut(
    'functions as values',
    cursor,
    'Call functions by their names.',
  )
}
