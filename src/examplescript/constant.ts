/** Literals and their types, and values that are known while compiling. */
import { nothing, type Body } from './body.ts'
import { nameOf } from './convert.ts'
import { insertAt, type Fix } from './edit.ts'
import type { NumberLiteral, Place } from './tree.ts'
import {
  ADDRESS,
  F32,
  F64,
  I32,
  I64,
  U32,
  U64,
  UNKNOWN,
  type Type,
  type ValueType,
} from './type.ts'
import type { TypedExpression, Variable } from './typed.ts'

export function constant(
  value: number | bigint,
  type: Type,
  { from, to }: Place,
): TypedExpression {
  return { kind: 'constant', value, type, from, to }
}

/**
 * A number as the context asks for it, if it has such a value; else i32, u32 or
 * i64, the first that has it. A sign before it belongs to it.
 */
export function literal(
  body: Body,
  node: NumberLiteral,
  context: Type | undefined,
  sign?: Place,
): TypedExpression {
  const place = { from: sign?.from ?? node.from, to: node.to }
  const value = sign ? -node.value : node.value
  if (node.isFloat) {
    const float = Number(value)
    return context === F32
      ? constant(Math.fround(float), F32, place)
      : constant(float, F64, place)
  }
  // The scanner has told of what fits in no type at all.
  if (node.value > LARGEST) return nothing(place)
  const type = integerType(value, context)
  if (!type || !holds(type, value)) {
    body.report(
      'does-not-fit',
      place,
      `${value} does not fit in ${type ? nameOf(type) : 'i64'}.`,
      type?.kind === 'float' ? 'Write it with a dot: 1.0.' : undefined,
      fixesOfFloat(body, place, type),
    )
    return nothing(place)
  }
  return constant(valueIn(type, value), type, place)
}

function fixesOfFloat(body: Body, { from, to }: Place, type?: Type): Fix[] {
  const isDecimal = /^-?\s*[\d_]+$/.test(body.names.source.slice(from, to))
  return type?.kind === 'float' && isDecimal ? [insertAt(to, '.0')] : []
}

const LARGEST = 0xffff_ffff_ffff_ffffn

function integerType(
  value: number | bigint,
  context: Type | undefined,
): ValueType | undefined {
  if (context?.kind === 'float') return context
  // Minus zero is there among floats only.
  if (Object.is(value, -0) && context?.kind !== 'integer') return F64
  // Of 64 bits, all are taken as they are asked for.
  if (context === I64 || context === U64) return context
  const isAsked = context?.kind === 'integer' || context?.kind === 'bool'
  if (isAsked && holds(context, value)) return context
  return [I32, U32, I64].find((type) => holds(type, value))
}

/** Whether a type has a value, or, for floats, one near it. */
function holds(type: ValueType, value: number | bigint): boolean {
  if (type.kind === 'bool') return value === 0 || value === 1
  // AssemblyScript reads integers as i64 also where a float is asked for.
  const isSigned = type.isSigned || type.kind === 'float'
  const bits = BigInt(type.kind === 'float' ? 64 : type.bits)
  const [least, end] = isSigned
    ? [-(1n << (bits - 1n)), 1n << (bits - 1n)]
    : [0n, 1n << bits]
  // Among floats it turns the sign of the least one round.
  if (type.kind === 'float' && value === least) return false
  return value >= least && value < end
}

/** The value as constants of a type have it: bigint for i64 and u64. */
function valueIn(type: ValueType, value: number | bigint): number | bigint {
  if (type === I64 || type === U64) return BigInt(value)
  if (type === F32) return Math.fround(Number(value))
  return type.kind === 'integer' ? Number(value) + 0 : Number(value)
}

/**
 * An integer that becomes a part of an instruction: a literal, a constant of the
 * program, or a sum or product of such.
 */
