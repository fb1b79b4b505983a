/** Emits builtins. Most of them are the one builder that has their name. */
import type { ExpressionRef } from '../binaryen/library.ts'
import type { FunctionEmission } from './emit-function.ts'
import { builders, emitConstant } from './emit-number.ts'
import type { TypedExpression } from './typed.ts'
import { I32, type Type } from './type.ts'

type BuiltinNode = Extract<TypedExpression, { kind: 'builtin' }> & {
  type: Type
}

export function emitBuiltin(
  emission: FunctionEmission,
  node: BuiltinNode,
  operands: ExpressionRef[],
): ExpressionRef {
  const { module } = emission
  const { builtin, of, immediates } = node
  const [first, second, third] = operands as [
    ExpressionRef,
    ExpressionRef,
    ExpressionRef,
  ]
  const [immediate = 0] = immediates
  switch (builtin.name) {
    case 'load':
      return emitLoad(emission, node, first)
    case 'store':
      return emitStore(emission, node, first, second)
    case 'abs':
    case 'min':
    case 'max':
      return of.kind === 'integer'
        ? emitInteger(emission, node, operands)
        : builders(module, of)[builtin.name]!(...operands)
    case 'select':
      return module.select(third, first, second)
    case 'unreachable':
      return module.unreachable()
    case 'memory.size':
      return module.memory.size()
    case 'memory.grow':
      return module.memory.grow(first)
    case 'memory.copy':
    case 'memory.fill':
      return emitMany(emission, node, [first, second, third])
    case 'v128.load':
      return module.v128.load(immediate, NATURAL, first)
    case 'v128.store':
      return emitStore(emission, node, first, second)
    default:
      return emitNamed(emission, node, operands)
  }
}

/** `sqrt` of f32 is `module.f32.sqrt`, `f32x4.add` is `module.f32x4.add`. */
function emitNamed(
  { module }: FunctionEmission,
  { builtin, of, immediates }: BuiltinNode,
  operands: ExpressionRef[],
): ExpressionRef {
  const [space, name] = builtin.name.split('.') as [
    keyof typeof module,
    string?,
  ]
  if (!name) return builders(module, of)[builtin.name]!(...operands)
  const build = module[space] as unknown as ReturnType<typeof builders>
  const [vector, ...rest] = operands as [ExpressionRef, ...ExpressionRef[]]
  return build[name]!(vector, ...immediates, ...rest)
}

/** The instruction of a type of memory: its bytes, and the sign of what widens. */
function memoryName(does: 'load' | 'store', of: Type, bits: number): string {
  if (of.kind !== 'integer' || of.bits === bits) return does
  const sign = of.isSigned ? '_s' : '_u'
  return `${does}${of.bits}${does === 'load' ? sign : ''}`
}

/** Binaryen's word for the alignment that fits the size: a hint, no promise. */
const NATURAL = 0

function emitLoad(
  { module }: FunctionEmission,
  { of, type, immediates }: BuiltinNode,
  address: ExpressionRef,
): ExpressionRef {
  const offset = immediates[0]!
  if (of.kind === 'vector') return module.v128.load(offset, NATURAL, address)
  const name = memoryName('load', of, wordBits(type))
  return builders(module, type)[name]!(offset, NATURAL, address)
}

function emitStore(
  emission: FunctionEmission,
  node: BuiltinNode,
  address: ExpressionRef,
  value: ExpressionRef,
): ExpressionRef {
  const { module, whole } = emission
  const { of, operands, immediates } = node
  const offset = immediates[0] ?? 0
  const { type } = operands[1]!
  const isVector = type.kind === 'vector'
  const bits = isVector ? 128 : 'bits' in of ? of.bits : 0
  const size = module.i32.const(Math.ceil(bits / 8))
  const name = memoryName('store', of, wordBits(type))
  const build = (at: ExpressionRef, what: ExpressionRef) =>
    isVector
      ? module.v128.store(offset, NATURAL, at, what)
      : builders(module, type)[name]!(offset, NATURAL, at, what)
  if (!whole.isWatched) return build(address, value)
  // The value may write, too: the host hears of this write when it is known.
  const place = kept(emission, I32, address)
  const what = kept(emission, type, value)
  const told = whole.watched({ address: place.get(), offset, size }, node)
  return module.block(null, [place.set, what.set, build(told, what.get())])
}

/** A value that is worked out once, and used where it is needed. */
interface Kept {
  set: ExpressionRef
  get: () => ExpressionRef
}

function kept(
  emission: FunctionEmission,
  type: Type,
  value: ExpressionRef,
): Kept {
  const { local } = emission.module
  const index = emission.temporary(type)
  const set = local.set(index, value)
  return { set, get: () => local.get(index, emission.wasm(type)) }
}

/** Fills or copies: the host hears of it when all operands are known. */
function emitMany(
  emission: FunctionEmission,
  node: BuiltinNode,
  operands: [ExpressionRef, ExpressionRef, ExpressionRef],
): ExpressionRef {
  const { module, whole } = emission
  const { fill, copy } = module.memory
  const build = node.builtin.name === 'memory.fill' ? fill : copy
  if (!whole.isWatched) return build(...operands)
  const [address, from, size] = operands.map((one) =>
    kept(emission, I32, one),
  ) as [Kept, Kept, Kept]
  const told = { address: address.get(), offset: 0, size: size.get() }
  const place = whole.watched(told, node)
  const sets = [address.set, from.set, size.set]
  return module.block(null, [...sets, build(place, from.get(), size.get())])
}

/** How many bits a value has while it is computed with. */
function wordBits(type: Type): number {
  return type.kind === 'integer' && type.bits === 64 ? 64 : 32
}

/** What integers have no instruction for, out of variables and comparisons. */
function emitInteger(
  emission: FunctionEmission,
  { builtin, of }: BuiltinNode,
  operands: ExpressionRef[],
): ExpressionRef {
  const { module } = emission
  const type = emission.wasm(of)
  const build = builders(module, of)
  const isSigned = of.kind === 'integer' && of.isSigned
  if (builtin.name === 'abs' && !isSigned) return operands[0]!
  const keep = (value: ExpressionRef) => {
    const index = emission.temporary(of)
    const tee = module.local.tee(index, value, type)
    return { tee, get: () => module.local.get(index, type) }
  }
  const left = keep(operands[0]!)
  if (builtin.name === 'abs') {
    // (x + s) ^ s, where s is all ones for a negative x.
    const bits = emitConstant(module, of, wordBits(of) - 1)
    const sign = keep(build.shr_s!(left.tee, bits))
    return build.xor!(build.add!(sign.tee, left.get()), sign.get())
  }
  const right = keep(operands[1]!)
  const less = `${builtin.name === 'min' ? 'lt' : 'gt'}_${isSigned ? 's' : 'u'}`
  const test = build[less]!(left.get(), right.get())
  return module.select(test, left.tee, right.tee)
}
