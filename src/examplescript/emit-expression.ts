/** Emits expressions: one function for each kind of node. */
import type { ExpressionRef } from '../binaryen/library.ts'
import { emitBuiltin } from './emit-builtin.ts'
import type { FunctionEmission } from './emit-function.ts'
import {
  builders,
  emitConstant,
  emitConversion,
  operatorName,
} from './emit-number.ts'
import type { Target, TypedExpression, Variable } from './typed.ts'
import {
  F64,
  isReference,
  isSmall,
  VOID,
  type Type,
  type ValueType,
} from './type.ts'

/** Emits an expression whose value somebody takes. */
export function emitExpression(
  emission: FunctionEmission,
  node: TypedExpression,
): ExpressionRef {
  const at = node.kind === 'binary' ? node.at : node.from
  return emission.from(node, () => emitNode(emission, node), at)
}

function emitNode(
  emission: FunctionEmission,
  node: TypedExpression,
): ExpressionRef {
  const { module } = emission
  switch (node.kind) {
    case 'constant':
      return emitConstant(module, node.type, node.value)
    case 'text':
      return emission.whole.strings.text(node.value)
    case 'null':
      // Where it is not known what it stands for, nobody takes it.
      return isReference(node.type)
        ? module.ref.null(emission.wasm(node.type))
        : module.i32.const(0)
    case 'get':
      return emitGet(emission, node.variable)
    case 'field':
    case 'element':
      return emitRead(emission, node)
    case 'length':
      return module.array.len(emitExpression(emission, node.array))
    case 'set':
      return emitSet(emission, node, true)
    case 'postfix':
      return emitPostfix(emission, node)
    case 'negate':
      return emitNegate(emission, node)
    case 'complement': {
      const ones = emitConstant(module, node.type, -1)
      const build = builders(module, node.type)
      return build.xor!(emitExpression(emission, node.operand), ones)
    }
    case 'not':
      return module.i32.eqz(emitCondition(emission, node.operand))
    case 'binary':
      return emitBinary(emission, node)
    case 'and':
    case 'or':
      return emitLogical(emission, node)
    case 'conditional':
      return module.if(
        emitCondition(emission, node.test),
        emitExpression(emission, node.consequent),
        emitExpression(emission, node.alternate),
      )
    case 'sequence':
      return emitSequence(emission, node.expressions, emitExpression)
    case 'convert':
      return emitConvert(emission, node)
    case 'notNull':
      return emitNotNull(emission, node)
    case 'call':
      return module.call(
        node.callee.name,
        emitAll(emission, node.operands),
        emission.wasm(node.type),
      )
    case 'builtin':
      return emitBuiltin(emission, node, emitAll(emission, node.operands))
    case 'new':
      return emitNew(emission, node)
    case 'newArray':
      return module.array.new_default(
        emission.whole.types.heap(node.type),
        emitExpression(emission, node.length),
      )
    case 'strings': {
      const operands = emitAll(emission, node.operands)
      return emission.whole.strings.call(node.does, operands)
    }
    case 'log': {
      const text = emitExpression(emission, node.text)
      return emission.whole.strings.call('log', [text])
    }
  }
}

function emitAll(
  emission: FunctionEmission,
  nodes: readonly TypedExpression[],
): ExpressionRef[] {
  return nodes.map((node) => emitExpression(emission, node))
}

/** Emits an expression for what it does: no value is left. */
export function emitDropped(
  emission: FunctionEmission,
  node: TypedExpression,
): ExpressionRef {
  const { module } = emission
  switch (node.kind) {
    case 'set':
      return emission.from(node, () => emitSet(emission, node, false))
    case 'sequence':
      return emitSequence(emission, node.expressions, emitDropped)
    case 'conditional': {
      const test = emitCondition(emission, node.test)
      const consequent = emitDropped(emission, node.consequent)
      const alternate = emitDropped(emission, node.alternate)
      return emission.from(node, () => module.if(test, consequent, alternate))
    }
    default: {
      const value = emitExpression(emission, node)
      if (node.type === VOID) return value
      return emission.from(node, () => module.drop(value))
    }
  }
}

