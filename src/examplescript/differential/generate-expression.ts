/**
 * Expressions of generated programs: chooses among all that there are for a
 * type, until there is no room for more.
 */
import * as builtin from './generate-builtin.ts'
import { callFunction } from './generate-call.ts'
import { literal } from './generate-literal.ts'
import * as condition from './generate-condition.ts'
import * as member from './generate-member.ts'
import * as memory from './generate-memory.ts'
import * as object from './generate-object.ts'
import * as operator from './generate-operator.ts'
import { grouped, piece, type Piece } from './generate-piece.ts'
import { assignment, sequence, update } from './generate-place.ts'
import type { Producer, Scene, Wanted } from './generate-scene.ts'
import * as text from './generate-string.ts'
import { extracted, onVector, splat } from './generate-vector.ts'
import {
  isReference,
  isSmall,
  V128,
  type Type,
  type ValueType,
} from '../type.ts'

type Choices = readonly (readonly [number, Producer])[]

/** For every type. */
const ANY: Choices = [
  [5, callFunction],
  [3, condition.conditional],
  [2, builtin.select],
  [2, assignment],
  [1, sequence],
  [2, member.member],
]

const NUMBER: Choices = [
  ...ANY,
  [12, operator.arithmetic],
  [3, operator.signed],
  [4, operator.conversion],
  [2, condition.logical],
  [2, builtin.absolute],
  [3, builtin.extreme],
  [2, builtin.reinterpret],
  [4, memory.load],
  [2, update],
]

const INTEGER: Choices = [
  ...NUMBER,
  [4, operator.bitwise],
  [4, operator.shift],
  [4, builtin.onInteger],
  [2, memory.pages],
  [2, extracted],
  [2, builtin.unknownInteger],
  [3, text.length],
]

const FLOAT: Choices = [
  ...NUMBER,
  [6, builtin.onFloat],
  [3, builtin.ofHost],
  [2, extracted],
]

const BOOL: Choices = [
  ...ANY,
  [6, condition.order],
  [5, condition.equal],
  [5, condition.logical],
  [3, condition.not],
  [2, operator.bitwise],
  [2, operator.conversion],
  [3, object.same],
  [3, text.same],
]

const VECTOR: Choices = [...ANY, [8, onVector], [2, splat], [2, memory.load]]
const STRING: Choices = [...ANY, [4, text.concat]]
const OBJECT: Choices = [...ANY, [2, object.made], [2, object.asserted]]

function choicesFor(type: Type): Choices {
  switch (type.kind) {
    case 'integer':
      return INTEGER
    case 'float':
      return FLOAT
    case 'bool':
      return BOOL
    case 'vector':
      return VECTOR
    case 'string':
      return STRING
    default:
      return OBJECT
  }
}

/** Writes an expression of exactly the wanted type. */
export function write(scene: Scene, wanted: Wanted): Piece {
  const { chance } = scene
  const { type, room } = wanted
  if (isSmall(type)) return small(scene, { ...wanted, room: room - 1 })
  const choices = choicesFor(type)
  // Sometimes short, so that not all trees are equally deep.
  let left = room > 0 && !chance.happens(0.15) ? 4 : 0
  while (left-- > 0) {
    const producer = chance.weighted(choices)
    const made = producer(scene, { ...wanted, room: room - 1 })
    if (made) return chance.happens(0.04) ? grouped(made) : made
  }
  return leaf(scene, wanted)
}

/** What no variable has: it comes out of arrays, memory and conversions. */
function small(scene: Scene, wanted: Wanted): Piece {
  const { type, context, room } = wanted
  const isElement = room > 0 && scene.chance.happens(0.3)
  const element = isElement ? member.element(scene, wanted) : undefined
  return element ?? memory.small(scene, type as ValueType, context, room)
}

/** A variable, or else the least that makes a value. */
function leaf(scene: Scene, wanted: Wanted): Piece {
  const { type, context } = wanted
  const known = scene.variables(type)
  if (known.length > 0 && scene.chance.happens(0.7)) {
    const { name, isConstant } = scene.chance.pick(known)
    return piece(name, type, { isKnown: isConstant })
  }
  if (type.kind === 'vector') return leastVector(scene)
  if (type.kind === 'string') return text.literal(scene, type)
  if (isReference(type)) return object.least(scene, type)
  return literal(scene.chance, type, context)
}

/** Literals alone: with more, it would not end. */
function leastVector({ chance }: Scene): Piece {
  return piece(`i32x4.splat(${chance.below(1000)})`, V128, { isKnown: true })
}
