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
import type { Place } from './tree.ts'
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
  /** Whether the host hears of each write to memory, beforehand. */
  isWatched: boolean
  /** The address of a write, of which the host hears if it watches. */
  watched(write: Write, place: Place): ExpressionRef
}

/** Where in memory something is written. */
export interface Write {
  address: ExpressionRef
  /** What the instruction itself adds to the address. */
  offset: number
  /** How many bytes. */
  size: ExpressionRef
}

/** An instruction and where it came from. */
export interface Located {
  instruction: ExpressionRef
  /** All of the source that it is about. */
  place: Place
  /** Where it is decided what is done, in UTF-16 units: at an operator's sign. */
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
  /** Those of `located`. */
  readonly #noted = new Set<ExpressionRef>()
  #labelCount = 0
  #origin: Omit<Located, 'instruction'> | undefined

  constructor(whole: Emission, made: TypedFunction, isLocated: boolean) {
    this.whole = whole
    this.made = made
    this.located = isLocated ? [] : undefined
    this.module = this.located ? this.#noting(whole.module) : whole.module
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

  /**
   * Builds instructions for a part of the source: they came from there, but for
   * those of an inner part.
   *
   * @param at where it is decided what is done, if that is not its beginning
   */
  from(
    { from, to }: Place,
    build: () => ExpressionRef,
    at = from,
  ): ExpressionRef {
    if (!this.located) return build()
    const outer = this.#origin
    this.#origin = { place: { from, to }, at }
    const built = build()
    // What a part of the whole module builds, as its strings do, is told here.
    if (!this.#noted.has(built)) this.#note(built)
    this.#origin = outer
    return built
  }

  /** Notes where an instruction came from. */
  #note(instruction: ExpressionRef): void {
    if (!this.#origin) return
    this.located!.push({ instruction, ...this.#origin })
    this.#noted.add(instruction)
  }

  /** Notes each instruction that is built with where it came from. */
  #noting(module: Module): Module {
    const note = (built: unknown) => {
      if (typeof built === 'number') this.#note(built)
      return built
    }
    const noting = <T extends object>(builders: T): T =>
      new Proxy(builders, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name)
          if (typeof value === 'function') {
            return (...operands: unknown[]) =>
              note(Reflect.apply(value, target, operands))
          }
          return typeof value === 'object' && value ? noting(value) : value
        },
      })
    return noting(module)
  }
}
