/** Calls of the program's own functions. */
import { call, infix, piece, type Piece } from './generate-piece.ts'
import { fitting } from './generate-operator.ts'
import type { Callable } from './generate-draft.ts'
import type { Producer, Scene } from './generate-scene.ts'
import { I32 } from '../type.ts'

export const callFunction: Producer = (scene, { type, room }) => {
  if (scene.again?.returns === type && scene.chance.happens(0.5)) {
    return callAgain(scene, room)
  }
  const known = scene.callable(type)
  if (known.length === 0) return undefined
  return callOf(scene, scene.chance.pick(known), room)
}

export function callOf(scene: Scene, callee: Callable, room: number): Piece {
  scene.pay(callee.cost)
  return call(callee.name, operandsFor(scene, callee, room), callee.returns)
}

export function operandsFor(
  scene: Scene,
  { parameters, countsDown }: Callable,
  room: number,
): Piece[] {
  return parameters.map((type, index) => {
    if (!countsDown || index > 0) return fitting(scene, type, room)
    return infix(scene.exact(I32, I32, room), 'and', piece('3', I32), I32)
  })
}

/** A function calls itself with less, and only once. */
function callAgain(scene: Scene, room: number): Piece | undefined {
  const { again } = scene
  if (!again || scene.weight > 1) return undefined
  scene.again = undefined
  const [, ...others] = again.parameters
  const less = piece('count - 1', I32)
  const given = others.map((type) => fitting(scene, type, room))
  return call(again.name, [less, ...given], again.returns)
}
