/** Conversions between types, as the evaluator of the tests does them. */
import { rounded, wrapped, type Value } from './evaluate-value.ts'
import { isReference, type Type, type ValueType } from '../type.ts'

export function converted(value: Value, from: Type, to: Type): Value {
  if (to.kind === 'bool') return Number(holds(value))
  if (isReference(to)) return value
  const number = value as number | bigint
  if (to.kind === 'float') return toFloat(number, to)
  // Floats become words first, and those are cut to bytes.
  return from.kind === 'float'
    ? wrapped(saturated(number as number, to as ValueType), to as ValueType)
    : wrapped(number, to as ValueType)
}

/** Neither zero, nor NaN, nor null. */
function holds(value: Value): boolean {
  return typeof value === 'object' ? value !== null : Boolean(value)
}

/** Rounded once: a long integer must not go to f32 by way of f64. */
function toFloat(value: number | bigint, to: ValueType): number {
  const isShort = typeof value === 'number' || to.bits === 64
  return rounded(Number(isShort ? value : withStickyBit(value)), to)
}

/**
 * An integer of 53 bits or fewer that f32 rounds as it rounds the given one: the
 * lowest bit says whether any of those below was set.
 */
function withStickyBit(value: bigint): bigint {
  const size = value < 0n ? -value : value
  if (size < 1n << 53n) return value
  const kept = (size >> 11n) | (size % 2048n === 0n ? 0n : 1n)
  return value < 0n ? -(kept << 11n) : kept << 11n
}

/** Cut towards zero; what is too large becomes the largest there is. */
function saturated(value: number, { bits, isSigned }: ValueType) {
  const size = BigInt(Math.max(bits, 32))
  const [least, most] = isSigned
    ? [-(1n << (size - 1n)), (1n << (size - 1n)) - 1n]
    : [0n, (1n << size) - 1n]
  if (Number.isNaN(value)) return 0n
  if (value <= Number(least)) return least
  return value >= Number(most) ? most : BigInt(Math.trunc(value))
}
