/** Types that generated programs use, and how likely. */
import type { Chance } from './chance.ts'
import type { Draft } from './generate-draft.ts'
import {
  BOOL,
  F32,
  F64,
  I16,
  I32,
  I64,
  I8,
  isReference,
  STRING,
  U16,
  U32,
  U64,
  U8,
  V128,
  widens,
  type Type,
  type ValueType,
} from '../type.ts'

export const INTEGERS = [I32, U32, I64, U64]
export const FLOATS = [F32, F64]
export const NUMBERS = [...INTEGERS, ...FLOATS]
export const SMALL = [I8, U8, I16, U16]
export const SCALARS = [...NUMBERS, BOOL]

/** A type of numbers. */
export function numberType(chance: Chance): ValueType {
  return chance.weighted([
    [5, I32],
    [2, U32],
    [3, I64],
    [2, U64],
    [2, F32],
    [4, F64],
  ])
}

export function scalarType(chance: Chance): ValueType {
  return chance.happens(0.15) ? BOOL : numberType(chance)
}

/** What a bool is made of. */
export function truthType({ chance, options }: Draft): ValueType {
  const type = scalarType(chance)
  const isWord = type.kind === 'integer' && type.bits === 32
  return isWord && options.rival ? BOOL : type
}

/** The type of a variable, a parameter or a result. */
export function anyType(draft: Draft): Type {
  const { chance, options } = draft
  const isReferred = options.objects && chance.happens(0.4)
  if (!isReferred) return chance.happens(0.08) ? V128 : scalarType(chance)
  const made = draft.classes.filter(({ constructs }) => constructs)
  const kinds: Type[] = [STRING, ...made.map(({ type }) => type)]
  if (chance.happens(0.4)) {
    const known = [...kinds, ...draft.arrays()]
    kinds.push(draft.arrayOf(elementType(chance, known)))
  }
  const type = chance.pick(kinds)
  return isReference(type) && chance.happens(0.3) ? type.twin : type
}

/** Of references, only those that may be null: a new array is full of nulls. */
function elementType(chance: Chance, references: readonly Type[]): Type {
  const type = chance.weighted([
    [4, scalarType(chance)],
    [3, chance.pick(SMALL)],
    [2, chance.pick(references)],
  ])
  return isReference(type) ? type.twin : type
}

/** Types whose values become this one without a word. */
export function narrower(type: Type): ValueType[] {
  return [...SCALARS, ...SMALL].filter(
    (one) => one !== type && widens(one, type),
  )
}