function emitSequence(
  emission: FunctionEmission,
  nodes: readonly TypedExpression[],
  emitLast: typeof emitExpression,
): ExpressionRef {
  const last = nodes.length - 1
  const parts = nodes.map((node, index) =>
    index === last ? emitLast(emission, node) : emitDropped(emission, node),
  )
  const type = emitLast === emitDropped ? VOID : nodes[last]!.type
  return emission.module.block(null, parts, emission.wasm(type))
}

/** Emits what a branch asks: any integer that is not zero holds. */
export function emitCondition(
  emission: FunctionEmission,
  node: TypedExpression,
): ExpressionRef {
  if (node.kind !== 'convert') return emitExpression(emission, node)
  const { type } = node.operand
  const isWord = type.kind === 'integer' && type.bits <= 32
  return emitExpression(emission, isWord ? node.operand : node)
}

function emitGet(
  emission: FunctionEmission,
  variable: Variable,
): ExpressionRef {
  const { module } = emission
  const type = emission.wasm(variable.type)
  if (variable.kind === 'local') return module.local.get(variable.index, type)
  const { isConstant, name, value } = variable
  // A constant is its value, so that no global is needed for it.
  return isConstant && value?.kind === 'constant'
    ? emitConstant(module, variable.type, value.value)
    : module.global.get(name, type)
}

function emitRead(
  emission: FunctionEmission,
  node: Extract<TypedExpression, { kind: 'field' | 'element' }>,
): ExpressionRef {
  const { module } = emission
  const { type } = node
  const wasm = emission.wasm(type)
  const isSigned = isSmall(type) && type.isSigned
  if (node.kind === 'field') {
    const object = emitExpression(emission, node.object)
    return module.struct.get(node.field.index, object, wasm, isSigned)
  }
  const array = emitExpression(emission, node.array)
  const index = emitExpression(emission, node.index)
  const value = module.array.get(array, index, wasm, isSigned)
  // A new array is full of nulls, also of what is never null.
  const isNeverNull = isReference(type) && !type.isNullable
  return isNeverNull ? module.ref.as_non_null(value) : value
}

type SetNode = Extract<TypedExpression, { kind: 'set' }>

function emitSet(
  emission: FunctionEmission,
  { target, value }: SetNode,
  isTaken: boolean,
): ExpressionRef {
  const { module } = emission
  const emitted = () => emitExpression(emission, value)
  if (target.kind !== 'get') return emitPut(emission, target, emitted, isTaken)
  const { variable } = target
  if (variable.kind === 'local') {
    const type = emission.wasm(variable.type)
    return isTaken
      ? module.local.tee(variable.index, emitted(), type)
      : module.local.set(variable.index, emitted())
  }
  const set = module.global.set(variable.name, emitted())
  if (!isTaken) return set
  const type = emission.wasm(variable.type)
  return module.block(null, [set, module.global.get(variable.name, type)], type)
}

/** Into a field or an element; whoever takes the value finds it in a variable. */
function emitPut(
  emission: FunctionEmission,
  target: Exclude<Target, { kind: 'get' }>,
  emitValue: () => ExpressionRef,
  isTaken: boolean,
): ExpressionRef {
  const { module } = emission
  const type = emission.wasm(target.type)
  const temporary = isTaken ? emission.temporary(target.type) : -1
  const kept = () =>
    isTaken ? module.local.tee(temporary, emitValue(), type) : emitValue()
  let put: ExpressionRef
  if (target.kind === 'field') {
    const object = emitExpression(emission, target.object)
    put = module.struct.set(target.field.index, object, kept())
  } else {
    const array = emitExpression(emission, target.array)
    const index = emitExpression(emission, target.index)
    put = module.array.set(array, index, kept())
  }
  if (!isTaken) return put
  return module.block(null, [put, module.local.get(temporary, type)], type)
}

type PostfixNode = Extract<TypedExpression, { kind: 'postfix' }>

function emitPostfix(
  emission: FunctionEmission,
  { temporary, target, update, type, from, to }: PostfixNode,
): ExpressionRef {
  const { module } = emission
  const wasm = emission.wasm(type)
  const value = emitExpression(emission, target)
  const keep = module.local.set(temporary.index, value)
  const set = { kind: 'set' as const, target, value: update, type, from, to }
  const result = module.local.get(temporary.index, wasm)
  return module.block(null, [keep, emitDropped(emission, set), result], wasm)
}

