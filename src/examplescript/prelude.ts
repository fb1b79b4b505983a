/**
 * Operators that no instruction does, written in the language itself. A program
 * that uses one gets its function.
 */
import { check } from './check.ts'
import type { TypedFunction } from './typed.ts'

const SOURCE = `
// Halves the exponent and squares the base; whatever is beyond 32 bits is lost.
function power32(base: i32, exponent: i32): i32 {
  if (exponent < 0) {
    if (base == -1) return exponent & 1 ? -1 : 1
    return i32(base == 1)
  }
  let power = 1
  while (exponent) {
    if (exponent & 1) power *= base
    base *= base
    exponent >>= 1
  }
  return power
}

function power64(base: i64, exponent: i64): i64 {
  if (exponent < 0) {
    if (base == -1) return exponent & 1 ? -1 : 1
    return i64(base == 1)
  }
  let power: i64 = 1
  while (exponent) {
    if (exponent & 1) power *= base
    base *= base
    exponent >>= 1
  }
  return power
}

// A float's bits are a sign, 11 bits of exponent and 52 of fraction.
const SIGN: u64 = 0x8000000000000000
const ONE: u64 = 0x10000000000000

// Subtracts the divisor, shifted to just below what is left, again and again:
// a division by hand, which rounds nothing.
function remainder(x: f64, y: f64): f64 {
  let left = reinterpret<u64>(x)
  let part = reinterpret<u64>(y) & ~SIGN
  const sign = left & SIGN
  left ^= sign
  let exponent = i32(left >> 52)
  let lowest = i32(part >> 52)
  if (part == 0 || y != y || exponent == 0x7ff) return x * y / (x * y)
  if (left < part) return x
  if (exponent == 0) {
    const zeros = clz<u64>(left << 12)
    exponent = -i32(zeros)
    left <<= zeros + 1
  } else left = left & ONE - 1 | ONE
  if (lowest == 0) {
    const zeros = clz<u64>(part << 12)
    lowest = -i32(zeros)
    part <<= zeros + 1
  } else part = part & ONE - 1 | ONE
  while (true) {
    if (left >= part) left -= part
    if (exponent <= lowest || left == 0) break
    left <<= 1
    exponent--
  }
  if (left == 0) return reinterpret<f64>(sign)
  const zeros = clz<u64>(left << 11)
  exponent -= i32(zeros)
  left <<= zeros
  if (exponent > 0) left = left - ONE | u64(exponent) << 52
  else left >>= u64(-exponent + 1)
  return reinterpret<f64>(left | sign)
}
`

export type Helper = 'power32' | 'power64' | 'remainder'

let functions: ReadonlyMap<string, TypedFunction> | undefined

/** The function behind an operator; its name in a module begins with `~`. */
export function helperFunction(name: Helper): TypedFunction {
  functions ??= read()
  return functions.get(name)!
}

function read(): ReadonlyMap<string, TypedFunction> {
  const { program, problems } = check(SOURCE)
  if (!program)
    throw new Error(`A bug of this compiler: ${problems[0]?.message}`)
  return new Map(
    program.functions.map((made) => [
      made.name,
      { ...made, name: `~${made.name}` },
    ]),
  )
}
