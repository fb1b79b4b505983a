/** Checks names, members and elements, to read them and to assign to them. */
import { nothing, type Body, type ClassNames } from './body.ts'
import { constant, NAMED_NUMBERS } from './constant.ts'
import { checkAs, implicit, nameOf } from './convert.ts'
import { insertAt, replace, shortened, type Fix } from './edit.ts'
import { fixesOfConstant } from './edit-constant.ts'
import { fixOfNull } from './edit-check.ts'
import { strings } from './check-equality.ts'
import { arithmetic, one } from './check-operator.ts'
import { assign } from './flow.ts'
import { operatorInside } from './operators.ts'
import { nearest } from './suggest.ts'
import type {
  Assignment,
  Element,
  Expression,
  Member,
  Name,
  Update,
} from './tree.ts'
import {
  F32,
  F64,
  I32,
  isReference,
  NAMED,
  UNKNOWN,
  VOID,
  type Type,
} from './type.ts'
import type {
  Import,
  Target,
  TypedExpression,
  TypedFunction,
  Variable,
} from './typed.ts'

export function checkName(
  body: Body,
  node: Name,
  context: Type | undefined,
): TypedExpression {
  const declared = body.scope.find(node.text)
  if (declared) body.note(node, declared)
  if (body.declaring === node.text && node.text) {
    unassigned(body, node, 'Take another name, or another value.')
    return nothing(node)
  }
  if (declared?.kind === 'local' || declared?.kind === 'global') {
    return read(body, node, declared)
  }
  const number = NAMED_NUMBERS.get(node.text)
  if (number !== undefined && !declared) {
    return constant(number, context === F32 ? F32 : F64, node)
  }
  if (declared) {
    const isClass = declared.kind === 'class'
    body.report(
      'not-a-value',
      node,
      `${node.text} is a ${isClass ? 'class' : 'function'}, and no value.`,
      isClass
        ? `Make an object: new ${node.text}(…).`
        : `Call it: ${node.text}(…).`,
      fixesOfCall(node, declared, context),
    )
  } else body.unknownName(node.text, node, 'variable', body.scope.names())
  return nothing(node)
}

/** A function that is called with nothing, and gives what is asked for. */
function fixesOfCall(
  node: Name,
  declared: ClassNames | TypedFunction | Import,
  context: Type | undefined,
): Fix[] {
  if (declared.kind === 'class') {
    const isEmpty = declared.constructs.parameters.length === 1
    return isEmpty ? [replace(node, `new ${node.text}()`)] : []
  }
  const isKept = declared.returns !== VOID || context === VOID
  const isEmpty = declared.parameters.length === 0
  return isEmpty && isKept ? [replace(node, `${node.text}()`)] : []
}

function read(body: Body, node: Name, variable: Variable): TypedExpression {
  const { from, to } = node
  let { type } = variable
  if (variable.kind === 'local') {
    if (body.flow.unassigned.has(variable) && !body.flow.isOver) {
      unassigned(body, node, 'Give it one where it is declared.')
    }
    // What was found not to be null is of the type that is never null.
    if (isReference(type) && body.flow.notNull.has(variable)) {
      type = type.isNullable ? type.twin : type
    }
  } else if (body.isTooEarly(variable)) {
    unassigned(body, node, 'Its declaration is below: move it up.')
  }
  return { kind: 'get', variable, type, from, to }
}

function unassigned(body: Body, node: Name, hint: string): void {
  body.report('unassigned', node, `${node.text} has no value yet.`, hint)
}

/** Constants that AssemblyScript has as members of types and of Math. */
function refuseConstant(
  body: Body,
  { object, name, from, to }: Member,
): boolean {
  if (object.kind !== 'name' || body.scope.find(object.text)) return false
  if (!NAMED.has(object.text) && object.text !== 'Math') return false
  body.report(
    'left-out',
    { from, to },
    `ExampleScript has no ${object.text}.${name.text}.`,
    'Write the number itself, or declare a constant.',
    fixesOfConstant({ from, to }, `${object.text}.${name.text}`),
  )
  return true
}

