/** Literals of generated programs: every notation, and the types they have. */
import type { Chance } from './chance.ts'
import type { Draft } from './generate-draft.ts'
import { piece, UNARY, type Piece } from './generate-piece.ts'
import {
  ADDRESS,
  BOOL,
  F32,
  F64,
  I32,
  I64,
  U32,
  U64,
  type Type,
  type ValueType,
} from '../type.ts'

/** A literal of this type, or one that is converted to it. */
export function literal(
  chance: Chance,
  type: ValueType,
  context: Type | undefined,
): Piece {
  if (type === BOOL) return boolLiteral(chance, context)
  return type.kind === 'float'
    ? floatLiteral(chance, type, context)
    : integerLiteral(chance, integerOf(chance, type), type, context)
}

/** A given integer as a literal. */
export function integerLiteral(
  chance: Chance,
  value: bigint,
  type: ValueType,
  context: Type | undefined,
): Piece {
  const size = value < 0n ? -value : value
  const digits = integerText(chance, size)
  const bare =
    value < 0n
      ? piece(`-${digits}`, type, { binds: UNARY, isKnown: true })
      : piece(digits, type, { isKnown: true, isNumber: true })
  return typeOf(value, context) === type ? bare : converted(bare, type)
}

function converted({ text }: Piece, type: ValueType): Piece {
  return piece(`${type.name}(${text})`, type, { isKnown: true })
}

/** The type that an integer has for the checker. */
function typeOf(value: bigint, context: Type | undefined): Type {
  if (context?.kind === 'float') return context
  if (context === I64 || context === U64) return context
  const isAsked = context?.kind === 'integer' || context === BOOL
  if (isAsked && holds(context, value)) return context
  return [I32, U32].find((type) => holds(type, value)) ?? I64
}

function holds({ bits, isSigned }: ValueType, value: bigint): boolean {
  return isSigned
    ? BigInt.asIntN(bits, value) === value
    : BigInt.asUintN(bits, value) === value
}

/** Small ones, those near the ends of a type, and any. */
function integerOf(chance: Chance, type: ValueType): bigint {
  const { bits, isSigned } = type
  const fit = (value: bigint) =>
    isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)
  switch (chance.below(8)) {
    case 0:
    case 1:
    case 2:
      return BigInt(chance.below(10))
    case 3:
      return fit(BigInt(chance.between(-300, 300)))
    case 4: {
      const power = 1n << BigInt(chance.below(bits))
      return fit(power + BigInt(chance.between(-1, 1)))
    }
    case 5:
      return fit(-(1n << BigInt(bits - 1)) + BigInt(chance.between(-1, 1)))
    case 6:
      return fit(BigInt(chance.between(-1, 0)))
    default:
      return fit(chance.bits64() >> BigInt(chance.below(64)))
  }
}

function integerText(chance: Chance, size: bigint): string {
  const radix = chance.weighted([
    [6, 10],
    [2, 16],
    [1, 2],
  ])
  if (radix === 2 && size < 1n << 63n) {
    return chance.pick(['0b', '0B']) + separated(chance, size.toString(2))
  }
  if (radix === 16) {
    const digits = size.toString(16)
    const cased = chance.happens(0.5) ? digits : digits.toUpperCase()
    return chance.pick(['0x', '0X']) + separated(chance, cased)
  }
  return separated(chance, size.toString())
}

/** Sometimes with underscores. */
function separated(chance: Chance, digits: string): string {
  if (digits.length < 2 || chance.happens(0.8)) return digits
  // AssemblyScript takes 0_1 for an octal number.
  const at = chance.between(1, digits.length - 1)
  return digits.startsWith('0')
    ? digits
    : `${digits.slice(0, at)}_${digits.slice(at)}`
}

function boolLiteral(chance: Chance, context: Type | undefined): Piece {
  const value = chance.below(2)
  const isNumber = context === BOOL && chance.happens(0.3)
  const text = isNumber ? String(value) : value ? 'true' : 'false'
  return piece(text, BOOL, { isKnown: true, isNumber })
}

function floatLiteral(
  chance: Chance,
  type: ValueType,
  context: Type | undefined,
): Piece {
  if (context === type && chance.happens(0.4)) {
    const value = BigInt.asIntN(64, integerOf(chance, I64))
    const isLeast = value === -(1n << 63n)
    if (value !== 0n && !isLeast)
      return integerLiteral(chance, value, type, context)
  }
  const own = context === F32 ? F32 : F64
  const isNegative = chance.happens(0.3)
  const isNamed = chance.happens(0.1)
  const text = isNamed
    ? chance.pick(['NaN', 'Infinity'])
    : floatText(chance, type)
  const bare = isNegative
    ? piece(`-${text}`, type, { binds: UNARY, isKnown: true })
    : piece(text, type, { isKnown: true, isNumber: !isNamed })
  return own === type ? bare : converted(bare, type)
}

const FLOATS = [
  ['0.0', '1.0', '0.5', '0.1', '2.5', '1e3', '1E-2', '1.5e+10', '3.25e-5'],
  ['1_000.5', '12.3_4', '123456789.125', '2147483648.0', '4294967295.5'],
  ['9223372036854775808.0', '16777217.0', '0.30000000000000004'],
].flat()
const EXTREME: Record<string, string[]> = {
  f32: ['3.4028234663852886e+38', '1.401298464324817e-45', '1.1754943e-38'],
  f64: ['1.7976931348623157e308', '5e-324', '2.2250738585072014e-308'],
}

function floatText(chance: Chance, type: ValueType): string {
  switch (chance.below(6)) {
    case 0:
    case 1:
      return chance.pick(FLOATS)
    case 2:
      return chance.pick(EXTREME[type.name]!)
    case 3:
      return `${chance.below(1000)}.${chance.below(1000)}`
    case 4:
      return `${chance.below(10)}.${chance.below(100)}e${chance.between(-40, 30)}`
    default:
      return `${chance.below(20)}.5`
  }
}

/** An offset: a number, a constant's name, or a sum of both. */
export function offset({ chance, offsets }: Draft): string {
  const number = immediate(chance, chance.below(chance.pick([16, 500])))
  if (offsets.length === 0 || chance.happens(0.6)) return number
  const name = chance.pick(offsets)
  return chance.happens(0.5) ? name : `${name} + ${number}`
}

/** An integer that is part of an instruction: an offset, a lane. */
export function immediate(chance: Chance, value: number): string {
  if (value > 1 && chance.happens(0.15)) {
    const part = chance.below(value)
    return `${part} + ${value - part}`
  }
  if (value % 4 === 0 && chance.happens(0.15)) return `${value / 4} * 4`
  return integerText(chance, BigInt(value))
}

/** An address below the place where no program of ours stores anything. */
export function addressLiteral(chance: Chance): Piece {
  const value = BigInt(chance.below(1024))
  return integerLiteral(chance, value, ADDRESS, ADDRESS)
}
