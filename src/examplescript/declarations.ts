/** What a program declares, while the checker goes through it. */
import { Names, type ClassNames, type Declared } from './body.ts'
import { returnType, valueType } from './check-type.ts'
import { isReservedName } from './reserved.ts'
import type { FunctionDeclaration, Name, Parameter, Place } from './tree.ts'
import { UNKNOWN, VOID, type Type } from './type.ts'
import type { Global, Import, Local, TypedFunction } from './typed.ts'

export class Declarations {
  readonly names: Names
  readonly globals: Global[] = []
  readonly functions: TypedFunction[] = []
  readonly imports: Import[] = []
  readonly classes: ClassNames[] = []
  /** What to check once everything is declared. */
  readonly bodies: (() => void)[] = []

  constructor(names: Names) {
    this.names = names
  }

  /** Gives a name to something, outside of all functions. */
  declare(name: Name, what: Declared, isExported = false): void {
    const { names } = this
    names.notes?.names.set(name, what)
    if (!name.text || isReservedName(names, name)) return
    if (isExported && name.text === 'memory') {
      const message = 'The memory is exported by this name.'
      names.report('reserved-name', name, message, 'Take another name.')
    }
    if (names.scope.declare(name.text, what)) return
    const message = `${name.text} is there already.`
    names.report('declared-twice', name, message, 'Take another name.')
  }

  /** The type that a function says it returns; constructors say none. */
  returns({ returns }: FunctionDeclaration): Type {
    return returns ? returnType(this.names, returns) : UNKNOWN
  }

  /** Parameters, of which the first has this index. */
  parameters(nodes: readonly Parameter[], first = 0): Local[] {
    return nodes.map(({ name, type }, index) => ({
      kind: 'local',
      name: name.text,
      type: valueType(this.names, type),
      index: first + index,
      isConstant: false,
    }))
  }
}

/** A function whose body is yet to be checked. */
export function emptyFunction(
  name: string,
  { from, to }: Place,
  parts: Partial<TypedFunction> = {},
): TypedFunction {
  return {
    kind: 'function',
    name,
    parameters: [],
    locals: [],
    returns: VOID,
    body: [],
    isExported: false,
    from,
    to,
    ...parts,
  }
}