export function immediate(
  body: Body,
  expression: TypedExpression,
  end: number,
): number {
  if (expression.type === UNKNOWN) return 0
  const value = integerOf(expression)
  if (value === undefined) {
    body.report(
      'not-constant',
      expression,
      'This becomes a part of the instruction, and has to be a constant.',
      'Write a number, or the name of a global const.',
    )
    return 0
  }
  if (value >= 0 && value < end) return value
  body.report(
    'does-not-fit',
    expression,
    `Here may be 0 to ${end - 1}, and this is ${value}.`,
  )
  return 0
}

function integerOf(expression: TypedExpression): number | undefined {
  switch (expression.kind) {
    case 'constant':
      return Number(expression.value)
    case 'get': {
      const { variable } = expression
      const isFixed = variable.kind === 'global' && variable.isConstant
      return isFixed && variable.value ? integerOf(variable.value) : undefined
    }
    case 'binary': {
      const left = integerOf(expression.left)
      const right = integerOf(expression.right)
      const act = FOLDED[expression.operator]
      if (left === undefined || right === undefined) return undefined
      const isWord =
        expression.type.kind === 'integer' && expression.type.bits === 32
      return isWord ? act?.(left, right) : undefined
    }
    default:
      return undefined
  }
}

const FOLDED: Partial<Record<string, (a: number, b: number) => number>> = {
  plus: (a, b) => (a + b) | 0,
  minus: (a, b) => (a - b) | 0,
  star: (a, b) => Math.imul(a, b),
  shiftLeft: (a, b) => a << b,
}

/**
 * Whether AssemblyScript finds out the value while it compiles: it looks into
 * everything but calls, memory and objects.
 *
 * @param given the variables that an earlier part has given a known value
 */
export function isKnown(
  expression: TypedExpression,
  given = new Set<Variable>(),
): boolean {
  const all = (parts: readonly TypedExpression[]) =>
    parts.every((part) => isKnown(part, given))
  switch (expression.kind) {
    case 'constant':
    case 'text':
    case 'null':
      return true
    case 'get':
      return expression.variable.isConstant || given.has(expression.variable)
    case 'set': {
      const { target, value } = expression
      if (target.kind !== 'get' || !isKnown(value, given)) return false
      given.add(target.variable)
      return true
    }
    case 'negate':
    case 'complement':
    case 'not':
    case 'convert':
    case 'notNull':
      return isKnown(expression.operand, given)
    case 'binary':
      return all([expression.left, expression.right])
    case 'and':
    case 'or':
      return isKnown(expression.left, given)
    case 'conditional': {
      const { test, consequent, alternate } = expression
      return (
        isKnown(test, given) &&
        (isKnown(consequent, given) || isKnown(alternate, given))
      )
    }
    case 'sequence':
      return all(expression.expressions)
    case 'builtin': {
      const { builtin, operands } = expression
      return !LIVE.test(builtin.name) && all(operands)
    }
    default:
      return false
  }
}

/** Builtins whose value depends on what was before. */
const LIVE = /^(?:load|store|memory\.|v128\.(?:load|store)|unreachable)/

/** Where memory has addresses: offsets are below this. */
export const OFFSET_END = 2 ** 32

/** What `NaN` and `Infinity` stand for. */
export const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
])

/** What `~` looks for, which is not what the other bitwise operators do. */
export function complementContext(context: Type | undefined): Type | undefined {
  return context?.kind === 'float' ? I64 : context
}

/** Bitwise operators look at integers, also where something else is asked for. */
export function integerContext(context: Type | undefined): Type | undefined {
  if (context === undefined || context.kind === 'integer') return context
  return context === F64 ? I64 : I32
}

/** The type that reinterpret reads the bits of, to give another one. */
export function bitsOf(type: Type): Type | undefined {
  if (type === I32 || type === U32 || type === ADDRESS) return F32
  if (type === I64 || type === U64) return F64
  if (type === F32) return I32
  return type === F64 ? I64 : undefined
}
