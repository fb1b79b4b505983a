/** Checks functions, and declares those that the host brings along. */
import { Body, type ClassNames, type Names } from './body.ts'
import { checkExpression } from './check-expression.ts'
import { checkStatements, declare } from './check-statement.ts'
import { emptyFunction, type Declarations } from './declarations.ts'
import type { FunctionDeclaration } from './tree.ts'
import { UNKNOWN, VOID } from './type.ts'
import type { Import, TypedFunction, TypedStatement } from './typed.ts'

const CHECKS = { expression: checkExpression, statements: checkStatements }

/** Where a function is checked; methods and constructors are of a class. */
export function bodyOf(
  names: Names,
  made: TypedFunction,
  self?: ClassNames,
): Body {
  return new Body(names, made, CHECKS, self)
}

export function declareFunction(
  program: Declarations,
  node: FunctionDeclaration,
): void {
  const { name, from, to, external, isExported } = node
  const parameters = program.parameters(node.parameters)
  const returns = program.returns(node)
  if (external) {
    const { module, name: own } = external
    const common = { name: name.text, parameters, returns, from, to }
    const made: Import = { kind: 'import', module, external: own, ...common }
    program.imports.push(made)
    program.declare(name, made)
    return
  }
  const parts = { parameters, returns, isExported }
  const made = emptyFunction(name.text, node, parts)
  program.functions.push(made)
  program.declare(name, made, isExported)
  program.bodies.push(() =>
    checkFunction(node, made, bodyOf(program.names, made)),
  )
}

/**
 * Checks a function's statements.
 *
 * @param before what is done before them
 */
export function checkFunction(
  node: FunctionDeclaration,
  made: TypedFunction,
  body: Body,
  before: (body: Body) => TypedStatement[] = () => [],
): void {
  // Those of a class have this before what is written.
  const first = made.parameters.length - node.parameters.length
  for (const [index, { name }] of node.parameters.entries()) {
    declare(body, name, made.parameters[first + index]!)
  }
  if (node.returns) body.returns = node.returns
  const statements = node.body?.statements ?? []
  made.body = [...before(body), ...checkStatements(body, statements)]
  const { returns, constructs } = made
  if (body.flow.isOver || constructs) return
  if (returns === VOID || returns === UNKNOWN) return
  body.report(
    'missing-return',
    node.name,
    `${node.name.text} should return ${returns.name}, and may come to its end.`,
    'Put a return at its end.',
  )
}
