/** Operators on numbers, as the evaluator of the tests does them. */
import { rounded, Trap, wrapped } from './evaluate-value.ts'
import type { ValueType } from '../type.ts'
import type { TypedOperator } from '../typed.ts'

type Numeric = number | bigint

/** What an operator makes of two numbers of one type. */
export function operate(
  operator: TypedOperator,
  type: ValueType,
  left: Numeric,
  right: Numeric,
): Numeric {
  const compare = COMPARE[operator]
  if (compare) return Number(compare(left, right))
  if (type.kind === 'float') {
    return rounded(FLOAT[operator]!(left as number, right as number), type)
  }
  if (operator === 'starStar') return power(type, left, right)
  if (operator === 'slash' || operator === 'percent') {
    refuseDivision(operator, type, left, right)
  }
  const result =
    typeof left === 'bigint'
      ? LONG[operator]!(left, right as bigint)
      : WORD[operator]!(left, right as number)
  return wrapped(result, type)
}

type Table<T, Result = T> = Partial<
  Record<TypedOperator, (left: T, right: T) => Result>
>

const COMPARE: Table<Numeric, boolean> = {
  less: (a, b) => a < b,
  lessEquals: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greaterEquals: (a, b) => a >= b,
  equals: (a, b) => a === b,
  notEquals: (a, b) => a !== b,
}

const FLOAT: Table<number> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  star: (a, b) => a * b,
  slash: (a, b) => a / b,
  percent: (a, b) => a % b,
}

/** For all of 32 bits and for bool; what is beyond 32 bits is cut off later. */
const WORD: Table<number> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  star: (a, b) => Math.imul(a, b),
  slash: (a, b) => Math.trunc(a / b),
  percent: (a, b) => a % b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shiftLeft: (a, b) => a << (b & 31),
  // An unsigned one is never negative, so both ways of shifting are the same.
  shiftRight: (a, b) => Math.floor(a / 2 ** (b & 31)),
  shiftRightUnsigned: (a, b) => a >>> (b & 31),
}

const LONG: Table<bigint> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  star: (a, b) => a * b,
  slash: (a, b) => a / b,
  percent: (a, b) => a % b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shiftLeft: (a, b) => a << (b & 63n),
  shiftRight: (a, b) => a >> (b & 63n),
  shiftRightUnsigned: (a, b) => BigInt.asUintN(64, a) >> (b & 63n),
}

function refuseDivision(
  operator: 'slash' | 'percent',
  type: ValueType,
  left: Numeric,
  right: Numeric,
): void {
  if (Number(right) === 0) throw new Trap('division by zero')
  const isLeast = Number(left) === -(2 ** (type.bits - 1))
  const isTooLarge = operator === 'slash' && type.isSigned && isLeast
  if (isTooLarge && Number(right) === -1) throw new Trap('quotient too large')
}

/**
 * Multiplied again and again. A negative exponent asks for a fraction, whose
 * whole part is zero unless the base is 1 or -1. Of u32 and u64 the exponent
 * counts as signed, as in AssemblyScript.
 */
function power(type: ValueType, left: Numeric, right: Numeric): Numeric {
  const base = BigInt.asIntN(type.bits, BigInt(left))
  const exponent = BigInt.asIntN(type.bits, BigInt(right))
  if (exponent < 0n) {
    const isOne = base === 1n || (base === -1n && exponent % 2n === 0n)
    return wrapped(isOne ? 1n : base === -1n ? -1n : 0n, type)
  }
  let result = 1n
  for (const digit of exponent.toString(2)) {
    result = BigInt.asUintN(64, result * result)
    if (digit === '1') result = BigInt.asUintN(64, result * base)
  }
  return wrapped(result, type)
}

export function negated(value: Numeric, type: ValueType): Numeric {
  return type.kind === 'float' ? -value : wrapped(-value, type)
}

export function complemented(value: Numeric, type: ValueType): Numeric {
  return wrapped(~value, type)
}
