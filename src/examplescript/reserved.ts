/** Names that mean something already, here or in AssemblyScript. */
import type { Names } from './body.ts'
import type { Name } from './tree.ts'
import { NAMED } from './type.ts'

const RESERVED = new Set([
  ...NAMED.keys(),
  ...'string boolean number symbol any StaticArray Array usize isize'.split(
    ' ',
  ),
  ...'async await break catch debugger delete enum finally import in'.split(
    ' ',
  ),
  ...'implements instanceof interface of override package private protected'.split(
    ' ',
  ),
  ...'public static super throw try typeof undefined var with yield'.split(' '),
])

/** Reports a name that cannot be given to anything else. */
export function isReservedName(
  names: Names,
  { text, ...place }: Name,
): boolean {
  if (!RESERVED.has(text)) return false
  names.report(
    'reserved-name',
    place,
    `${text} is a word of the language.`,
    'Take another name.',
  )
  return true
}
