/** Numbers that AssemblyScript has by a name, and a program of ours writes out. */
import { replace, type Fix } from './edit.ts'
import type { Place } from './tree.ts'
import { NAMED } from './type.ts'

const NUMBERS = new Map<string, string>()
for (const { kind, name, bits, isSigned } of NAMED.values()) {
  if (kind !== 'integer') continue
  const end = 1n << BigInt(isSigned ? bits - 1 : bits)
  NUMBERS.set(`${name}.MAX_VALUE`, String(end - 1n))
  NUMBERS.set(`${name}.MIN_VALUE`, isSigned ? `(-${end})` : '0')
}
for (const name of ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI'] as const) {
  NUMBERS.set(`Math.${name}`, String(Math[name]))
}
NUMBERS.set('Math.SQRT2', String(Math.SQRT2))
NUMBERS.set('Math.SQRT1_2', String(Math.SQRT1_2))

/** The number that `Math.PI` or `i32.MAX_VALUE` stands for, if it is one of them. */
export function fixesOfConstant(place: Place, name: string): Fix[] {
  const number = NUMBERS.get(name)
  return number ? [replace(place, number)] : []
}
