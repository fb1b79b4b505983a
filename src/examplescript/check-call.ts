/** Checks calls: of functions, methods, conversions and builtins; and `new`. */
import { nothing, type Body } from './body.ts'
import { builtinNamed, builtinNames } from './builtin.ts'
import { checkBuiltin } from './check-builtin.ts'
import { refuseNull, unknownMember } from './check-place.ts'
import { strings } from './check-equality.ts'
import { anyType } from './check-type.ts'
import { checkAs, convert, converts, nameOf, truth } from './convert.ts'
import { insertAt, replace, type Fix } from './edit.ts'
import { fixOfTypeArgument } from './edit-check.ts'
import { nearest } from './suggest.ts'
import type { Call, Expression, Member, Name, New, Place } from './tree.ts'
import {
  BOOL,
  I32,
  I64,
  isReference,
  NAMED,
  STRING,
  U64,
  UNKNOWN,
  VOID,
  type Type,
} from './type.ts'
import type { Import, TypedExpression, TypedFunction } from './typed.ts'

export function checkCall(
  body: Body,
  node: Call,
  context: Type | undefined,
): TypedExpression {
  const { callee } = node
  if (callee.kind === 'name') return callName(body, node, callee, context)
  if (callee.kind === 'member') return callMember(body, node, callee, context)
  body.expression(callee)
  for (const operand of node.operands) body.expression(operand)
  body.report('not-a-function', callee, 'This is no function.')
  return nothing(node)
}

function callName(
  body: Body,
  node: Call,
  callee: Name,
  context: Type | undefined,
): TypedExpression {
  const declared = body.scope.find(callee.text)
  if (declared) body.note(callee, declared)
  if (declared?.kind === 'function' || declared?.kind === 'import') {
    refuseTypeArgument(body, node)
    const operands = checkOperands(body, node, declared)
    return operands ? call(declared, operands, node) : nothing(node)
  }
  if (!declared) {
    const builtin = builtinNamed(callee.text)
    if (builtin) return checkBuiltin(body, node, builtin, context)
    const type = NAMED.get(callee.text)
    if (type && type !== VOID) {
      body.note(callee, { kind: 'conversion', type })
      return checkConversion(body, node, type)
    }
  }
  for (const operand of node.operands) body.expression(operand)
  const isUnknown =
    (declared?.kind === 'local' || declared?.kind === 'global') &&
    declared.type === UNKNOWN
  if (!isUnknown) refuseCallee(body, node, callee, declared?.kind)
  return nothing(node)
}

/** What may be written for functions that AssemblyScript has. */
const INSTEAD = new Map(
  Object.entries({
    assert: 'Write if (!condition) unreachable().',
    trace: 'Declare print as an import, or use console.log.',
    changetype: 'Objects have no address here.',
    isNaN: 'Write x != x, which only NaN is.',
    sizeof: 'Write the number of bytes.',
    unchecked: 'Every element is checked; write the element alone.',
    round: 'Write nearest(x), or floor(x + 0.5).',
  }),
)

function refuseCallee(
  body: Body,
  node: Call,
  { text, ...place }: Name,
  kind?: string,
): void {
  const instead = INSTEAD.get(text)
  if (kind === 'class') {
    const hint = `Make an object: new ${text}(…).`
    const fixes = [insertAt(place.from, 'new ', `Write new ${text}`)]
    body.report('not-a-function', place, `${text} is a class.`, hint, fixes)
  } else if (kind) {
    body.report('not-a-function', place, `${text} is a variable.`)
  } else if (instead) {
    const fixes = fixesInstead(body, node, text)
    const message = `ExampleScript has no ${text}.`
    body.report('left-out', place, message, instead, fixes)
  } else {
    body.unknownName(text, place, 'function', callable(body))
  }
}

function fixesInstead({ names }: Body, node: Call, callee: string): Fix[] {
  const [operand, more] = node.operands
  if (!operand || more) return []
  const text = names.source.slice(operand.from, operand.to)
  if (callee === 'unchecked') return [replace(node, text)]
  const isTwice = callee === 'isNaN' && operand.kind === 'name'
  return isTwice ? [replace(node, `(${text} != ${text})`)] : []
}

function* callable(body: Body): Iterable<string> {
  yield* NAMED.keys()
  yield* builtinNames()
  for (const name of body.scope.names()) {
    const kind = body.scope.find(name)?.kind
    if (kind === 'function' || kind === 'import') yield name
  }
}

function refuseTypeArgument(body: Body, { callee, typeArgument }: Call): void {
  if (!typeArgument) return
  const message = 'This function is of one type only.'
  const hint = 'Leave the angle brackets out.'
  const fixes = fixOfTypeArgument(body.names.source, callee.to, typeArgument)
  body.report('wrong-type-argument', typeArgument, message, hint, fixes)
}

