/** Builtins, as the evaluator of the tests does them; vectors are elsewhere. */
import type { LinearMemory } from './evaluate-memory.ts'
import { converted } from './evaluate-convert.ts'
import { rounded, Trap, wrapped, type Value } from './evaluate-value.ts'
import { evaluateVector } from './evaluate-vector.ts'
import { U64, V128, type Type, type ValueType } from '../type.ts'
import type { TypedExpression } from '../typed.ts'

type BuiltinNode = Extract<TypedExpression, { kind: 'builtin' }> & {
  type: Type
}
type Numeric = number | bigint

export function evaluateBuiltin(
  node: BuiltinNode,
  operands: Value[],
  memory: LinearMemory,
): Value {
  const { builtin, immediates } = node
  const { name } = builtin
  const of = node.of as ValueType
  const onMemory = MEMORY[name]
  if (onMemory) return onMemory(memory, operands, node)
  if (name.includes('.')) return evaluateVector(name, operands, immediates)
  const [first, second] = operands as [number, number]
  if (name === 'select') return operands[2] ? first : second
  if (name === 'unreachable') throw new Trap('unreachable')
  if (name === 'reinterpret') {
    return reinterpreted(first, node.operands[0]!.type as ValueType, of)
  }
  if (of.kind === 'float') return rounded(FLOAT[name]!(first, second), of)
  const integer = INTEGER[name]
  return integer
    ? wrapped(integer(first, second), of)
    : wrapped(BITS[name]!(bitsOf(first, of), second), of)
}

type OnMemory = (
  memory: LinearMemory,
  operands: Value[],
  node: BuiltinNode,
) => Value

const load: OnMemory = (memory, [address], { of, type, immediates }) =>
  memory.load((address as number) + immediates[0]!, numberIn(of), type)

const store: OnMemory = (memory, [address, value], { of, immediates }) => {
  memory.store((address as number) + immediates[0]!, value!, numberIn(of))
  return null
}

/** The type in angle brackets; v128.load and v128.store have none. */
function numberIn(of: Type): ValueType {
  return of.kind === 'integer' || of.kind === 'float' ? of : V128
}

const MEMORY: Partial<Record<string, OnMemory>> = {
  load,
  store,
  'v128.load': (memory, operands, node) =>
    load(memory, operands, { ...node, of: V128 }),
  'v128.store': (memory, operands, node) =>
    store(memory, operands, { ...node, of: V128 }),
  'memory.size': (memory) => memory.size(),
  'memory.grow': (memory, [pages]) => memory.grow(pages as number),
  'memory.fill': (memory, operands) => {
    memory.fill(...(operands as [number, number, number]))
    return null
  },
  'memory.copy': (memory, operands) => {
    memory.copy(...(operands as [number, number, number]))
    return null
  },
}

const FLOAT: Record<string, (one: number, other: number) => number> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  nearest,
  min: Math.min,
  max: Math.max,
  copysign,
}

function nearest(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  const isUp = rest > 0.5 || (rest === 0.5 && below % 2 !== 0)
  const result = Number.isFinite(value) ? below + Number(isUp) : value
  return copysign(result, value)
}

/** NaN counts as positive here: generated programs ask for no other. */
function copysign(value: number, sign: number): number {
  const isNegative = sign < 0 || Object.is(sign, -0)
  return isNegative ? -Math.abs(value) : Math.abs(value)
}

const INTEGER: Record<string, (one: Numeric, other: Numeric) => Numeric> = {
  abs: (value) => (value < 0 ? -value : value),
  min: (one, other) => (other < one ? other : one),
  max: (one, other) => (other > one ? other : one),
}

/** The bits of an integer as zeros and ones, the highest first. */
function bitsOf(value: Numeric, { bits }: ValueType): string {
  const unsigned = BigInt.asUintN(bits, BigInt(value))
  return unsigned.toString(2).padStart(bits, '0')
}

const BITS: Record<string, (bits: string, count: Numeric) => Numeric> = {
  clz: (bits) => bits.search(/1|$/),
  ctz: (bits) => bits.match(/0*$/)![0].length,
  popcnt: (bits) => bits.replaceAll('0', '').length,
  rotl: (bits, count) => turned(bits, Number(BigInt(count) & 63n)),
  rotr: (bits, count) => turned(bits, -Number(BigInt(count) & 63n)),
}

function turned(bits: string, left: number): bigint {
  const at = (left + 2 * bits.length) % bits.length
  return BigInt(`0b${bits.slice(at)}${bits.slice(0, at)}`)
}

function reinterpreted(value: Numeric, from: ValueType, to: ValueType): Value {
  const view = new DataView(new ArrayBuffer(8))
  if (from.kind === 'float') {
    if (from.bits === 32) view.setFloat32(0, value as number, true)
    else view.setFloat64(0, value as number, true)
    return converted(view.getBigUint64(0, true), U64, to)
  }
  view.setBigUint64(0, BigInt.asUintN(64, BigInt(value)), true)
  return to.bits === 32 ? view.getFloat32(0, true) : view.getFloat64(0, true)
}
