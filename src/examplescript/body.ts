/**
 * What the checker knows while it is in a program: `Names` for all of it, `Body`
 * for the one function where it is.
 */
import { BEGIN, merge, type Flow } from './flow.ts'
import { narrow } from './narrow.ts'
import type { Code } from './codes.ts'
import type { Meant, Notes } from './check-notes.ts'
import { replace, type Fix } from './edit.ts'
import type { Problem } from './problem.ts'
import { Scope } from './scope.ts'
import { nearest } from './suggest.ts'
import type { Expression, Name, Place, Statement } from './tree.ts'
import { arrayType, UNKNOWN, type ArrayType, type Type } from './type.ts'
import type {
  Class,
  Global,
  Import,
  Local,
  TypedExpression,
  TypedField,
  TypedFunction,
  TypedStatement,
} from './typed.ts'

/** As many problems as a person may want to read. */
const MOST_PROBLEMS = 100

/** What a name may stand for, beside builtins. */
export type Declared = Local | Global | TypedFunction | Import | ClassNames

/** A class, and what can be reached through its objects. */
export interface ClassNames {
  kind: 'class'
  class: Class
  fields: Map<string, TypedField>
  methods: Map<string, TypedFunction>
  constructs: TypedFunction
}

/** All that a program declares outside of functions, and what is wrong with it. */
export class Names {
  readonly source: string
  readonly problems: Problem[] = []
  readonly scope = new Scope<Declared>()
  /** Where the word `const` stands that made a variable constant. */
  readonly constants = new Map<Local | Global, Place>()
  readonly #arrays = new Map<Type, ArrayType>()
  readonly #classes = new Map<object, ClassNames>()
  /** Whether anything reads or writes linear memory. */
  usesMemory = false

  /** What everything stands for, if somebody wants to know. */
  readonly notes: Notes | undefined

  constructor(source: string, notes?: Notes) {
    this.source = source
    this.notes = notes
  }

  /** Whether as many problems are known as anybody wants to hear. */
  get isFull(): boolean {
    return this.problems.length >= MOST_PROBLEMS
  }

  report(
    code: Code,
    { from, to }: Place,
    message: string,
    hint?: string,
    fixes: Fix[] = [],
  ): void {
    if (this.isFull) return
    const more = { ...(hint && { hint }), ...(fixes.length > 0 && { fixes }) }
    this.problems.push({ code, message, from, to, ...more })
  }

  /** `StaticArray<element>`, the same object each time. */
  arrayOf(element: Type): ArrayType {
    const array = this.#arrays.get(element) ?? arrayType(element)
    this.#arrays.set(element, array)
    return array
  }

  arrays(): ArrayType[] {
    return [...this.#arrays.values()]
  }

  addClass(names: ClassNames): void {
    this.notes?.classes.push(names)
    this.#classes.set(names.class.type.id, names)
  }

  /** The class of a type, nullable or not. */
  classOf(type: Type): ClassNames | undefined {
    return type.kind === 'class' ? this.#classes.get(type.id) : undefined
  }
}

/**
 * Checks an expression; `context` is what it will become, as far as is known:
 * VOID if nobody takes its value.
 */
export type CheckExpression = (
  body: Body,
  node: Expression,
  context?: Type,
) => TypedExpression

/** What a body asks for the parts of a part: who checks them knows them all. */
export interface Checks {
  expression: CheckExpression
  statements(body: Body, nodes: readonly Statement[]): TypedStatement[]
}

/** What a `break` or a `continue` leaves. */
export interface Leavable {
  /** Absent for a switch, which `continue` passes through. */
  continues?: Flow[]
  breaks: Flow[]
}

/** A function while it is checked. */
export class Body {
  readonly names: Names
  readonly function: TypedFunction
  /** The class that `this` is of, inside of one. */
  readonly self: ClassNames | undefined
  readonly leavables: Leavable[] = []
  scope: Scope<Declared>
  flow: Flow = BEGIN
  /** Where it says what the function returns. */
  returns?: Place
  /** The variable whose first value is checked, which cannot be read in it. */
  declaring = ''
  /** While globals get their values: those that have theirs. */
  ready?: ReadonlySet<Global>
  readonly #checks: Checks

  constructor(
    names: Names,
    made: TypedFunction,
    checks: Checks,
    self?: ClassNames,
  ) {
    this.names = names
    this.function = made
    this.self = self
    this.#checks = checks
    this.scope = new Scope(names.scope)
  }

  expression(node: Expression, context?: Type): TypedExpression {
    return this.#checks.expression(this, node, context)
  }

  statements(nodes: readonly Statement[]): TypedStatement[] {
    return this.#checks.statements(this, nodes)
  }

  /** One statement; `let` of several variables is several, in a block. */
  statement(node: Statement): TypedStatement {
    const statements = this.statements([node])
    const [first] = statements
    const { from, to } = node
    return first && statements.length === 1
      ? first
      : { kind: 'block', statements, from, to }
  }

  report(
    code: Code,
    place: Place,
    message: string,
    hint?: string,
    fixes?: Fix[],
  ): void {
    this.names.report(code, place, message, hint, fixes)
  }

  /** Remembers what a name stands for. */
  note(name: Name, meant: Meant): void {
    this.names.notes?.names.set(name, meant)
  }

  /** What is written at a place. */
  sign({ from, to }: Place): string {
    return this.names.source.slice(from, to)
  }

  /** What is known behind a condition, if it holds and if it does not. */
  fork(condition: TypedExpression): { whenTrue: Flow; whenFalse: Flow } {
    return {
      whenTrue: narrow(this.flow, condition, true),
      whenFalse: narrow(this.flow, condition, false),
    }
  }

  /** Where the way that the checker is on meets another one. */
  merged(other: Flow): Flow {
    return merge(this.flow, other)
  }

  /** Whether a global is read before it has its value. */
  isTooEarly(global: Global): boolean {
    return this.ready !== undefined && !this.ready.has(global)
  }

  /** A variable; one without a name holds a value in between. */
  local(type: Type, name = '', isConstant = false): Local {
    const { parameters, locals } = this.function
    const index = parameters.length + locals.length
    const local: Local = { kind: 'local', name, type, index, isConstant }
    locals.push(local)
    return local
  }

  /** Does something in a block of its own. */
  inBlock(act: () => void): void {
    const outer = this.scope
    this.scope = new Scope(outer)
    act()
    this.scope = outer
  }

  /** Reports a name that nothing has, and which one may have been meant. */
  unknownName(
    name: string,
    place: Place,
    what: string,
    others: Iterable<string>,
  ): void {
    unknown(this.names, 'unknown-name', { name, place, what, others })
  }
}

export interface UnknownName {
  name: string
  place: Place
  /** Such as “variable or function”. */
  what: string
  others: Iterable<string>
}

export function unknown(
  names: Names,
  code: Code,
  { name, place, what, others }: UnknownName,
): void {
  // A name that is missing was reported by the parser; and to look for what was
  // meant takes time, which nobody has for more problems than are told.
  if (!name || names.isFull) return
  const meant = nearest(name, others)
  const own = { from: place.from, to: place.from + name.length }
  names.report(
    code,
    place,
    `There is no ${what} “${name.slice(0, 60)}”.`,
    meant && `Did you mean ${meant}?`,
    meant ? [replace(own, meant)] : [],
  )
}

/** Stands where something is wrong, so that nothing else is told of it. */
export function nothing({ from, to }: Place): TypedExpression {
  return { kind: 'constant', value: 0, type: UNKNOWN, from, to }
}
