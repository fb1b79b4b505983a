/** Variables of functions of generated programs. */
import { condition } from './generate-condition.ts'
import type { Lines } from './generate-line.ts'
import { fitting } from './generate-operator.ts'
import { ASSIGNMENT, within } from './generate-piece.ts'
import type { Scene } from './generate-scene.ts'
import { anyType } from './generate-type.ts'
import { STRING } from '../type.ts'

export function declared(scene: Scene, room: number): Lines {
  const { chance, draft } = scene
  const type = anyType(draft)
  // Of a constant text, AssemblyScript never finds out that it is not null.
  const isOdd = draft.options.rival && type === STRING.twin
  const isConstant = !isOdd && chance.happens(0.25)
  const isInferred = chance.happens(0.5)
  const value = isInferred
    ? scene.exact(type, undefined, room + 1)
    : fitting(scene, type, room + 1)
  const name = newName(scene, value.text)
  const written = isInferred ? name : `${name}: ${type.name}`
  const word = isConstant ? 'const' : 'let'
  const canAssign = !isConstant
  scene.declare({ name, type, canAssign, isConstant, isLocal: true })
  return [`${word} ${written} = ${within(value, ASSIGNMENT)}`]
}

/** In a new block, sometimes that of an outer variable, which is hidden then. */
function newName(scene: Scene, value: string): string {
  const outer = scene
    .visible()
    .filter(({ name }) => /^[gv]\d/.test(name))
    .filter(({ name }) => !scene.draft.offsets.includes(name))
    .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(value))
  const isFirst = scene.scopes.length > 1 && scene.scopes.at(-1)!.length === 0
  return isFirst && outer.length > 0 && scene.chance.happens(0.3)
    ? scene.chance.pick(outer).name
    : scene.draft.name('v')
}

export function declaredTwo(scene: Scene, room: number): Lines {
  const type = anyType(scene.draft)
  const names = [scene.draft.name('v'), scene.draft.name('v')]
  const parts = names.map((name) => {
    const value = within(scene.exact(type, undefined, room), ASSIGNMENT)
    const traits = { canAssign: true, isConstant: false, isLocal: true }
    scene.declare({ name, type, ...traits })
    return `${name} = ${value}`
  })
  return [`let ${parts.join(', ')}`]
}

/** A variable that gets its value on both ways of a branch. */
export function declaredLate(scene: Scene, room: number): Lines {
  const type = anyType(scene.draft)
  const name = scene.draft.name('v')
  const test = condition(scene, room).text
  const [one, other] = [0, 1].map(() =>
    within(fitting(scene, type, room), ASSIGNMENT),
  )
  const traits = { canAssign: true, isConstant: false, isLocal: true }
  scene.declare({ name, type, ...traits })
  return [
    `let ${name}: ${type.name}`,
    `if (${test}) ${name} = ${one}`,
    `else ${name} = ${other}`,
  ]
}