export function checkMember(body: Body, node: Member): TypedExpression {
  if (refuseConstant(body, node)) return nothing(node)
  const object = body.expression(node.object)
  const { from, to } = node
  const { type } = object
  const { text } = node.name
  if (type === UNKNOWN) return nothing(node)
  if (isReference(type) && refuseNull(body, object)) return nothing(node)
  if (text === 'length' && type.kind === 'array') {
    return { kind: 'length', array: object, type: I32, from, to }
  }
  if (text === 'length' && type.kind === 'string') {
    return strings('length', I32, [object], node)
  }
  const members = body.names.classOf(type)
  const field = members?.fields.get(text)
  const method = members?.methods.get(text)
  const member = field ?? method
  if (member) body.note(node.name, member)
  if (field) return { kind: 'field', object, field, type: field.type, from, to }
  if (method) {
    body.report(
      'not-a-value',
      node.name,
      `${text} is a method, and no value.`,
      `Call it: ${text}(…).`,
      method.parameters.length === 1 ? [insertAt(node.name.to, '()')] : [],
    )
  } else unknownMember(body, node.name, type)
  return nothing(node)
}

/** Reports an object that may be null where one is needed. */
export function refuseNull(body: Body, object: TypedExpression): boolean {
  const { type } = object
  if (!isReference(type) || !type.isNullable) return false
  const isVariable = object.kind === 'get' && object.variable.kind === 'local'
  body.report(
    'maybe-null',
    object,
    'This may be null.',
    isVariable
      ? 'Ask before whether it is, or write ! behind it if you know it is not.'
      : 'Keep it in a variable and ask whether that is null, or write ! behind it.',
    [fixOfNull(body.names.source, object)],
  )
  return true
}

export function unknownMember(body: Body, name: Name, type: Type): void {
  if (!name.text) return
  const members = body.names.classOf(type)
  const names = members
    ? [...members.fields.keys(), ...members.methods.keys()]
    : MEMBERS[type.kind]
  const meant = nearest(name.text, names ?? [])
  const has = names?.length ? ` It has ${names.slice(0, 8).join(', ')}.` : ''
  body.report(
    'unknown-member',
    name,
    `${nameOf(type)} has no member ${name.text.slice(0, 60)}.${has}`,
    meant && `Did you mean ${meant}?`,
    meant ? [replace(name, meant)] : [],
  )
}

const MEMBERS: Partial<Record<Type['kind'], string[]>> = {
  array: ['length'],
  string: ['length', 'charCodeAt'],
}

export function checkElement(body: Body, node: Element): TypedExpression {
  const array = body.expression(node.object)
  const index = checkAs(body, node.index, I32)
  const { from, to } = node
  const { type } = array
  if (type === UNKNOWN || index.type === UNKNOWN) return nothing(node)
  if (type.kind !== 'array') {
    body.report(
      'wrong-type',
      array,
      `Only arrays have elements, and this is ${nameOf(type)}.`,
      type.kind === 'string' ? 'Write text.charCodeAt(i).' : undefined,
      type.kind === 'string' ? [fixOfCharacter(body, node)] : [],
    )
    return nothing(node)
  }
  if (refuseNull(body, array)) return nothing(node)
  return { kind: 'element', array, index, type: type.element, from, to }
}

/** `text[i]` is `text.charCodeAt(i)`. */
function fixOfCharacter({ names }: Body, { object, index, to }: Element): Fix {
  const text = names.source.slice(index.from, index.to)
  const call = `.charCodeAt(${text})`
  return replace({ from: object.to, to }, call, `Write ${shortened(call)}`)
}

export function checkAssignment(
  body: Body,
  node: Assignment,
  context: Type | undefined,
): TypedExpression {
  const target = checkTarget(
    body,
    node.target,
    node.operator !== 'equals',
    context,
  )
  const value = target
    ? checkNewValue(body, node, target)
    : body.expression(node.value)
  if (!target || value.type === UNKNOWN) return nothing(node)
  const { from, to } = node
  const set = { kind: 'set' as const, target, value, from, to }
  const type = noteAssigned(body, target, value)
  return { ...set, type: context === VOID ? VOID : type }
}

/** What a target becomes: the value, or what an operator makes of both. */
function checkNewValue(
  body: Body,
  node: Assignment,
  target: Target,
): TypedExpression {
  const operator = operatorInside(node.operator)
  if (!operator) return checkAs(body, node.value, target.type)
  const right = checkAs(body, node.value, target.type)
  const isText = target.type.kind === 'string' && operator === 'plus'
  if (isText) {
    return right.type === UNKNOWN
      ? right
      : strings('concat', target.type, [target, right], node)
  }
  return arithmetic(body, { ...node, operator }, target, right)
}

/** @returns the type of the assignment's own value */
function noteAssigned(
  body: Body,
  target: Target,
  value: TypedExpression,
): Type {
  if (target.kind !== 'get' || target.variable.kind !== 'local') {
    return target.type
  }
  const { type } = target.variable
  const given = value.kind === 'convert' ? value.operand.type : value.type
  const isNotNull = isReference(given) && !given.isNullable
  const isKept = isReference(type) && type.isNullable && isNotNull
  body.flow = assign(body.flow, target.variable, isKept)
  return type
}

