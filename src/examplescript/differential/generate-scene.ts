/** What the generator knows of the one function where it is. */
import type { Chance } from './chance.ts'
import type { Aid, Callable, Draft, Variable } from './generate-draft.ts'
import type { Piece } from './generate-piece.ts'
import { isReference, VOID, type Type } from '../type.ts'

/** What is asked for: exactly this type, where the checker has this context. */
export interface Wanted {
  type: Type
  context: Type | undefined
  /** How many levels of expressions there may be below. */
  room: number
}

/** The context of operands: where nobody takes a value, there is none. */
export function exceptVoid(context: Type | undefined): Type | undefined {
  return context === VOID ? undefined : context
}

/** Writes an expression, or finds that there is none of its kind here. */
export type Producer = (scene: Scene, wanted: Wanted) => Piece | undefined

/** What an aid costs, in statements. */
const AID_COST = 3

/** As many statements as a function may do, those of called ones included. */
const MOST_COST = 2000

/** A function while it is written. */
export class Scene {
  readonly draft: Draft
  readonly chance: Chance
  readonly returns: Type
  /** Block by block, the inner ones last. */
  readonly scopes: Variable[][] = [[]]
  /** Whether `break` and `continue` have something to leave. */
  canBreak = false
  canContinue = false
  /** A constructor has no return. */
  canReturn = true
  /** How deep statements are nested. */
  depth = 0
  /** How often the statement here is done. */
  weight = 1
  cost = 1
  /** The function itself, as long as it may call itself once more. */
  again: Callable | undefined
  readonly #write: (scene: Scene, wanted: Wanted) => Piece

  constructor(
    draft: Draft,
    returns: Type,
    write: (scene: Scene, wanted: Wanted) => Piece,
  ) {
    this.draft = draft
    this.chance = draft.chance
    this.returns = returns
    this.#write = write
  }

  /** An expression of exactly this type. */
  exact(type: Type, context: Type | undefined, room: number): Piece {
    return this.#write(this, { type, context, room })
  }

  /** Variables that can be seen from here and are surely of this type. */
  variables(type: Type): Variable[] {
    const mayBeNull = isReference(type) && type.isNullable
    return this.visible().filter(
      (one) => one.type === type && !(mayBeNull && one.isLocal),
    )
  }

  visible(): Variable[] {
    const seen = new Map<string, Variable>()
    for (const scope of [this.draft.globals, ...this.scopes]) {
      for (const variable of scope) seen.set(variable.name, variable)
    }
    return [...seen.values()]
  }

  /** Functions that there is time for. */
  callable(returns: Type): Callable[] {
    return this.draft.functions.filter(
      (one) => one.returns === returns && this.canAfford(one.cost),
    )
  }

  /** Whether there is an object of a class, or can be; always of other types. */
  canMake(type: Type): boolean {
    const shape = this.draft.classOf(type)
    return (
      !shape ||
      shape.constructs !== undefined ||
      this.variables(type).length > 0
    )
  }

  canAfford(cost: number): boolean {
    return this.cost + this.weight * cost < MOST_COST
  }

  /** Notes that something is done here. */
  pay(cost: number): void {
    this.cost += this.weight * cost
  }

  /** Asks for a function of the program that makes something comparable. */
  aid(name: Aid): Aid {
    this.draft.aids.add(name)
    this.pay(AID_COST)
    return name
  }

  declare(variable: Variable): void {
    this.scopes.at(-1)!.push(variable)
  }

  /** Writes something in a block of its own, which is done so many times. */
  inBlock<T>(act: () => T, turns = 1): T {
    const { weight } = this
    this.scopes.push([])
    this.weight *= turns
    this.depth++
    const result = act()
    this.depth--
    this.weight = weight
    this.scopes.pop()
    return result
  }
}
