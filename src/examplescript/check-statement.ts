/** Checks statements, and follows the ways through them. */
import { nothing, type Body } from './body.ts'
import { checkLoop } from './check-loop.ts'
import { checkSwitch } from './check-switch.ts'
import { valueType } from './check-type.ts'
import { checkAs, condition, nameOf } from './convert.ts'
import { assign, declareUnassigned, merge, over } from './flow.ts'
import { insertAt, replace, type Fix } from './edit.ts'
import { isWritable } from './edit-check.ts'
import { isReservedName } from './reserved.ts'
import type {
  Expression,
  Name,
  Place,
  Statement,
  Variable,
  Variables,
} from './tree.ts'
import { isReference, isSmall, NULL, UNKNOWN, VOID, type Type } from './type.ts'
import type { Local, TypedExpression, TypedStatement } from './typed.ts'

export function checkStatements(
  body: Body,
  statements: readonly Statement[],
): TypedStatement[] {
  const checked: TypedStatement[] = []
  for (const statement of statements) checkInto(body, statement, checked)
  return checked
}

/** One statement; `let` with several variables becomes as many. */
function checkInto(
  body: Body,
  node: Statement,
  statements: TypedStatement[],
): void {
  if (node.kind === 'variables') {
    for (const variable of node.variables) {
      const set = checkVariable(body, variable, node)
      if (set) statements.push(set)
    }
  } else statements.push(checkStatement(body, node))
}

function checkStatement(body: Body, node: Statement): TypedStatement {
  const { from, to } = node
  switch (node.kind) {
    case 'block': {
      let statements: TypedStatement[] = []
      body.inBlock(() => {
        statements = checkStatements(body, node.statements)
      })
      return { kind: 'block', statements, from, to }
    }
    case 'variables':
      return body.statement(node)
    case 'expression': {
      const expression = body.expression(node.expression, VOID)
      return { kind: 'expression', expression, from, to }
    }
    case 'if':
      return checkIf(body, node)
    case 'while':
    case 'do':
    case 'for':
      return checkLoop(body, node)
    case 'switch':
      return checkSwitch(body, node)
    case 'break':
    case 'continue':
      return checkJump(body, node.kind, node)
    case 'return':
      return checkReturn(body, node)
    case 'broken':
      return { kind: 'block', statements: [], from, to }
  }
}

/** @returns the assignment, if there is a value */
function checkVariable(
  body: Body,
  node: Variable,
  statement: Variables,
): TypedStatement | undefined {
  const { isConstant } = statement
  const declared = node.type && valueType(body.names, node.type)
  const { name, from, to } = node
  body.declaring = name.text
  const value = node.value && initialValue(body, node.value, declared)
  body.declaring = ''
  const type = declared ?? variableType(body, node, value)
  const local = body.local(type, name.text, isConstant)
  if (isConstant) {
    const word = { from: statement.from, to: statement.from + 'const'.length }
    body.names.constants.set(local, word)
  }
  declare(body, name, local, fixesOfSecond(body, node, statement))
  if (value) {
    const given = value.kind === 'convert' ? value.operand.type : value.type
    const isNotNull =
      isReference(type) &&
      type.isNullable &&
      isReference(given) &&
      !given.isNullable
    body.flow = assign(body.flow, local, isNotNull)
    const target = {
      kind: 'get' as const,
      variable: local,
      type,
      ...place(name),
    }
    const set = { kind: 'set' as const, target, value, type, from, to }
    return { kind: 'expression', expression: set, from, to }
  }
  if (isConstant) {
    const message = `A constant needs a value, and ${name.text} has none.`
    body.report('no-value', name, message)
  } else body.flow = declareUnassigned(body.flow, local)
  return undefined
}

/** Who declares a variable twice may want to assign to it. */
function fixesOfSecond(
  { scope }: Body,
  { name, type, value }: Variable,
  { from, isConstant, variables }: Variables,
): Fix[] {
  const first = scope.find(name.text)
  const isOther = first?.kind !== 'local' || first.isConstant
  const isMore = isConstant || type || !value || variables.length > 1
  if (isOther || isMore) return []
  return [replace({ from, to: name.from }, '', 'Assign to it, without let')]
}

function place({ from, to }: Place): Place {
  return { from, to }
}