/** A place that can be assigned to; `isRead` if its value is asked for, too. */
function checkTarget(
  body: Body,
  node: Expression,
  isRead: boolean,
  context?: Type,
): Target | undefined {
  if (node.kind === 'group') return checkTarget(body, node.expression, isRead)
  if (node.kind === 'name') return checkVariable(body, node, isRead)
  const target = body.expression(node, context)
  if (target.type === UNKNOWN) return undefined
  if (target.kind !== 'field' && target.kind !== 'element') {
    body.report(
      'not-assignable',
      node,
      'Nothing can be assigned to this.',
      'Assign to a variable, a field or an element.',
    )
    return undefined
  }
  if (isRead && !isStill(target)) {
    body.report(
      'side-effects',
      node,
      'This would be computed twice, once to read it and once to set it.',
      'Keep the object or the index in a variable before.',
    )
    return undefined
  }
  return target
}

function checkVariable(
  body: Body,
  node: Name,
  isRead: boolean,
): Target | undefined {
  const variable = body.scope.find(node.text)
  const isVariable = variable?.kind === 'local' || variable?.kind === 'global'
  if (variable) body.note(node, variable)
  if (!isVariable || isRead) {
    const target = checkName(body, node, undefined)
    if (target.kind !== 'get') return undefined
    if (!isVariable) return undefined
  }
  const { from, to } = node
  if (variable.isConstant) {
    body.report(
      'constant',
      node,
      `${variable.name} is constant.`,
      'Declare it with let.',
      fixesOfDeclaration(body, variable),
    )
    return undefined
  }
  return { kind: 'get', variable, type: variable.type, from, to }
}

function fixesOfDeclaration({ names }: Body, variable: Variable): Fix[] {
  const word = names.constants.get(variable)
  return word ? [replace(word, 'let', 'Declare it with let')] : []
}

/** Whether it can be computed twice, and nobody would notice. */
function isStill(expression: TypedExpression): boolean {
  switch (expression.kind) {
    case 'constant':
    case 'get':
      return true
    case 'field':
      return isStill(expression.object)
    case 'element':
      return isStill(expression.array) && isStill(expression.index)
    case 'length':
      return isStill(expression.array)
    case 'negate':
    case 'complement':
    case 'not':
    case 'convert':
    case 'notNull':
      return isStill(expression.operand)
    case 'binary':
      return isStill(expression.left) && isStill(expression.right)
    default:
      return false
  }
}

/** `++x` and `x++` */
export function checkUpdate(
  body: Body,
  node: Update,
  context: Type | undefined,
): TypedExpression {
  const target = checkTarget(body, node.target, true, context)
  if (!target || target.type === UNKNOWN) return nothing(node)
  const { type } = target
  const { from, to } = node
  const operator = node.operator === 'plusPlus' ? 'plus' : 'minus'
  const sign = node.isPrefix ? { from, to: from + 2 } : { from: to - 2, to }
  const operation = { operator, sign, from, to } as const
  // Whoever takes no value does not see which one it would be.
  if (node.isPrefix || context === VOID) {
    const value = arithmetic(body, operation, target, one(type, sign))
    if (value.type === UNKNOWN) return nothing(node)
    const own = context === VOID ? VOID : type
    return { kind: 'set', target, value, type: own, from, to }
  }
  const temporary = body.local(type)
  const old = { kind: 'get' as const, variable: temporary, type, ...sign }
  const update = arithmetic(body, operation, old, one(type, sign))
  if (update.type === UNKNOWN) return nothing(node)
  return { kind: 'postfix', temporary, target, update, type, from, to }
}

/** `x!` */
export function checkNotNull(
  body: Body,
  node: Extract<Expression, { kind: 'notNull' }>,
): TypedExpression {
  const operand = body.expression(node.operand)
  const { type } = operand
  const { from, to } = node
  if (type === UNKNOWN) return nothing(node)
  if (isReference(type) && type.isNullable) {
    return { kind: 'notNull', operand, type: type.twin, from, to }
  }
  const message =
    type === VOID ? 'This gives nothing.' : `${nameOf(type)} is never null.`
  const hint = 'Leave the ! out.'
  const sign = { from: to - 1, to }
  const fixes = type === VOID ? [] : [replace(sign, '', 'Leave the ! out')]
  body.report('wrong-operand', node, message, hint, fixes)
  return implicit(body, operand, type)
}
