/** Numbers and what is done with them, as Binaryen's builders. */
import type { ExpressionRef, Module } from '../binaryen/library.ts'
import type { TypedOperator } from './typed.ts'
import type { Type, ValueType } from './type.ts'

type Build = (...operands: ExpressionRef[]) => ExpressionRef
type Builders = Record<string, Build>

/** The builders of a type: `module.i32` for i32, u32, bool and addresses. */
export function builders(module: Module, type: Type): Builders {
  return module[prefix(type)] as unknown as Builders
}

/** What the names of a type's instructions begin with. */
function prefix(type: Type): 'i32' | 'i64' | 'f32' | 'f64' {
  if (type.kind === 'float') return type.bits === 64 ? 'f64' : 'f32'
  return type.kind === 'integer' && type.bits === 64 ? 'i64' : 'i32'
}

export function emitConstant(
  module: Module,
  type: Type,
  value: number | bigint,
): ExpressionRef {
  switch (prefix(type)) {
    case 'i32':
      return module.i32.const(Number(value) | 0)
    case 'i64':
      return module.i64.const(BigInt.asIntN(64, BigInt(value)))
    case 'f32':
      return module.f32.const(Number(value))
    case 'f64':
      return module.f64.const(Number(value))
  }
}

/** What each operator is among integers and among floats; `_s` or `_u` follows. */
const INTEGER: Record<TypedOperator, string> = {
  plus: 'add',
  minus: 'sub',
  star: 'mul',
  slash: 'div_',
  percent: 'rem_',
  starStar: '',
  and: 'and',
  or: 'or',
  xor: 'xor',
  shiftLeft: 'shl',
  shiftRight: 'shr_',
  shiftRightUnsigned: 'shr_u',
  less: 'lt_',
  lessEquals: 'le_',
  greater: 'gt_',
  greaterEquals: 'ge_',
  equals: 'eq',
  notEquals: 'ne',
}

const FLOAT: Partial<Record<TypedOperator, string>> = {
  plus: 'add',
  minus: 'sub',
  star: 'mul',
  slash: 'div',
  less: 'lt',
  lessEquals: 'le',
  greater: 'gt',
  greaterEquals: 'ge',
  equals: 'eq',
  notEquals: 'ne',
}

/** @returns the builder's name, such as `div_u` */
export function operatorName(operator: TypedOperator, type: Type): string {
  if (type.kind === 'float') return FLOAT[operator]!
  const name = INTEGER[operator]
  return name.endsWith('_') ? name + signOf(type) : name
}

function signOf(type: Type): 's' | 'u' {
  return type.kind === 'integer' && type.isSigned ? 's' : 'u'
}

/** From one type of number to another, bool and those of memory included. */
export function emitConversion(
  module: Module,
  value: ExpressionRef,
  from: ValueType,
  to: ValueType,
): ExpressionRef {
  if (to.kind === 'bool') return emitIsNotZero(module, value, from)
  if (to.kind === 'float') return toFloat(module, value, from, to)
  const whole = to.bits < 64 ? 32 : 64
  const word =
    from.kind === 'float'
      ? cut(module, value, from, to)
      : resize(module, value, from, whole)
  return narrowed(module, word, from, to)
}

function toFloat(
  module: Module,
  value: ExpressionRef,
  from: ValueType,
  to: ValueType,
): ExpressionRef {
  if (from.kind !== 'float') {
    const name = `convert_${signOf(from)}`
    const source = prefix(from)
    return (module[prefix(to)] as unknown as Record<string, Builders>)[name]![
      source
    ]!(value)
  }
  if (from.bits === to.bits) return value
  return to.bits === 64 ? module.f64.promote(value) : module.f32.demote(value)
}

/** Towards zero; what is too large becomes the largest there is. */
function cut(
  module: Module,
  value: ExpressionRef,
  from: ValueType,
  to: ValueType,
): ExpressionRef {
  const names = module[prefix(to)] as unknown as Record<string, Builders>
  return names[`trunc_${signOf(to)}_sat`]![prefix(from)]!(value)
}

function resize(
  module: Module,
  value: ExpressionRef,
  from: ValueType,
  bits: number,
): ExpressionRef {
  const isLong = from.bits === 64
  if (isLong === (bits === 64)) return value
  if (isLong) return module.i32.wrap(value)
  return from.isSigned ? module.i64.extend_s(value) : module.i64.extend_u(value)
}

/** Cuts a word down to 8 or 16 bits, unless it has no more. */
function narrowed(
  module: Module,
  value: ExpressionRef,
  from: ValueType,
  to: ValueType,
): ExpressionRef {
  const isFit =
    from.kind !== 'float' &&
    from.bits <= to.bits &&
    from.isSigned === to.isSigned
  if (to.bits >= 32 || isFit || from.kind === 'bool') return value
  if (to.isSigned) {
    return to.bits === 8
      ? module.i32.extend8_s(value)
      : module.i32.extend16_s(value)
  }
  return module.i32.and(value, module.i32.const(to.bits === 8 ? 0xff : 0xffff))
}

/** NaN is as false as zero: its absolute value is not above zero either. */
export function emitIsNotZero(
  module: Module,
  value: ExpressionRef,
  type: ValueType,
): ExpressionRef {
  const zero = emitConstant(module, type, 0)
  const build = builders(module, type)
  return type.kind === 'float'
    ? build.gt!(build.abs!(value), zero)
    : build.ne!(value, zero)
}
