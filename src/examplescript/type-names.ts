/** Which types the checker gave to what has a name in a program. */
import type { TypedProgram } from './typed.ts'
import type { Type } from './type.ts'

/**
 * Each type once that something of this name has: a variable, a parameter, a
 * field, or what a function gives. A method is called `Class.method`.
 */
export function typesNamed(name: string, program: TypedProgram): string[] {
  const found = new Set<string>()
  const note = (one: string, type: Type) => {
    if (one.replace('#', '.') === name) found.add(type.name)
  }
  for (const one of program.globals) note(one.name, one.type)
  for (const one of program.classes) {
    for (const field of one.fields) note(field.name, field.type)
  }
  for (const one of [...program.imports, ...program.functions]) {
    note(one.name, one.returns)
    for (const parameter of one.parameters) note(parameter.name, parameter.type)
  }
  const locals = program.functions.flatMap((one) => one.locals)
  for (const one of [...locals, ...program.startLocals]) {
    note(one.name, one.type)
  }
  return [...found]
}
