/**
 * What emitting one function needs: its module, its labels, its variables, and
 * where each instruction came from.
 */
import type {
  ExpressionRef,
  Library,
  Module,
  Type as WasmType,
} from '../binaryen/library.ts'
import type { Strings } from './emit-string.ts'
import type { Types } from './emit-type.ts'
import type { Helper } from './prelude.ts'
import type { TypedFunction } from './typed.ts'
import type { Type } from './type.ts'

/** The whole that a function is emitted into. */
export interface Emission {
  library: Library
  module: Module
  types: Types
  /** Asks for the function behind an operator; gives its name. */
  helper(name: Helper): string
  strings: Strings
}

/** An instruction and where it came from. */
export interface Located {
  instruction: ExpressionRef
  /** In UTF-16 units of the source. */
  at: number
}

/** The labels of a loop or a switch that an inner statement may jump to. */
export interface Labels {
  break: string
  /** Absent for a switch. */
  continue?: string
  isLeft: boolean
  isContinued: boolean
}

export class FunctionEmission {
  readonly whole: Emission
  readonly module: Module
  readonly made: TypedFunction
  readonly labels: Labels[] = []
  readonly located: Located[] | undefined
  /** Variables that only the module has, behind those of the program. */
  readonly #extra: WasmType[] = []
  #labelCount = 0

  constructor(whole: Emission, made: TypedFunction, isLocated: boolean) {
    this.whole = whole
    this.module = whole.module
    this.made = made
    this.located = isLocated ? [] : undefined
  }

  wasm(type: Type): WasmType {
    return this.whole.types.wasm(type)
  }

  /** A variable for a value in between. */
  temporary(type: Type): number {
    const { parameters, locals } = this.made
    const count = this.#extra.push(this.wasm(type))
    return parameters.length + locals.length + count - 1
  }

  /** The types of all variables but the parameters. */
  variableTypes(): WasmType[] {
    return [
      ...this.made.locals.map(({ type }) => this.wasm(type)),
      ...this.#extra,
    ]
  }

  /** A label that the function does not have yet. */
  label(word: string): string {
    return `${word}|${this.#labelCount++}`
  }

  /** Notes where an instruction came from, if anybody asks. */
  locate(instruction: ExpressionRef, at: number): ExpressionRef {
    this.located?.push({ instruction, at })
    return instruction
  }
}
