/**
 * Values as the evaluator of the tests has them: i32, u32 and floats are numbers,
 * i64 and u64 bigints, each always in the range of its type; v128 is 16 bytes.
 */
import { isReference, type Type, type ValueType } from '../type.ts'
import type { TypedField } from '../typed.ts'

export type Value =
  | number
  | bigint
  | string
  | Uint8Array
  | ObjectValue
  | ArrayValue
  /** A null of the program, and what gives nothing. */
  | null

export interface ObjectValue {
  kind: 'object'
  fields: Value[]
}

export interface ArrayValue {
  kind: 'array'
  elements: Value[]
}

/** What stops a program. */
export class Trap extends Error {
  override readonly name = 'Trap'
}

/** The program may be right, and is too much for the evaluator. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** An integer in the range of its type: higher bits are lost. */
export function wrapped(
  value: number | bigint,
  { bits, isSigned }: ValueType,
): number | bigint {
  if (bits === 64) {
    const long = BigInt(value)
    return isSigned ? BigInt.asIntN(64, long) : BigInt.asUintN(64, long)
  }
  const word =
    typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : value | 0
  const lost = 32 - bits
  return isSigned ? (word << lost) >> lost : (word << lost) >>> lost
}

/** A float with as many digits as its type has. */
export function rounded(value: number, { bits }: ValueType): number {
  return bits === 32 ? Math.fround(value) : value
}

/** What a variable, a field or an element is before anything is set. */
export function emptyOf(type: Type): Value {
  if (isReference(type)) return null
  if (type.kind === 'vector') return new Uint8Array(16)
  return type.bits === 64 && type.kind === 'integer' ? 0n : 0
}

export function newObject(fields: readonly TypedField[]): ObjectValue {
  return { kind: 'object', fields: fields.map(({ type }) => emptyOf(type)) }
}

/** The element at an index, or a trap. */
export function indexIn({ elements }: ArrayValue, index: Value): number {
  const at = index as number
  if (at >= 0 && at < elements.length) return at
  throw new Trap(`index ${at} in an array of ${elements.length}`)
}