function call(
  callee: TypedFunction | Import,
  operands: TypedExpression[],
  { from, to }: Place,
): TypedExpression {
  return { kind: 'call', callee, operands, type: callee.returns, from, to }
}

/** Checks as many operands as the function takes; methods have one already. */
function checkOperands(
  body: Body,
  node: Call | New,
  callee: TypedFunction | Import,
  skipped = 0,
): TypedExpression[] | undefined {
  const parameters = callee.parameters.slice(skipped)
  const name = callee.name.replace(/.*#/, '')
  const isRight = hasCount(body, node, parameters.length, name)
  const operands = node.operands.map((operand, index) => {
    const parameter = parameters[index]
    return parameter
      ? checkAs(body, operand, parameter.type)
      : body.expression(operand)
  })
  const isKnown = operands.every(({ type }) => type !== UNKNOWN)
  return isRight && isKnown ? operands : undefined
}

function hasCount(
  body: Body,
  node: Call | New,
  count: number,
  name: string,
): boolean {
  const given = node.operands.length
  if (given === count) return true
  body.report(
    'wrong-count',
    node,
    `${name} takes ${count === 1 ? 'one value' : `${count || 'no'} values`}, and here ${given === 1 ? 'is one' : `are ${given || 'none'}`}.`,
  )
  return false
}

/** A negative number, which becomes u64 only by way of i64. */
function isNegative(node: Expression): boolean {
  const isMinus = node.kind === 'unary' && node.operator === 'minus'
  return isMinus && node.operand.kind === 'number'
}

/** `f64(x)`: what stands inside is asked for as that type, too. */
function checkConversion(body: Body, node: Call, type: Type): TypedExpression {
  refuseTypeArgument(body, node)
  const isRight = hasCount(body, node, 1, nameOf(type))
  const [operand] = node.operands.map((one) =>
    body.expression(one, type === U64 && isNegative(one) ? I64 : type),
  )
  if (!isRight || !operand || operand.type === UNKNOWN) return nothing(node)
  const { from, to } = node
  if (type === BOOL) {
    const test = truth(body, operand)
    // It was asked for.
    body.names.notes?.conversions.delete(operand)
    return { ...test, from, to }
  }
  if (operand.type === type) return { ...operand, from, to }
  if (converts(operand.type, type)) {
    return { ...convert(operand, type), from, to }
  }
  const code = operand.type === VOID ? 'void-value' : 'wrong-type'
  const message = `${nameOf(operand.type)} cannot become ${type.name}.`
  body.report(code, operand, message)
  return nothing(node)
}

function callMember(
  body: Body,
  node: Call,
  callee: Member,
  context: Type | undefined,
): TypedExpression {
  const named = namespaced(body, callee)
  if (named === 'console.log') return checkLog(body, node)
  if (named) {
    const builtin = builtinNamed(named)
    if (builtin) return checkBuiltin(body, node, builtin, context)
    for (const operand of node.operands) body.expression(operand)
    refuseNamespaced(body, callee, named)
    return nothing(node)
  }
  return callMethod(body, node, callee)
}

const NAMESPACES = new Set([
  'console',
  'Math',
  'Mathf',
  'String',
  ...NAMED.keys(),
])
for (const name of builtinNames()) {
  const dot = name.indexOf('.')
  if (dot > 0) NAMESPACES.add(name.slice(0, dot))
}

/** `memory.grow`, if memory is no variable of the program. */
function namespaced(body: Body, { object, name }: Member): string | undefined {
  if (object.kind !== 'name' || !NAMESPACES.has(object.text)) return undefined
  return body.scope.find(object.text)
    ? undefined
    : `${object.text}.${name.text}`
}

function refuseNamespaced(body: Body, callee: Member, named: string): void {
  if (named.startsWith('Math')) {
    refuseMath(body, callee)
    return
  }
  const space = named.slice(0, named.indexOf('.') + 1)
  const others = [...builtinNames(), 'console.log'].filter((name) =>
    name.startsWith(space),
  )
  const meant = nearest(named, others)
  body.report(
    'unknown-name',
    callee,
    `There is no function “${named.slice(0, 60)}”.`,
    meant && `Did you mean ${meant}?`,
    meant ? [replace(callee, meant)] : [],
  )
}

/** Functions of Math with another number of parameters than one. */
const COUNTS = new Map([
  ['atan2', 2],
  ['hypot', 2],
  ['pow', 2],
  ['random', 0],
])
const MATH =
  /^(?:a?(?:cos|sin|tan)h?|atan2|cbrt|exp|expm1|hypot|log(?:10|1p|2)?|pow|random|round)$/

function refuseMath(body: Body, callee: Member): void {
  const { text } = callee.name
  const names = ['x: f64', 'y: f64'].slice(0, COUNTS.get(text) ?? 1)
  const declaration = `@external("Math", "${text}") declare function ${text}(${names.join(', ')}): f64`
  const short = replace(callee, text)
  const isBuiltin = builtinNamed(text) !== undefined
  const [edit] = short.edits
  const isThere = body.scope.find(text) !== undefined
  const first = { from: 0, to: 0, insert: `${declaration}\n` }
  const imported = { label: `Declare ${text}`, edits: [first, edit!] }
  const isKnown = MATH.test(text) && !isThere
  body.report(
    'left-out',
    callee,
    'ExampleScript has no Math.',
    isBuiltin
      ? `Write ${text}(…), which is an instruction.`
      : `Declare it: ${declaration}.`,
    isBuiltin || isThere ? [short] : isKnown ? [imported] : [],
  )
}

/** `console.log` takes a string, as in AssemblyScript. */
function checkLog(body: Body, node: Call): TypedExpression {
  refuseTypeArgument(body, node)
  const isRight = hasCount(body, node, 1, 'console.log')
  const [text] = node.operands.map((operand) =>
    body.expression(operand, STRING),
  )
  if (!isRight || !text || text.type === UNKNOWN) return nothing(node)
  if (text.type !== STRING) {
    body.report(
      'wrong-type',
      text,
      `console.log takes a string, and this is ${nameOf(text.type)}.`,
      'Print numbers with an import: @external("env", "print") declare function print(x: f64): void.',
    )
    return nothing(node)
  }
  const { from, to } = node
  return { kind: 'log', text, type: VOID, from, to }
}

function callMethod(body: Body, node: Call, callee: Member): TypedExpression {
  const object = body.expression(callee.object)
  const { type } = object
  const isUsable =
    type !== UNKNOWN && !(isReference(type) && refuseNull(body, object))
  if (isUsable && type.kind === 'string' && callee.name.text === 'charCodeAt') {
    return checkCharCodeAt(body, node, object)
  }
  const members = isUsable ? body.names.classOf(type) : undefined
  const method = members?.methods.get(callee.name.text)
  if (method) {
    body.note(callee.name, method)
    refuseTypeArgument(body, node)
    const operands = checkOperands(body, node, method, 1)
    return operands ? call(method, [object, ...operands], node) : nothing(node)
  }
  for (const operand of node.operands) body.expression(operand)
  if (isUsable) refuseMethod(body, node, callee.name, object)
  return nothing(node)
}

function refuseMethod(
  body: Body,
  node: Call,
  name: Name,
  { type }: TypedExpression,
): void {
  const isSized = type.kind === 'array' || type.kind === 'string'
  const isField =
    (isSized && name.text === 'length') ||
    body.names.classOf(type)?.fields.has(name.text)
  if (!isField) {
    unknownMember(body, name, type)
    return
  }
  const message = `${name.text} is a field, and no method.`
  const parentheses = { from: name.to, to: node.to }
  const isEmpty = node.operands.length === 0 && !node.typeArgument
  const fixes = isEmpty ? [replace(parentheses, '', 'Leave () out')] : []
  body.report('not-a-function', name, message, undefined, fixes)
}

function checkCharCodeAt(
  body: Body,
  node: Call,
  text: TypedExpression,
): TypedExpression {
  refuseTypeArgument(body, node)
  const isRight = hasCount(body, node, 1, 'charCodeAt')
  const [index] = node.operands.map((operand) => checkAs(body, operand, I32))
  if (!isRight || !index || index.type === UNKNOWN) return nothing(node)
  return strings('charCodeAt', I32, [text, index], node)
}

/** `new Point(1, 2)`, `new StaticArray<f64>(10)` */
export function checkNew(body: Body, node: New): TypedExpression {
  const type = anyType(body.names, node.type)
  const { from, to } = node
  if (type.kind === 'array') {
    const isRight = hasCount(body, node, 1, type.name)
    const [length] = node.operands.map((one) => checkAs(body, one, I32))
    if (!isRight || !length || length.type === UNKNOWN) return nothing(node)
    return { kind: 'newArray', length, type, from, to }
  }
  const members = body.names.classOf(type)
  if (!members || (isReference(type) && type.isNullable)) {
    for (const operand of node.operands) body.expression(operand)
    if (type !== UNKNOWN) {
      const message = `${nameOf(type)} is no class, and has no objects.`
      body.report('wrong-type', node.type, message)
    }
    return nothing(node)
  }
  const { class: made, constructs } = members
  const operands = checkOperands(body, node, constructs, 1)
  if (!operands) return nothing(node)
  return {
    kind: 'new',
    class: made,
    constructor: constructs,
    operands,
    type,
    from,
    to,
  }
}
