/**
 * The emitter: builds a WebAssembly module of a typed program, with Binaryen's
 * builders. One function of the program becomes one of the module.
 */
import type {
  ExpressionRef,
  FunctionRef,
  Library,
  Module,
} from '../binaryen/library.ts'
import { emitExpression } from './emit-expression.ts'
import {
  FunctionEmission,
  type Emission,
  type Located,
  type Write,
} from './emit-function.ts'
import { emitConstant } from './emit-number.ts'
import { emitBlock, emitStatement } from './emit-statement.ts'
import { Strings } from './emit-string.ts'
import { Types } from './emit-type.ts'
import { helperFunction, type Helper } from './prelude.ts'
import type { Place } from './tree.ts'
import type {
  Global,
  Local,
  TypedExpression,
  TypedFunction,
  TypedProgram,
  TypedStatement,
} from './typed.ts'
import { isReference, VOID, type Type } from './type.ts'

/** How a module says of its instructions where they came from. */
export interface Origins {
  /** The name of the source, as source maps and texts of modules say it. */
  name: string
  /** The line, from 1, and the column, from 0, that stand for a place. */
  positionOf(origin: Omit<Located, 'instruction'>): {
    line: number
    column: number
  }
}

export interface EmitOptions {
  /** If the module shall know where its instructions came from. */
  origins?: Origins | undefined
  /** If the module shall tell the host of each write to memory, beforehand. */
  isWatched?: boolean
}

/**
 * The import of a watched module: it is given an address, what the instruction
 * adds to it, how many bytes it writes there, and where in the source it stands,
 * and gives the address back.
 */
export const WATCH = '~wrote'

/** What a watched module exports instead of starting before it can be looked into. */
export const START = '~start'

/**
 * Builds the module of a program. It is valid; whether it is, Binaryen's own
 * validator is asked all the same, as whatever it refuses is a bug of ours.
 *
 */
export function emit(
  program: TypedProgram,
  library: Library,
  module: Module,
  options: EmitOptions = {},
): void {
  new Emitter(program, library, module, options).emit()
}

/**
 * 256 MiB: more than any program here needs, and little enough that one which asks
 * for all there is gets -1, and the page lives on.
 */
const MOST_PAGES = 4096

class Emitter implements Emission {
  readonly library: Library
  readonly module: Module
  readonly types: Types
  readonly strings: Strings
  readonly #program: TypedProgram
  readonly #helpers = new Set<Helper>()
  readonly isWatched: boolean
  readonly #origins: (Origins & { index: number }) | undefined

  constructor(
    program: TypedProgram,
    library: Library,
    module: Module,
    { origins, isWatched = false }: EmitOptions,
  ) {
    this.library = library
    this.module = module
    this.#program = program
    this.types = new Types(library, module, program)
    this.strings = new Strings(library, module)
    this.isWatched = isWatched
    if (!origins) return
    const index = module.addDebugInfoFileName(origins.name)
    this.#origins = { ...origins, index }
  }

  emit(): void {
    const { module } = this
    const { imports, globals, functions, usesMemory } = this.#program
    if (usesMemory) module.setMemory(1, MOST_PAGES, 'memory', [])
    for (const {
      name,
      module: from,
      external,
      parameters,
      returns,
    } of imports) {
      const types = this.#tuple(parameters)
      module.addFunctionImport(
        name,
        from,
        external,
        types,
        this.types.wasm(returns),
      )
    }
    if (this.isWatched) this.#importWatch()
    this.#emitGlobals(globals)
    for (const made of functions) this.#emitFunction(made)
    for (const name of this.#helpers) this.#emitHelper(name)
    this.#setFeatures()
  }

  /**
   * A module says what it needs, and no more: Binaryen has passes for objects,
   * and takes care of exceptions, which would look for them in vain.
   */
  #setFeatures(): void {
    const { module, library } = this
    const { classes, arrays } = this.#program
    const { Features } = library
    const hasObjects = classes.length + arrays.length > 0
    // A text that is never null is of a type that came with objects.
    const unused = hasObjects || this.strings.areMade ? 0 : Features.GC
    const never =
      Features.Atomics |
      Features.ExceptionHandling |
      Features.ExtendedConst |
      Features.Multivalue |
      Features.TailCall
    module.setFeatures(module.getFeatures() & ~(unused | never))
  }

