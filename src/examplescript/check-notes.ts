/**
 * What the checker notes down on its way, for whoever asks what something is:
 * the meaning of every name and expression, also beside what is wrong. A
 * compiler that nobody asks takes no notes.
 */
import type { Builtin } from './builtin.ts'
import type { ClassNames, Declared } from './body.ts'
import type { Expression, Name } from './tree.ts'
import type { Type } from './type.ts'
import type { TypedExpression, TypedField } from './typed.ts'

/** What a name turned out to be. */
export type Meant =
  | Declared
  | TypedField
  | { kind: 'builtin'; builtin: Builtin }
  /** The name of a type, called. */
  | { kind: 'conversion'; type: Type }

export class Notes {
  /** Names where they are declared, and names that are used. */
  readonly names = new Map<Name, Meant>()
  readonly expressions = new Map<Expression, TypedExpression>()
  /** What becomes another type without a word, and which one. */
  readonly conversions = new Map<TypedExpression, Type>()
  readonly classes: ClassNames[] = []

  /** The class of a type, nullable or not. */
  classOf(type: Type): ClassNames | undefined {
    if (type.kind !== 'class') return undefined
    return this.classes.find((one) => one.class.type.id === type.id)
  }
}
