/** Checks calls of builtins, by the table in `builtin.ts`. */
import { nothing, type Body } from './body.ts'
import type { Builtin, Family, Shape } from './builtin.ts'
import { anyType } from './check-type.ts'
import { bitsOf, immediate, OFFSET_END } from './constant.ts'
import { checkAs, converts, implicit, nameOf, truth } from './convert.ts'
import { insertAt } from './edit.ts'
import { fixOfConversion, fixOfTypeArgument } from './edit-check.ts'
import type { Call, Expression } from './tree.ts'
import {
  ADDRESS,
  BOOL,
  F32,
  F64,
  I32,
  I8,
  isReference,
  isSmall,
  U8,
  UNKNOWN,
  V128,
  VOID,
  type Type,
} from './type.ts'
import type { TypedExpression } from './typed.ts'

export function checkBuiltin(
  body: Body,
  node: Call,
  builtin: Builtin,
  context: Type | undefined,
): TypedExpression {
  const { callee } = node
  const name = callee.kind === 'member' ? callee.name : callee
  if (name.kind === 'name') body.note(name, { kind: 'builtin', builtin })
  const isMemory = builtin.takes === 'memory' || isOfMemory(builtin.name)
  if (isMemory) body.names.usesMemory = true
  const isCounted = hasCount(body, node, builtin)
  const written = writtenType(body, node, builtin, context)
  if (!isCounted || written === UNKNOWN) {
    for (const operand of node.operands) body.expression(operand)
    return nothing(node)
  }
  const operands =
    builtin.takes && !builtin.isExplicit
      ? checkGeneric(body, node, builtin, written)
      : node.operands.map((operand, index) =>
          checkOperand(body, operand, builtin.operands[index]!, written),
        )
  if (operands.some(({ type }) => type === UNKNOWN)) return nothing(node)
  const own = operands[0]?.type ?? VOID
  const of = isReference(own) ? own : (written ?? own)
  return finish(body, node, { builtin, of, operands, context })
}

function isOfMemory(name: string): boolean {
  return /^(?:memory\.|v128\.(?:load|store))/.test(name)
}

function hasCount(
  body: Body,
  node: Call,
  { name, operands }: Builtin,
): boolean {
  const most = operands.length
  const least = operands.includes('offset') ? most - 1 : most
  const given = node.operands.length
  if (given >= least && given <= most) return true
  const range = least < most ? `${least} or ${most}` : String(most || 'no')
  const values = most === 1 ? 'value' : 'values'
  body.report(
    'wrong-count',
    node,
    `${name} takes ${most === 1 ? 'one' : range} ${values}, and here ${given === 1 ? 'is one' : `are ${given || 'none'}`}.`,
  )
  return false
}

/** The type in angle brackets, which some builtins need and others refuse. */
function writtenType(
  body: Body,
  { typeArgument, callee }: Call,
  builtin: Builtin,
  context: Type | undefined,
): Type | undefined {
  const { name, takes, isExplicit } = builtin
  if (!typeArgument) {
    if (!isExplicit) return undefined
    body.report(
      'no-type-argument',
      callee,
      `${name} does not say of which type.`,
      `Write ${name}<f64>(…), or another type.`,
      context && builtin.result === 'T' && isOf(takes!, context)
        ? [insertAt(callee.to, `<${context.name}>`)]
        : [],
    )
    return UNKNOWN
  }
  const type = anyType(body.names, typeArgument)
  if (type === UNKNOWN) return UNKNOWN
  if (takes && isOf(takes, type) && (name !== 'reinterpret' || bitsOf(type)))
    return type
  body.report(
    'wrong-type-argument',
    typeArgument,
    takes
      ? `${name} takes ${FAMILIES[takes]}, and this is ${nameOf(type)}.`
      : `${name} has no type in angle brackets.`,
    undefined,
    takes ? [] : fixOfTypeArgument(body.names.source, callee.to, typeArgument),
  )
  return UNKNOWN
}

const FAMILIES: Record<Family, string> = {
  integers: 'integers: i32, u32, i64, u64',
  floats: 'floats: f32, f64',
  numbers: 'numbers: i32, u32, i64, u64, f32, f64',
  memory:
    'numbers of memory: i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, v128',
  values: 'values',
}

function isOf(family: Family, type: Type): boolean {
  const isInteger = type.kind === 'integer'
  switch (family) {
    case 'integers':
      return isInteger && !isSmall(type) && type !== ADDRESS
    case 'floats':
      return type.kind === 'float'
    case 'numbers':
      return isOf('integers', type) || isOf('floats', type)
    case 'memory':
      return isInteger || type.kind === 'float' || type.kind === 'vector'
    case 'values':
      return type.kind !== 'void' && type.kind !== 'null' && !isSmall(type)
  }
}

