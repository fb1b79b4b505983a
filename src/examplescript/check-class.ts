/** Checks classes: their fields, their methods, and how objects are made. */
import type { Body, ClassNames } from './body.ts'
import { assignedFirst } from './check-field.ts'
import { bodyOf, checkFunction } from './check-function.ts'
import { valueType } from './check-type.ts'
import { checkAs } from './convert.ts'
import { insertAt } from './edit.ts'
import { emptyFunction, type Declarations } from './declarations.ts'
import type {
  ClassDeclaration,
  Field,
  FunctionDeclaration,
  Name,
} from './tree.ts'
import { classType, isReference, UNKNOWN } from './type.ts'
import type { Local, TypedField, TypedStatement } from './typed.ts'

/** Gives the class its name and its type; its members come later. */
export function declareClass(
  program: Declarations,
  node: ClassDeclaration,
): ClassNames {
  const { name, from, to } = node
  const type = classType(name.text)
  const made: ClassNames = {
    kind: 'class',
    class: { kind: 'class', name: name.text, type, fields: [], from, to },
    fields: new Map(),
    methods: new Map(),
    constructs: emptyFunction(
      `${name.text}#constructor`,
      node.constructs ?? node,
    ),
  }
  program.classes.push(made)
  program.names.addClass(made)
  program.declare(name, made)
  return made
}

/** Declares what a class has, once all classes are known. */
export function declareMembers(
  program: Declarations,
  node: ClassDeclaration,
  made: ClassNames,
): void {
  for (const field of node.fields) declareField(program, field, made)
  const self: Local = {
    kind: 'local',
    name: 'this',
    type: made.class.type,
    index: 0,
    isConstant: true,
  }
  for (const method of node.methods) declareMethod(program, method, made, self)
  const { constructs } = made
  constructs.constructs = made.class
  constructs.returns = made.class.type
  const given = program.parameters(node.constructs?.parameters ?? [], 1)
  constructs.parameters.push(self, ...given)
  program.functions.push(constructs)
  if (node.constructs) {
    program.names.notes?.names.set(node.constructs.name, constructs)
  }
  program.bodies.push(() => checkConstructor(program, node, made))
}

function declareField(
  program: Declarations,
  { name, type }: Field,
  made: ClassNames,
): void {
  const field: TypedField = {
    kind: 'field',
    name: name.text,
    type: valueType(program.names, type),
    index: made.class.fields.length,
  }
  made.class.fields.push(field)
  program.names.notes?.names.set(name, field)
  if (isNewMember(program, made, name)) made.fields.set(name.text, field)
}

function declareMethod(
  program: Declarations,
  node: FunctionDeclaration,
  made: ClassNames,
  self: Local,
): void {
  const { name } = node
  const parameters = [self, ...program.parameters(node.parameters, 1)]
  const parts = { parameters, returns: program.returns(node) }
  const method = emptyFunction(`${made.class.name}#${name.text}`, node, parts)
  program.functions.push(method)
  program.names.notes?.names.set(name, method)
  if (isNewMember(program, made, name)) made.methods.set(name.text, method)
  program.bodies.push(() =>
    checkFunction(node, method, bodyOf(program.names, method, made)),
  )
}

function isNewMember(
  { names }: Declarations,
  { fields, methods }: ClassNames,
  name: Name,
): boolean {
  if (!name.text) return false
  if (!fields.has(name.text) && !methods.has(name.text)) return true
  const message = `The class has a member ${name.text} already.`
  names.report('declared-twice', name, message, 'Take another name.')
  return false
}

/** The fields that have values get them first, then the constructor runs. */
function checkConstructor(
  { names }: Declarations,
  node: ClassDeclaration,
  made: ClassNames,
): void {
  const { from, to } = node
  const written: FunctionDeclaration = node.constructs ?? {
    kind: 'function',
    name: node.name,
    parameters: [],
    isExported: false,
    from,
    to,
  }
  const body = bodyOf(names, made.constructs, made)
  checkFunction(written, made.constructs, body, () =>
    node.fields.flatMap((field, index) => setField(body, field, made, index)),
  )
  const given = assignedFirst(written.body?.statements ?? [])
  for (const field of node.fields) demandValue(body, field, made, given)
}

/** The assignment of a field's value, if it has one. */
function setField(
  body: Body,
  { value, from, to }: Field,
  made: ClassNames,
  index: number,
): TypedStatement[] {
  const [variable] = body.function.parameters
  if (!value || !variable) return []
  const field = made.class.fields[index]!
  const { type } = field
  const place = { from, to }
  const object = {
    kind: 'get' as const,
    variable,
    type: variable.type,
    ...place,
  }
  const target = { kind: 'field' as const, object, field, type, ...place }
  const given = checkAs(body, value, type)
  const set = { kind: 'set' as const, target, value: given, type, ...place }
  return [{ kind: 'expression', expression: set, ...place }]
}

/** A field that is never null has a value, or gets one at once. */
function demandValue(
  body: Body,
  { name, type, value }: Field,
  { fields }: ClassNames,
  given: ReadonlySet<string>,
): void {
  const own = fields.get(name.text)?.type ?? UNKNOWN
  const isEmpty = isReference(own) && !own.isNullable && !value
  if (!isEmpty || given.has(name.text)) return
  body.report(
    'field-unassigned',
    name,
    `${name.text} is never null, and the constructor does not begin with giving it a value.`,
    `Write ${name.text}: ${type.name} | null, or give it a value.`,
    [insertAt(type.to, ' | null')],
  )
}
