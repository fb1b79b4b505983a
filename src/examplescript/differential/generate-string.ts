/** Strings in generated programs, none of which grows without end. */
import { fitting } from './generate-operator.ts'
import {
  call,
  infix,
  operand,
  piece,
  POSTFIX,
  within,
  type Piece,
} from './generate-piece.ts'
import { least } from './generate-object.ts'
import type { Producer, Scene } from './generate-scene.ts'
import type { Operator } from '../token.ts'
import { BOOL, I32, NULL, STRING, type Type } from '../type.ts'

/** What a literal may be made of; each is one of those in a program's text. */
const PARTS = [
  ['a', 'b', 'Z', '0', ' ', 'é', '☃', '😀', '\u{A0}', '/', '//', '`', '${'],
  ['\\n', '\\t', '\\r', '\\0', '\\\\', "\\'", '\\"', '\\x41', '\\xe9'],
  ['\\u2603', '\\u{1F600}', '\\ud83d', '\\udE00', '\\u{0}', '\\uFEFF'],
].flat()

export function literal(scene: Scene, type: Type): Piece {
  if (type !== STRING) return least(scene, type)
  const { chance } = scene
  const quote = chance.pick(['"', "'"])
  const parts = Array.from({ length: chance.below(5) }, () =>
    chance.pick(PARTS),
  )
  return piece(quote + parts.join('') + quote, STRING, { isKnown: true })
}

/** One of the two sides is short, so that nothing doubles; `join` has an end. */
export const concat: Producer = (scene, { type, context, room }) => {
  if (type !== STRING) return undefined
  if (scene.chance.happens(0.4)) {
    const pair = [0, 1].map(() => fitting(scene, STRING, room))
    return call(scene.aid('join'), pair, STRING)
  }
  if (scene.chance.happens(0.5)) {
    const right = scene.exact(STRING, STRING, room)
    return infix(literal(scene, STRING), 'plus', right, STRING)
  }
  const left = scene.exact(STRING, context, room)
  return infix(left, 'plus', literal(scene, STRING), STRING)
}

/** A length, or the code of a letter. */
export const length: Producer = (scene, { type, room }) => {
  if (type !== I32 || !scene.draft.options.objects) return undefined
  const one = within(scene.exact(STRING, undefined, room), POSTFIX)
  if (scene.chance.happens(0.4)) return piece(`${one}.length`, I32)
  const at = operand(fitting(scene, I32, room))
  const isFar = scene.chance.happens(0.3)
  const index = isFar ? at : `${scene.chance.between(-1, 5)}`
  return piece(`${one}.charCodeAt(${index})`, I32)
}

/** Whether two strings have the same text, or none. */
export const same: Producer = (scene, { context, room }) => {
  if (!scene.draft.options.objects) return undefined
  const either = [STRING, STRING, STRING.twin]
  const left = scene.exact(scene.chance.pick(either), context, room)
  const right = scene.chance.happens(0.2)
    ? piece('null', NULL, { isKnown: true })
    : scene.exact(scene.chance.pick(either), left.type, room)
  const operator = scene.chance.pick<Operator>(['equalsEquals', 'notEquals'])
  return infix(left, operator, right, BOOL)
}