/** `T` is the type of the first operand; of min and max, a literal yields. */
function checkGeneric(
  body: Body,
  node: Call,
  builtin: Builtin,
  written: Type | undefined,
): TypedExpression[] {
  const [first, second, third] = node.operands as [
    Expression,
    Expression?,
    Expression?,
  ]
  let left = written
    ? checkAs(body, first, written)
    : body.expression(first, preferred(builtin))
  // What is never null stays so, whatever stands in angle brackets.
  if (left.kind === 'convert' && isReference(left.type)) left = left.operand
  const operands = [left]
  const yields = builtin.name === 'min' || builtin.name === 'max'
  if (second && yields && !written && first.kind === 'number') {
    const right = body.expression(second, left.type)
    if (right.type !== left.type) left = checkAs(body, first, right.type)
    operands.splice(0, 1, left, right)
  } else if (second) operands.push(checkAs(body, second, left.type))
  if (third) operands.push(truth(body, body.expression(third, BOOL)))
  if (left.type === UNKNOWN || isOf(builtin.takes!, left.type)) return operands
  const isFloat = builtin.takes === 'floats' && converts(left.type, F64)
  body.report(
    'wrong-operand',
    first,
    `${builtin.name} takes ${FAMILIES[builtin.takes!]}, and this is ${nameOf(left.type)}.`,
    isFloat ? 'Convert it: f64(…).' : undefined,
    isFloat ? [fixOfConversion(body.names.source, 'f64', left)] : [],
  )
  return [nothing(node)]
}

function preferred({ prefers }: Builtin): Type | undefined {
  if (prefers === 'i32') return I32
  return prefers === 'f64' ? F64 : undefined
}

const SHAPES: Partial<Record<Shape, Type>> = {
  address: ADDRESS,
  u8: U8,
  i8: I8,
  i32: I32,
  f32: F32,
  v128: V128,
  void: VOID,
}

function checkOperand(
  body: Body,
  node: Expression,
  shape: Shape,
  of: Type | undefined,
): TypedExpression {
  if (shape === 'offset' || shape === 'lane') return body.expression(node, I32)
  if (shape === 'bits') return checkBits(body, node, bitsOf(of!)!)
  if (shape === 'T') return checkStored(body, node, of!)
  return checkAs(body, node, SHAPES[shape]!)
}

/** Bits have no sign: those of a float may come from i32 or u32. */
function checkBits(body: Body, node: Expression, type: Type): TypedExpression {
  const value = body.expression(node, type)
  const isSameSize =
    value.type.kind === 'integer' &&
    type.kind === 'integer' &&
    value.type.bits === type.bits
  return isSameSize ? value : implicit(body, value, type)
}

/** What is stored may be a wider integer: the lower bits are kept. */
function checkStored(body: Body, node: Expression, of: Type): TypedExpression {
  const value = body.expression(node, of)
  const { type } = value
  const isCut =
    of.kind === 'integer' && type.kind === 'integer' && type.bits >= of.bits
  return isCut ? value : implicit(body, value, of)
}

interface Found {
  builtin: Builtin
  of: Type
  operands: TypedExpression[]
  context: Type | undefined
}

/** Takes constants out of the operands, and finds the type of the result. */
function finish(
  body: Body,
  { from, to }: Call,
  { builtin, of, operands, context }: Found,
): TypedExpression {
  const immediates: number[] = []
  const rest = operands.filter((operand, index) => {
    const shape = builtin.operands[index]
    if (shape !== 'offset' && shape !== 'lane') return true
    const end = shape === 'lane' ? builtin.lanes! : OFFSET_END
    immediates.push(immediate(body, operand, end))
    return false
  })
  if (builtin.operands.includes('offset') && immediates.length === 0) {
    immediates.push(0)
  }
  const type = resultOf(builtin, of, context)
  return {
    kind: 'builtin',
    builtin,
    of,
    operands: rest,
    immediates,
    type,
    from,
    to,
  }
}

/** A load is widened at once to what is asked for, as it is one instruction. */
function resultOf(
  { name, result }: Builtin,
  of: Type,
  context: Type | undefined,
): Type {
  if (result !== 'T') return SHAPES[result]!
  const isWidened =
    name === 'load' &&
    of.kind === 'integer' &&
    context?.kind === 'integer' &&
    context.bits > of.bits &&
    !isSmall(context)
  return isWidened ? context : of
}