function initialValue(
  body: Body,
  node: Expression,
  type: Type | undefined,
): TypedExpression {
  return type ? checkAs(body, node, type) : body.expression(node)
}

/** The type of a variable that does not name one: that of its value. */
export function variableType(
  body: Body,
  { name }: Variable,
  value: TypedExpression | undefined,
): Type {
  if (!value) {
    body.report(
      'no-type',
      name,
      `${name.text} has neither a type nor a value.`,
      `Write let ${name.text}: f64, or give it a value.`,
    )
    return UNKNOWN
  }
  const { type } = value
  if (type === VOID) {
    body.report('void-value', value, 'This gives nothing that could be kept.')
    return UNKNOWN
  }
  if (type === NULL) {
    const message = 'Of null alone it is not clear what it could be else.'
    body.report('no-type', value, message, 'Name the type: Node | null.')
    return UNKNOWN
  }
  if (isSmall(type)) {
    body.report(
      'small-arithmetic',
      value,
      `No variable is of type ${type.name}.`,
      `Name a wider type: let ${name.text}: i32 = …`,
      [insertAt(name.to, ': i32')],
    )
    return UNKNOWN
  }
  return type
}

/** Gives a name to a variable, in the block where the checker is. */
export function declare(
  body: Body,
  name: Name,
  local: Local,
  fixes?: Fix[],
): void {
  body.note(name, local)
  if (!name.text) return
  if (isReservedName(body.names, name)) return
  if (body.scope.declare(name.text, local)) return
  body.report(
    'declared-twice',
    name,
    `${name.text} is there already in this block.`,
    'Take another name, or assign to it without let.',
    fixes,
  )
}

function checkIf(
  body: Body,
  node: Extract<Statement, { kind: 'if' }>,
): TypedStatement {
  const test = condition(body, node.test)
  const ways = body.fork(test)
  body.flow = ways.whenTrue
  const consequent = body.statement(node.consequent)
  const afterThen = body.flow
  body.flow = ways.whenFalse
  const alternate = node.alternate && body.statement(node.alternate)
  body.flow = merge(afterThen, body.flow)
  const { from, to } = node
  return {
    kind: 'if',
    test,
    consequent,
    ...(alternate && { alternate }),
    from,
    to,
  }
}

function checkJump(
  body: Body,
  kind: 'break' | 'continue',
  { from, to }: Place,
): TypedStatement {
  const leavable =
    kind === 'break'
      ? body.leavables.at(-1)
      : body.leavables.findLast(({ continues }) => continues)
  if (leavable) {
    const flows = kind === 'break' ? leavable.breaks : leavable.continues!
    flows.push(body.flow)
  } else {
    const where = kind === 'break' ? 'a loop or a switch' : 'a loop'
    body.report(
      'outside-loop',
      { from, to },
      `${kind} stands inside of ${where}.`,
    )
  }
  body.flow = over(body.flow)
  return { kind, from, to }
}

function checkReturn(
  body: Body,
  node: Extract<Statement, { kind: 'return' }>,
): TypedStatement {
  const { returns, constructs } = body.function
  const { from, to } = node
  const type = constructs ? VOID : returns
  const value = node.value && checkReturned(body, node.value, type)
  if (!node.value && type !== VOID && type !== UNKNOWN) {
    const message = `This function returns ${nameOf(type)}, and here it returns nothing.`
    body.report('missing-return', node, message, 'Put a value behind return.')
  }
  if (constructs) {
    const message = 'ExampleScript has no return in constructors.'
    body.report('left-out', node, message, 'Put what is left into an if.')
  }
  body.flow = over(body.flow)
  return { kind: 'return', ...(value && { value }), from, to }
}

function checkReturned(
  body: Body,
  node: Expression,
  type: Type,
): TypedExpression {
  if (type !== VOID) return checkAs(body, node, type)
  const value = body.expression(node)
  if (value.type !== UNKNOWN) {
    body.report(
      'void-value',
      node,
      'This function returns nothing.',
      body.function.constructs
        ? undefined
        : 'Change void to the type that it returns.',
      body.returns && isWritable(value.type)
        ? [replace(body.returns, value.type.name)]
        : [],
    )
  }
  return nothing(value)
}
