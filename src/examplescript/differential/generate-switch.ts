/** `switch` in generated programs, which may fall through. */
import { integerLiteral } from './generate-literal.ts'
import { indented, type Lines } from './generate-line.ts'
import type { Write } from './generate-loop.ts'
import { fitting } from './generate-operator.ts'
import { infix, type Piece } from './generate-piece.ts'
import type { Scene } from './generate-scene.ts'
import { NUMBERS } from './generate-type.ts'
import { STRING, type Type } from '../type.ts'

export function choice(scene: Scene, room: number, write: Write): Lines {
  const { chance } = scene
  const isText = scene.draft.options.objects && chance.happens(0.2)
  const type = isText ? STRING : chance.pick(NUMBERS)
  const value = head(scene, type, room)
  const { canBreak } = scene
  scene.canBreak = true
  const count = chance.between(1, 4)
  const defaultAt = chance.happens(0.7) ? chance.below(count) : -1
  const cases = Array.from({ length: count }, (_, index) => {
    const isDefault = index === defaultAt
    const label = isDefault ? '' : ` ${labelOf(scene, type, room).text}`
    const lines = chance.happens(0.15) ? [] : write.inner(scene)
    const isLeft = chance.happens(0.5)
    const all = isLeft ? [...lines, 'break'] : lines
    return [`${isDefault ? 'default' : 'case'}${label}:`, ...indented(all)]
  })
  scene.canBreak = canBreak
  return [`switch (${value.text}) {`, ...indented(cases.flat()), '}']
}

/** Of integers often a small one, so that a case is met. */
function head(scene: Scene, type: Type, room: number): Piece {
  const any = scene.exact(type, undefined, room)
  if (type.kind !== 'integer' || scene.chance.happens(0.3)) return any
  const three = integerLiteral(scene.chance, 3n, type, type)
  return infix(any, 'and', three, type)
}

function labelOf(scene: Scene, type: Type, room: number): Piece {
  if (type.kind !== 'integer' || scene.chance.happens(0.2)) {
    return fitting(scene, type, scene.chance.happens(0.5) ? 0 : room)
  }
  const value = BigInt(scene.chance.below(4))
  return integerLiteral(scene.chance, value, type, type)
}