function emitNegate(
  emission: FunctionEmission,
  {
    operand,
    type,
  }: Extract<TypedExpression, { operand: TypedExpression }> & { type: Type },
): ExpressionRef {
  const build = builders(emission.module, type)
  if (type.kind === 'float')
    return build.neg!(emitExpression(emission, operand))
  const zero = emitConstant(emission.module, type, 0)
  return build.sub!(zero, emitExpression(emission, operand))
}

function emitBinary(
  emission: FunctionEmission,
  node: Extract<TypedExpression, { kind: 'binary' }>,
): ExpressionRef {
  const { module } = emission
  const { operator } = node
  const { type } = node.left
  if (isReference(type)) return emitSame(emission, node)
  const left = emitExpression(emission, node.left)
  const right = emitExpression(emission, node.right)
  if (operator === 'starStar') return emitPower(emission, type, left, right)
  if (operator === 'percent' && type.kind === 'float') {
    return emitRemainder(emission, type, left, right)
  }
  return builders(module, type)[operatorName(operator, type)]!(left, right)
}

function emitPower(
  emission: FunctionEmission,
  type: Type,
  left: ExpressionRef,
  right: ExpressionRef,
): ExpressionRef {
  const isLong = type.kind === 'integer' && type.bits === 64
  const name = emission.whole.helper(isLong ? 'power64' : 'power32')
  return emission.module.call(name, [left, right], emission.wasm(type))
}

/** That of two f32 is exact in f64, and fits in f32 again. */
function emitRemainder(
  emission: FunctionEmission,
  type: ValueType,
  left: ExpressionRef,
  right: ExpressionRef,
): ExpressionRef {
  const { module } = emission
  const name = emission.whole.helper('remainder')
  const sides = [left, right].map((side) =>
    emitConversion(module, side, type, F64),
  )
  const rest = module.call(name, sides, emission.wasm(F64))
  return emitConversion(module, rest, F64, type)
}

/** Whether two references are one object, or null. */
function emitSame(
  emission: FunctionEmission,
  node: Extract<TypedExpression, { kind: 'binary' }>,
): ExpressionRef {
  const { module } = emission
  const left = emitExpression(emission, node.left)
  const same =
    node.right.kind === 'null'
      ? module.ref.is_null(left)
      : module.ref.eq(left, emitExpression(emission, node.right))
  return node.operator === 'equals' ? same : module.i32.eqz(same)
}

function emitLogical(
  emission: FunctionEmission,
  node: Extract<TypedExpression, { kind: 'and' | 'or' }>,
): ExpressionRef {
  const { module } = emission
  const left = emitCondition(emission, node.left)
  const right = emitExpression(emission, node.right)
  return node.kind === 'and'
    ? module.if(left, right, module.i32.const(0))
    : module.if(left, module.i32.const(1), right)
}

function emitConvert(
  emission: FunctionEmission,
  {
    operand,
    type,
  }: Extract<TypedExpression, { kind: 'convert' }> & { type: Type },
): ExpressionRef {
  const { module } = emission
  const value = emitExpression(emission, operand)
  const from = operand.type
  if (!isReference(from)) {
    return emitConversion(module, value, from, type as ValueType)
  }
  // A reference only becomes its nullable twin, which is the same, or a bool.
  if (isReference(type)) return value
  return module.i32.eqz(module.ref.is_null(value))
}

function emitNotNull(
  emission: FunctionEmission,
  { operand }: Extract<TypedExpression, { kind: 'notNull' }>,
): ExpressionRef {
  return emission.module.ref.as_non_null(emitExpression(emission, operand))
}

function emitNew(
  emission: FunctionEmission,
  {
    class: made,
    constructor,
    operands,
    type,
  }: Extract<TypedExpression, { kind: 'new' }> & { type: Type },
): ExpressionRef {
  const { module, whole } = emission
  const object = module.struct.new_default(whole.types.heap(made.type))
  const given = [object, ...emitAll(emission, operands)]
  return module.call(constructor.name, given, emission.wasm(type))
}
