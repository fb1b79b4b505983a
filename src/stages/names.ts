/** Which node a name of a module stands for: of a function, a global, a class, a local. */
import type { TypedProgram } from '../examplescript/examplescript.ts'
import { NOWHERE, type Nodes } from './nodes.ts'

export class ModuleNames {
  readonly #nodes: Nodes
  readonly #declared = new Map<string, number>()

  constructor(program: TypedProgram, nodes: Nodes) {
    this.#nodes = nodes
    const { imports, globals, classes, functions } = program
    const all = [...imports, ...globals, ...classes, ...functions]
    for (const one of all) {
      this.#declared.set(one.name, nodes.at(one))
    }
  }

  /** The node of a function, a global or a class. */
  declared(name: string): number {
    return this.#declared.get(name) ?? NOWHERE
  }

  /**
   * The node of a parameter or a variable. Of two of one name the module calls
   * the second `name.1`.
   *
   * @param around the node of its function
   */
  local(name: string, around: number): number {
    if (around === NOWHERE) return NOWHERE
    const [, plain, count = '0'] = /^(.*?)(?:\.(\d+))?$/.exec(name)!
    let left = Number(count)
    for (let at = around; at <= this.#nodes.last[around]!; at++) {
      const node = this.#nodes.all[at]!
      const isDeclared = node.kind === 'variable' || node.kind === 'parameter'
      if (isDeclared && node.name.text === plain && left-- === 0) return at
    }
    return NOWHERE
  }
}
