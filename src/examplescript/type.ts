/**
 * The types of the language, and which of them becomes which without a word.
 * Each type is one object, so that `===` compares types.
 */

export type Type = ValueType | ClassType | ArrayType | StringType

/** What fits into a local of WebAssembly; and `void`, `null` and `unknown`. */
export interface ValueType {
  kind: 'integer' | 'float' | 'bool' | 'vector' | 'void' | 'null' | 'unknown'
  name: string
  bits: number
  isSigned: boolean
}

/** A reference: to an object, or to nothing if it is nullable. */
interface Reference {
  name: string
  isNullable: boolean
  /** The same type, nullable if this is not, and the other way round. */
  twin: Type
}

export interface ClassType extends Reference {
  kind: 'class'
  /** The same object for a class's two types. */
  id: object
}

export interface ArrayType extends Reference {
  kind: 'array'
  element: Type
}

export interface StringType extends Reference {
  kind: 'string'
}

function value(
  kind: ValueType['kind'],
  name: string,
  bits = 0,
  isSigned = false,
): ValueType {
  return { kind, name, bits, isSigned }
}

export const I8 = value('integer', 'i8', 8, true)
export const U8 = value('integer', 'u8', 8)
export const I16 = value('integer', 'i16', 16, true)
export const U16 = value('integer', 'u16', 16)
export const I32 = value('integer', 'i32', 32, true)
export const U32 = value('integer', 'u32', 32)
export const I64 = value('integer', 'i64', 64, true)
export const U64 = value('integer', 'u64', 64)
export const F32 = value('float', 'f32', 32, true)
export const F64 = value('float', 'f64', 64, true)
export const BOOL = value('bool', 'bool', 1)
export const V128 = value('vector', 'v128', 128)
export const VOID = value('void', 'void')
/** The type of `null`, before it is known what it stands for. */
export const NULL = value('null', 'null')
/** The type of what has a problem already: it goes with everything. */
export const UNKNOWN = value('unknown', 'unknown')
/**
 * What an address is where one is asked for. AssemblyScript calls it usize; no
 * program of ours names it, but literals in an address are of it.
 */
export const ADDRESS = value('integer', 'address', 32)

/** By the name that a program writes. */
export const NAMED: ReadonlyMap<string, ValueType> = new Map(
  [I8, U8, I16, U16, I32, U32, I64, U64, F32, F64, BOOL, V128, VOID].map(
    (type) => [type.name, type],
  ),
)

function reference<T extends Reference>(named: Omit<T, keyof Reference>) {
  return (name: string): T => {
    const type = { ...named, name, isNullable: false } as T
    const nullable = { ...named, name: `${name} | null`, isNullable: true } as T
    type.twin = nullable as unknown as Type
    nullable.twin = type as unknown as Type
    return type
  }
}

export const STRING = reference<StringType>({ kind: 'string' })('string')

/** A new class's type, of its own even if another has the same name. */
export function classType(name: string): ClassType {
  return reference<ClassType>({ kind: 'class', id: {} })(name)
}

/** Each program makes its own array types, one for each element type. */
export function arrayType(element: Type): ArrayType {
  const name = `StaticArray<${element.name}>`
  return reference<ArrayType>({ kind: 'array', element })(name)
}

export function isReference(
  type: Type,
): type is ClassType | ArrayType | StringType {
  return (
    type.kind === 'class' || type.kind === 'array' || type.kind === 'string'
  )
}

/** i8, u8, i16 and u16, which are only in memory and in arrays. */
export function isSmall(type: Type): type is ValueType {
  return type.kind === 'integer' && type.bits < 32
}

/** Whether each value of one type is a value of the other: i32 becomes i64. */
export function widens(from: Type, to: Type): boolean {
  if (from === to || from === UNKNOWN || to === UNKNOWN) return true
  if (isReference(to)) {
    return to.isNullable && (from === NULL || from === to.twin)
  }
  if (isReference(from)) return false
  if (to.kind === 'float') return isExactIn(from, to)
  if (to.kind !== 'integer') return false
  if (from.kind === 'bool') return true
  if (from.kind !== 'integer') return false
  if (to === ADDRESS) return from.bits <= 32
  if (from === ADDRESS) return to.bits === 32
  return from.bits < to.bits && (to.isSigned || !from.isSigned)
}

/** A float holds integers as long as its own digits: 24 bits, or 53. */
function isExactIn(from: ValueType, to: ValueType): boolean {
  if (from.kind === 'float') return from.bits <= to.bits
  const isWhole = from.kind === 'integer' || from.kind === 'bool'
  return isWhole && from.bits <= (to.bits === 32 ? 23 : 52)
}

/**
 * The type that both sides of an operator become, if there is one.
 *
 * @param comparesOrder whether the operator is `<` or the like, where signed
 *   and unsigned integers may not meet
 */
export function commonType(
  left: Type,
  right: Type,
  comparesOrder = false,
): Type | undefined {
  if (comparesOrder && signsDiffer(left, right)) return undefined
  if (widens(right, left)) return left === UNKNOWN ? right : left
  if (widens(left, right)) return right
  return undefined
}

function signsDiffer(left: Type, right: Type): boolean {
  return (
    left.kind === 'integer' &&
    right.kind === 'integer' &&
    left.isSigned !== right.isSigned
  )
}
