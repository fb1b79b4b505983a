/** Checks global variables, whose values may need what is declared above them. */
import type { Body, Names } from './body.ts'
import { bodyOf } from './check-function.ts'
import { variableType } from './check-statement.ts'
import { valueType } from './check-type.ts'
import { checkAs } from './convert.ts'
import { emptyFunction, type Declarations } from './declarations.ts'
import type { Variable, Variables } from './tree.ts'
import { isReference, UNKNOWN } from './type.ts'
import type { Global, Local } from './typed.ts'

/**
 * Declares all of them, then checks their values in order.
 *
 * @returns the variables that working the values out takes
 */
export function checkGlobals(
  program: Declarations,
  nodes: readonly Variables[],
): Local[] {
  const start = emptyFunction('~start', { from: 0, to: 0 })
  const body = bodyOf(program.names, start)
  const ready = new Set<Global>()
  body.ready = ready
  const declared = nodes.map((node) => declareGlobals(program, node))
  for (const [index, { variables }] of nodes.entries()) {
    for (const [place, variable] of variables.entries()) {
      const global = declared[index]![place]!
      checkGlobal(body, variable, global)
      ready.add(global)
    }
  }
  return start.locals
}

function declareGlobals(program: Declarations, node: Variables): Global[] {
  const { variables, isConstant, isExported } = node
  const word = wordOf(program.names, node)
  return variables.map(({ name, type, from, to }) => {
    const global: Global = {
      kind: 'global',
      name: name.text,
      type: type ? valueType(program.names, type) : UNKNOWN,
      isConstant,
      isExported,
      from,
      to,
    }
    program.globals.push(global)
    if (isConstant) program.names.constants.set(global, word)
    program.declare(name, global, isExported)
    return global
  })
}

/** Where its `const` stands, or its `let`. */
function wordOf(
  { source }: Names,
  { from, isConstant, isExported }: Variables,
) {
  const word = isConstant ? 'const' : 'let'
  const start = isExported ? source.indexOf(word, from) : from
  return { from: start, to: start + word.length }
}

function checkGlobal(body: Body, node: Variable, global: Global): void {
  const { value, type, name } = node
  const checked =
    value && (type ? checkAs(body, value, global.type) : body.expression(value))
  if (!type) global.type = variableType(body, node, checked)
  if (checked) global.value = checked
  else if (global.isConstant) {
    const message = `A constant needs a value, and ${name.text} has none.`
    body.report('no-value', name, message)
  } else if (isReference(global.type) && !global.type.isNullable) {
    const message = `${name.text} is never null, and has no value.`
    body.report('no-value', name, message, 'Give it one.')
  }
}