  #importWatch(): void {
    const { i32, createType } = this.library
    const takes = createType([i32, i32, i32, i32])
    this.module.addFunctionImport(WATCH, 'env', WATCH, takes, i32)
  }

  watched({ address, offset, size }: Write, { from }: Place): ExpressionRef {
    if (!this.isWatched) return address
    const number = (value: number) => this.module.i32.const(value)
    const told = [address, number(offset), size, number(from)]
    return this.module.call(WATCH, told, this.library.i32)
  }

  helper(name: Helper): string {
    this.#helpers.add(name)
    return helperFunction(name).name
  }

  #tuple(locals: readonly Local[]): number {
    if (locals.length === 0) return this.library.none
    return this.library.createType(
      locals.map(({ type }) => this.types.wasm(type)),
    )
  }

  #emitHelper(name: Helper): void {
    const emission = new FunctionEmission(this, helperFunction(name), false)
    this.#addFunction(emission)
  }

  #emitFunction(made: TypedFunction): void {
    const emission = new FunctionEmission(
      this,
      made,
      this.#origins !== undefined,
    )
    const added = this.#addFunction(emission)
    if (made.isExported) this.module.addFunctionExport(made.name, made.name)
    this.#locate(added, emission.located)
  }

  #addFunction(emission: FunctionEmission): FunctionRef {
    const { made, module } = emission
    const result = this.types.wasm(made.returns)
    const body = emission.from(made, () => this.#emitBody(emission, result))
    const added = module.addFunction(
      made.name,
      this.#tuple(made.parameters),
      result,
      emission.variableTypes(),
      body,
    )
    this.#nameLocals(added, [...made.parameters, ...made.locals])
    return added
  }

  /** The last return is the value of the whole body. */
  #emitBody(emission: FunctionEmission, result: number): ExpressionRef {
    const { made, module } = emission
    if (made.returns === VOID) return emitBlock(emission, made.body)
    const parts = [...made.body]
    const last = parts.at(-1)
    const isValue = last?.kind === 'return' && last.value && !made.constructs
    if (isValue) parts.pop()
    const emitted = parts.map((one) => emitStatement(emission, one))
    if (made.constructs) emitted.push(module.local.get(0, result))
    else if (isValue) emitted.push(emitExpression(emission, last.value!))
    else emitted.push(module.unreachable())
    return emitted.length === 1
      ? emitted[0]!
      : module.block(null, emitted, result)
  }

  /** Names are what texts show; two variables of one name are told apart. */
  #nameLocals(added: FunctionRef, locals: readonly Local[]): void {
    const taken = new Map<string, number>()
    for (const { name, index } of locals) {
      if (!name) continue
      const count = taken.get(name) ?? 0
      taken.set(name, count + 1)
      const own = count ? `${name}.${count}` : name
      this.library.Function.setLocalName(added, index, own)
    }
  }

  #locate(added: FunctionRef, located: Located[] | undefined): void {
    if (!this.#origins || !located) return
    const { index } = this.#origins
    for (const { instruction, ...origin } of located) {
      const { line, column } = this.#origins.positionOf(origin)
      this.module.setDebugLocation(added, instruction, index, line, column)
    }
  }

  /** Globals whose value is no constant get it when the module starts. */
  #emitGlobals(globals: readonly Global[]): void {
    const late: TypedStatement[] = []
    for (const global of globals) {
      const { name, type, value, isConstant, isExported, from, to } = global
      const constant = this.#constantOf(type, value)
      const isMutable = !isConstant || constant === undefined
      const initial = constant ?? this.#empty(type)
      this.module.addGlobal(name, this.types.wasm(type), isMutable, initial)
      if (isExported) this.module.addGlobalExport(name, name)
      if (constant !== undefined || !value) continue
      const target = { kind: 'get' as const, variable: global, type, from, to }
      const expression = { kind: 'set' as const, target, value, type, from, to }
      late.push({ kind: 'expression', expression, from, to })
    }
    if (late.length > 0) this.#emitStart(late)
  }

  #emitStart(body: TypedStatement[]): void {
    const start: TypedFunction = {
      kind: 'function',
      name: START,
      parameters: [],
      locals: this.#program.startLocals,
      returns: VOID,
      body,
      isExported: false,
      from: 0,
      to: 0,
    }
    const emission = new FunctionEmission(
      this,
      start,
      this.#origins !== undefined,
    )
    const added = this.#addFunction(emission)
    this.#locate(added, emission.located)
    if (this.isWatched) this.module.addFunctionExport(START, START)
    else this.module.setStart(added)
  }

  #constantOf(
    type: Type,
    value: TypedExpression | undefined,
  ): ExpressionRef | undefined {
    if (!value) return this.#empty(type)
    if (value.kind === 'constant')
      return emitConstant(this.module, type, value.value)
    if (value.kind === 'null') return this.#empty(type)
    return undefined
  }

  #empty(type: Type): ExpressionRef {
    const { module } = this
    if (isReference(type)) return module.ref.null(this.types.wasm(type))
    if (type.kind === 'vector') return module.v128.const(new Uint8Array(16))
    return emitConstant(module, type, 0)
  }
}
